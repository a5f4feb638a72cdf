import { asleep, type Key, type Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { Bounce, Send } from "./send.ts";

/** What the provider reports of one mail. Events come twice, in any order, and before our own confirmation. */
export type MailEvent = {
  readonly key: Key;
  readonly messageId: string;
  /** When the provider took the mail from us. */
  readonly sentAt: Instant;
  /** When this happened. */
  readonly at: Instant;
} & (
  | { readonly happened: "taken" | "delivered" | "complained" }
  | { readonly happened: "bounced"; readonly reason: string; readonly mayBeReply: boolean }
);

/** What a ledger entry says once it knows of the event; the same whatever the order in which events came. */
export interface MailFacts {
  readonly state: "sent" | "bounced";
  readonly messageId: string;
  readonly deliveredAt?: Instant;
  readonly complainedAt?: Instant;
  readonly bounce?: Bounce;
}

/** `undefined` when the entry knows all of it already. */
export const decideMailEvent = (send: Send, event: MailEvent): MailFacts | undefined => {
  const facts = factsAfter(send, event);
  return known(facts) === known(send) ? undefined : facts;
};

type Known = Pick<Send, "state" | "messageId" | "deliveredAt" | "complainedAt" | "bounce">;

/** In one order, and only what there is, so that two of them can be compared as text. */
const known = ({ state, messageId, deliveredAt, complainedAt, bounce }: Known): string =>
  JSON.stringify([state, messageId, deliveredAt, complainedAt, bounce && rank(bounce)]);

const factsAfter = (send: Send, event: MailEvent): MailFacts => {
  const deliveredAt = first(send.deliveredAt, event.happened === "delivered" ? event.at : undefined);
  const complainedAt = first(send.complainedAt, event.happened === "complained" ? event.at : undefined);
  const bounce = worse(send.bounce, event.happened === "bounced" ? bounceOf(event) : undefined);
  return {
    state: cameBack(bounce, deliveredAt) ? "bounced" : "sent",
    messageId: send.messageId ?? event.messageId,
    ...(deliveredAt !== undefined && { deliveredAt }),
    ...(complainedAt !== undefined && { complainedAt }),
    ...(bounce !== undefined && { bounce }),
  };
};

/** Any other event proves that the provider took the mail, whatever we thought of it. */
const cameBack = (bounce: Bounce | undefined, deliveredAt: Instant | undefined): boolean =>
  bounce !== undefined && !(bounce.mayBeReply && deliveredAt !== undefined);

const bounceOf = ({ at, reason, mayBeReply }: Bounce): Bounce => ({ at, reason, mayBeReply });

const first = (one: Instant | undefined, other: Instant | undefined): Instant | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one;

/** A bounce for good before one that may be a reply, then the earlier; in doubt by the word, so that order never counts. */
const worse = (one: Bounce | undefined, other: Bounce | undefined): Bounce | undefined => {
  if (one === undefined || other === undefined) return one ?? other;
  return rank(one) <= rank(other) ? one : other;
};

const rank = ({ mayBeReply, at, reason }: Bounce): string => `${mayBeReply ? 1 : 0} ${at} ${reason}`;

/** Refused when the entry was written meanwhile: then it is read, and decided, again. */
export const noteMailFacts = (send: Send, facts: MailFacts, now: Instant): Write => ({
  update: { pk: send.pk, sk: send.sk },
  set: { ...facts, settledAt: now, events: (send.events ?? 0) + 1 },
  remove: ["reason", ...asleep],
  if: {
    equals: {
      claim: send.claim,
      state: send.state,
      ...(send.events !== undefined && { events: send.events }),
    },
    ...(send.events === undefined && { missing: ["events"] }),
  },
});
