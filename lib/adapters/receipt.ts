import * as z from "zod/mini";
import { forwarderOf, meantFor } from "#core/mail/arrival.ts";
import type { Arrival, Verdicts } from "#core/mail/mail.ts";
import { type Instant, instant } from "#core/time.ts";
import type { Policies } from "./ports.ts";

const verdict = z.optional(z.object({ status: z.string() }));
const field = z.object({ name: z.string(), value: z.string() });

/** SES adds fields as it likes: only what is read here is asked for. */
const received = z.object({
  notificationType: z.literal("Received"),
  receipt: z.object({
    recipients: z.array(z.string()).check(z.minLength(1)),
    spfVerdict: verdict,
    dkimVerdict: verdict,
    dmarcVerdict: verdict,
    spamVerdict: verdict,
    virusVerdict: verdict,
    action: z.object({ type: z.literal("S3"), objectKey: z.string().check(z.minLength(1)) }),
  }),
  mail: z.object({
    timestamp: z.pipe(
      z.string(),
      z.transform((text: string): Instant => instant(text)),
    ),
    messageId: z.string().check(z.regex(/^[\w.-]{1,200}$/)),
    source: z.string(),
    headers: z._default(z.array(field), []),
    commonHeaders: z._default(
      z.object({
        from: z.nullish(z.array(z.string())),
        subject: z.nullish(z.string()),
        messageId: z.nullish(z.string()),
      }),
      {},
    ),
  }),
});

type Received = z.infer<typeof received>;

export interface ReceiptSettings {
  /** Servers that hand mail on to us, by IP address or by the domain that they send in the name of. */
  readonly forwarders: readonly string[];
  /** The domain of our own addresses. */
  readonly mailDomain: string;
  readonly policies: Pick<Policies, "current">;
}

/**
 * Reads what SES says of a mail that it stored, which is the only source of envelope and verdicts: what the mail's own
 * headers say of them anybody can write. `undefined` for a notice that is about no mail.
 * @throws ZodError for anything else: it must end where somebody looks at it.
 */
export const readReceipt = (json: unknown, settings: ReceiptSettings): Arrival | undefined => {
  if (isNotice(json)) return undefined;
  const { receipt, mail } = received.parse(json);
  if (receipt.action.objectKey !== mail.messageId)
    throw new Error("a mail lies under another name than the one that it was announced by");
  const verdicts = verdictsOf(receipt);
  const sender = mail.source.replace(/^<(.*)>$/, "$1");
  const from = bringerOf(mail.headers);
  const forwardedBy = forwarderOf(settings.forwarders, { sender, spf: verdicts.spf, from });
  return {
    id: mail.messageId,
    receivedAt: mail.timestamp,
    sender,
    recipients: recipientsOf(receipt, settings),
    verdicts,
    ...(forwardedBy !== undefined && { forwardedBy }),
    ...announced(mail.commonHeaders),
  };
};

/** SES tries a topic out, when it is set up, with a notification of another type. */
const isNotice = (json: unknown): boolean => {
  const type = (json as { notificationType?: unknown } | null)?.notificationType;
  return type !== undefined && type !== "Received";
};

const recipientsOf = ({ recipients }: Received["receipt"], { mailDomain, policies }: ReceiptSettings) => {
  const policyOf = (pack: string) => policies.current(pack)?.policy;
  return [...new Set(recipients.map((each) => meantFor(each, mailDomain, policyOf)))];
};

const verdictsOf = (receipt: Received["receipt"]): Verdicts => ({
  spf: verdictOf(receipt.spfVerdict),
  dkim: verdictOf(receipt.dkimVerdict),
  dmarc: verdictOf(receipt.dmarcVerdict),
  spam: verdictOf(receipt.spamVerdict),
  virus: verdictOf(receipt.virusVerdict),
});

const knownVerdicts = ["PASS", "FAIL", "GRAY", "PROCESSING_FAILED", "DISABLED"] as const;

/** A check that was not made, or whose word we do not know, has proven nothing. */
const verdictOf = (given: z.infer<typeof verdict>): Verdicts[keyof Verdicts] =>
  given === undefined ? "DISABLED" : (knownVerdicts.find((each) => each === given.status) ?? "GRAY");

/** Word by word: the name that a client gives itself, and a recipient it names, must not pass for another place in it. */
const broughtFrom =
  /^from \S{1,255} \((?:\S{1,255} )?\[([0-9A-Fa-f:.]{2,45})\]\)\s+by inbound-smtp\.[\w-]+\.amazonaws\.com\s/;

/** The server that SES had the mail from. SES writes its own `Received` above whatever came with the mail. */
const bringerOf = (headers: Received["mail"]["headers"]): string | undefined => {
  const first = headers.find(({ name }) => name.toLowerCase() === "received")?.value ?? "";
  return broughtFrom.exec(first)?.[1];
};

/** A list of what is kept back shows no more than this of a field. */
const longestShown = 998;

const announced = ({ from, subject, messageId }: Received["mail"]["commonHeaders"]) => ({
  ...(from?.[0] !== undefined && { from: from[0].slice(0, longestShown) }),
  ...(typeof subject === "string" && { subject: subject.slice(0, longestShown) }),
  ...(typeof messageId === "string" && {
    messageId: messageId.replace(/^<(.*)>$/, "$1").slice(0, longestShown),
  }),
});
