import * as z from "zod/mini";
import type { MailEvent } from "#core/message/mail-event.ts";
import { ledgerKey } from "#core/message/send.ts";
import { type Instant, instant } from "#core/time.ts";

const moment = z.pipe(
  z.string(),
  z.transform((text: string): Instant => instant(text)),
);
const at = z.object({ timestamp: moment });

const mail = z.object({
  messageId: z.string().check(z.minLength(1)),
  timestamp: moment,
  tags: z._default(z.record(z.string(), z.array(z.string())), {}),
});

/** SES adds fields as it likes: only what is read here is asked for. */
const report = z.discriminatedUnion("eventType", [
  z.object({ eventType: z.literal("Send"), mail }),
  z.object({ eventType: z.literal("Delivery"), mail, delivery: at }),
  z.object({
    eventType: z.literal("Complaint"),
    mail,
    complaint: z.extend(at, { complaintSubType: z.nullish(z.string()) }),
  }),
  z.object({
    eventType: z.literal("Bounce"),
    mail,
    bounce: z.extend(at, { bounceType: z.string(), bounceSubType: z.string() }),
  }),
  z.object({ eventType: z.literal("Reject"), mail, reject: z.object({ reason: z.string() }) }),
]);

type Report = z.infer<typeof report>;

/**
 * Reads one report of the SES configuration set; `undefined` for a mail that did not come from the ledger.
 * @throws ZodError for a text that is no such report: it must end where somebody looks at it.
 */
export const readMailEvent = (json: unknown): MailEvent | undefined => {
  const read = report.parse(json);
  const { messageId, timestamp, tags } = read.mail;
  const key = ledgerKey(tags["ledger"]?.[0] ?? "");
  return key && { key, messageId, sentAt: timestamp, ...happened(read) };
};

type Happened =
  | { readonly at: Instant; readonly happened: "taken" | "delivered" | "complained" }
  | {
      readonly at: Instant;
      readonly happened: "bounced";
      readonly reason: string;
      readonly mayBeReply: boolean;
    };

const happened = (read: Report): Happened => {
  switch (read.eventType) {
    case "Send":
      return { happened: "taken", at: read.mail.timestamp };
    case "Delivery":
      return { happened: "delivered", at: read.delivery.timestamp };
    case "Complaint":
      return complained(read.complaint);
    case "Bounce":
      return bounced(read.bounce);
    case "Reject":
      return back(read.mail.timestamp, "rejected");
  }
};

/** With this subtype nobody complained today: the address is on the account's list, and nothing was sent. */
const complained = ({ timestamp, complaintSubType }: z.infer<typeof at> & { complaintSubType?: unknown }) =>
  complaintSubType === "OnAccountSuppressionList"
    ? back(timestamp, "suppressed")
    : ({ happened: "complained", at: timestamp } as const);

/** Out-of-office answers come in as a transient bounce of no particular kind. */
const bounced = (bounce: z.infer<typeof at> & { bounceType: string; bounceSubType: string }): Happened => ({
  ...back(bounce.timestamp, `${words(bounce.bounceType)}-${words(bounce.bounceSubType)}`),
  mayBeReply: bounce.bounceType === "Transient" && bounce.bounceSubType === "General",
});

const back = (when: Instant, reason: string) =>
  ({ happened: "bounced", at: when, reason, mayBeReply: false }) as const;

/** `NoEmail` becomes `no-email`. */
const words = (name: string): string => name.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
