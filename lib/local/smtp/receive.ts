import { randomBytes } from "node:crypto";
import type { Instant } from "#core/time.ts";
import type { RawMailFolder } from "../raw-mails.ts";
import type { ReceiptRule } from "../template/records.ts";
import { type Head, splitHead, takeVerdicts } from "./head.ts";
import { type Brought, notification, stamped } from "./notification.ts";
import { takes } from "./recipients.ts";

/** What of the world a mail that comes in needs; another after each reset. */
export interface MailRoom {
  readonly rawMails: RawMailFolder;
  readonly now: () => Instant;
  /** Durable when it returns. */
  readonly publish: (topicArn: string, text: string) => void;
}

export interface Envelope {
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly from: { readonly name: string; readonly ip: string };
}

/** The content of a mail as it comes. */
export type Content = AsyncIterable<Buffer> & { readonly sizeExceeded: boolean };

/** As SES names what it receives. */
const newMailId = (): string => randomBytes(20).toString("hex");

/**
 * Plays SES's rule for one mail: the raw form into its bucket, then the notification to its topic, both durable before
 * anybody is told that the mail was taken. Returns its id; `undefined` for one that is too large.
 */
export const receive = async (
  { rawMails, now, publish }: MailRoom,
  rule: ReceiptRule,
  envelope: Envelope,
  content: Content,
): Promise<string | undefined> => {
  const id = newMailId();
  const recipients = envelope.recipients.filter((each) => takes(rule, each));
  const incoming = await rawMails.begin();
  try {
    const brought = await write({ ...envelope, id, at: now(), recipients }, content, incoming.write);
    if (content.sizeExceeded) {
      await incoming.drop();
      return undefined;
    }
    const key = rule.prefix + id;
    await incoming.keep(rule.bucket, key, now());
    publish(rule.topicArn, JSON.stringify(notification(brought, { bucket: rule.bucket, key })));
    return id;
  } catch (error) {
    await incoming.drop().catch(() => undefined);
    throw error;
  }
};

/** Reads all of it, also what is too large, for its sender listens only afterwards. */
const write = async (
  envelope: Omit<Brought, "head" | "said">,
  content: Content,
  piece: (bytes: Buffer) => Promise<void>,
): Promise<Brought> => {
  const chunks = content[Symbol.asyncIterator]();
  const { head, rest } = await headOf(chunks);
  const brought: Brought = { ...envelope, ...takeVerdicts(head) };
  await piece(Buffer.concat([Buffer.from(stamped(brought)), brought.head, rest]));
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next())
    if (!content.sizeExceeded) await piece(next.value);
  return brought;
};

const headOf = async (chunks: AsyncIterator<Buffer>): Promise<Head> => {
  let soFar = Buffer.alloc(0);
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    soFar = Buffer.concat([soFar, next.value]);
    const split = splitHead(soFar);
    if (split !== undefined) return split;
  }
  return { head: soFar, rest: Buffer.alloc(0) };
};
