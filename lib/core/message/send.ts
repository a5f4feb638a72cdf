import { asleep, type Item, type Key, type Write, wake } from "#core/table.ts";
import { type Instant, plus, second } from "#core/time.ts";

/**
 * One message that may go out once: the ledger of everything that is sent. The key says which promise of which version
 * of which subject, so a second claim on it cannot be written.
 */
export interface Send extends Key {
  readonly type: "send";
  readonly state: "claimed" | "sent" | "failed" | "unknown" | "bounced";
  /** The run that holds the claim. */
  readonly claim: string;
  readonly claimedAt: Instant;
  /** Until then the run that claimed it may still be sending: longer than a Lambda lives. */
  readonly leaseUntil: Instant;
  readonly messageId?: string;
  readonly reason?: string;
  /** When the recipient's server took it; that it also reached the inbox, nobody says. */
  readonly deliveredAt?: Instant;
  readonly complainedAt?: Instant;
  readonly bounce?: Bounce;
  /** How many of the provider's events it knows of; absent before the first. */
  readonly events?: number;
}

/** A message that came back. */
export interface Bounce {
  readonly at: Instant;
  readonly reason: string;
  /** Automatic answers are reported as bounces too: it is one only if nothing was delivered. */
  readonly mayBeReply: boolean;
}

/** Twice the 30 seconds after which a step's Lambda is ended, for clocks that differ. */
const lease = 60 * second;

export const sendKey = (
  subject: Key,
  version: number,
  promise: string,
  kind: string,
  channel: string,
): Key => ({
  pk: subject.pk,
  sk: `send#${version}#${promise}#${kind}#${channel}`,
});

/** What a ledger key was claimed for: the reverse of `sendKey`, for whoever finds only the claim. */
export const errandOf = ({
  pk,
  sk,
}: Key): { subject?: "case"; pack: string; code: string; version: number; promise: string } => {
  const [pack = "", type, code = ""] = pk.split("#");
  const [, version = "", promise = ""] = sk.split("#");
  return { ...(type === "case" && { subject: type }), pack, code, version: Number(version), promise };
};

/**
 * The ledger key as a message tag: SES takes letters, digits, `_` and `-` only. Joined it is one piece of text: what is replaced
 * in place stays as its parts, eight times as large, for as long as the tag is kept.
 */
export const ledgerTag = (key: Key): string => `${key.pk}#${key.sk}`.split(/[^A-Za-z0-9-]/).join("_");

/** The reverse of `ledgerTag`; `undefined` for a tag that is none of ours. No part of a key has a `_` of its own. */
export const ledgerKey = (tag: string): Key | undefined => {
  const at = tag.indexOf("_send_");
  if (at < 0) return undefined;
  return { pk: tag.slice(0, at).replaceAll("_", "#"), sk: tag.slice(at + 1).replaceAll("_", "#") };
};

export const claimSend = (key: Key, claim: string, now: Instant): Write => {
  const leaseUntil = plus(now, lease);
  return {
    put: {
      ...key,
      type: "send",
      state: "claimed",
      claim,
      claimedAt: now,
      leaseUntil,
      ...wake(key, leaseUntil),
    },
    if: { exists: false },
  };
};

export type SendOutcome =
  | { readonly state: "sent"; readonly messageId: string }
  | { readonly state: "failed" | "unknown"; readonly reason: string };

/** Only the run that holds the claim, or one that found its lease over, may say how it ended; and only once. */
export const settleSend = (key: Key, claim: string, outcome: SendOutcome, now: Instant): Write => ({
  update: key,
  set: { ...outcome, settledAt: now },
  remove: asleep,
  if: { equals: { claim, state: "claimed" } },
});

/** After a definite refusal: nothing went out, so the next run may claim it anew. */
export const releaseSend = (key: Key, claim: string): Write => ({
  delete: key,
  if: { equals: { claim, state: "claimed" } },
});

export const asSend = (item: Item): Send => item as unknown as Send;
