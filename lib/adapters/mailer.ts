import { type MessageTag, SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import MailComposer from "nodemailer/lib/mail-composer";
import { ownMark } from "#core/mail/automatic.ts";
import { plain } from "#core/message/escape.ts";
import type { Invitation } from "#core/message/invitation.ts";
import { now } from "./clock.ts";
import type { Mailer, MessageLabels, OutgoingMail } from "./ports.ts";
import { answered, failed, type KnownRefusal, oneAttempt } from "./sending.ts";

interface Settings {
  /** The verified address that all mail comes from. */
  readonly sender: string;
  /** SES reports what became of a mail only for a configuration set. */
  readonly configurationSet?: string | undefined;
  readonly client?: SESClient;
}

/** Sends by SES, once. Never throws for what SES or the network does: see `Sending` for the outcomes. */
export const createMailer = ({
  sender,
  configurationSet,
  client = new SESClient(oneAttempt()),
}: Settings): Mailer => ({
  send: async (mail) => {
    if (!isAddress(mail.to.address)) return { outcome: "rejected", reason: "invalid-address" };
    if (mail.replyTo !== undefined && !isReplyAddress(mail.replyTo))
      return { outcome: "rejected", reason: "invalid-reply-address" };
    const message = await compiled(mail, sender);
    const command = new SendRawEmailCommand({
      Source: sender,
      Destinations: message.getEnvelope().to,
      RawMessage: { Data: await message.build() },
      Tags: tags(mail.labels),
      ...(configurationSet ? { ConfigurationSetName: configurationSet } : {}),
    });
    return client.send(command).then(
      ({ MessageId }) => answered(MessageId),
      (error: unknown) => failed(error, refusals),
    );
  },
});

/** One bare address: no list, no comment, no display name, nothing that could end a header. SES takes ASCII names only. */
const isAddress = (address: string): boolean =>
  address.length <= 320 && /^[!#-'*+\-/-9=?A-Z^-~.]+@[^\s\p{Cc}@<>()[\]\\,;:"]+$/u.test(address);

/** It must come back as it was sent: some servers write a local part in lower case, or cut it after 64 octets. */
const isReplyAddress = (address: string): boolean =>
  isAddress(address) && address === address.toLowerCase() && address.lastIndexOf("@") <= 64;

const compiled = async (mail: OutgoingMail, sender: string) =>
  new MailComposer({
    from: { name: plain(mail.fromName), address: sender },
    to: { name: plain(mail.to.name), address: mail.to.address },
    subject: plain(mail.subject),
    text: mail.text,
    html: mail.html,
    ...(mail.replyTo !== undefined && {
      replyTo: { name: plain(mail.fromName), address: mail.replyTo },
    }),
    ...(mail.calendar && { icalEvent: await calendarPart(mail, mail.calendar, sender) }),
    date: new Date(now()),
    headers: {
      "Auto-Submitted": "auto-generated",
      "Content-Language": plain(mail.labels.language),
      "X-Auto-Response-Suppress": "All",
      [ownMark]: "1",
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();

/** Shown by the mail program itself, and attached for those that do not. */
const calendarPart = async ({ fromName, to }: OutgoingMail, calendar: Invitation, sender: string) => ({
  method: calendar.method,
  filename: "invite.ics",
  content: (await import("./calendar-file.ts")).calendarFile(
    calendar,
    { name: fromName, address: sender },
    to,
    now(),
  ),
});

const tags = ({ kind, promise, language, ledger }: MessageLabels): MessageTag[] =>
  Object.entries({ kind, promise, language, ledger }).map(([Name, Value]) => ({ Name, Value }));

const refusals: readonly KnownRefusal[] = [
  { name: "message-rejected", says: /not verified/i, reason: "address-not-verified" },
  { name: "mail-from-domain-not-verified", says: /^/, reason: "sender-not-verified" },
  { name: "invalid-parameter-value", says: /address|domain|recipient|local/i, reason: "invalid-address" },
];
