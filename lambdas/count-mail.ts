import middy from "@middy/core";
import { countMails } from "#steps/mail/count.ts";
import { inContext, log } from "./shared/log.ts";
import { mailPorts } from "./shared/mail-ports.ts";

/** Once a day: is every mail that arrived yesterday a case, a reply or in quarantine? The log's figures feed an alarm. */
export const handler = middy<unknown, void>()
  .use(inContext)
  .handler(async () => {
    const ports = mailPorts();
    log.info("mails counted", { ...(await countMails(ports, ports.now())) });
  });
