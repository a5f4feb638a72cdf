import { environment } from "#adapters/environment.ts";
import { createMailReader } from "#adapters/mail-reader.ts";
import type { MailPorts } from "#adapters/ports.ts";
import { createRawMails } from "#adapters/raw-mails.ts";
import { ports } from "./ports.ts";

const wire = (): MailPorts => {
  const settings = environment(process.env);
  return {
    ...ports(),
    mailReader: createMailReader(),
    rawMails: createRawMails({
      bucket: settings.KEPT_RAW_MAILS,
      keptDays: settings.KEPT_RAW_MAIL_DAYS,
    }),
    packs: () => settings.KEPT_PACKS,
  };
};

let wired: MailPorts | undefined;

/** What the steps about mail need besides; made once for a process, as `ports` is. */
export const mailPorts = (): MailPorts => (wired ??= wire());
