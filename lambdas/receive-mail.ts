import { environment } from "#adapters/environment.ts";
import { readReceipt } from "#adapters/receipt.ts";
import { takeMail } from "#steps/mail/take.ts";
import { mailPorts } from "./shared/mail-ports.ts";
import { policiesKept } from "./shared/policies-kept.ts";
import { queue } from "./shared/queue.ts";

/** A mail came in, says SES. What it opens or moves is promised under the policies of this build, so they are kept first. */
export const handler = queue(async (ports, body) => {
  const { KEPT_FORWARDERS: forwarders, KEPT_SENDER: sender } = environment(process.env);
  const mailDomain = sender.slice(sender.indexOf("@") + 1);
  const arrival = readReceipt(body, { forwarders, mailDomain, policies: ports.policies });
  if (arrival === undefined) return ports.log.info("a notice of SES that is about no mail", {});
  await policiesKept(ports);
  await takeMail(mailPorts(), arrival);
});
