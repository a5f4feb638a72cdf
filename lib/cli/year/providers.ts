import type { OutgoingMail, Ports, Sending } from "#adapters/ports.ts";
import type { Instant } from "#core/time.ts";
import { createOutbox, type Outbox } from "./cases/outbox.ts";
import type { Dice } from "./dice.ts";

/** How often providers do what they do on a bad day: of a thousand messages these many. */
const perThousand = { throttled: 3, rejected: 2, unknown: 1 };

export interface YearsProviders {
  readonly ports: (now: () => Instant) => Pick<Ports, "mailer" | "texter">;
  /** Messages about appointments that were taken, as the providers count them. */
  accepted(): number;
  readonly outbox: Outbox;
}

/** Providers that now and then are busy, say no, or never answer. */
export const createProviders = (dice: Dice): YearsProviders => {
  let [count, ofAppointments] = [0, 0];
  const outbox = createOutbox();
  const send = (ledger: string, mayRefuse = true): Sending => {
    const sending = attempt(dice, count, mayRefuse);
    if (sending.outcome !== "accepted") return sending;
    count += 1;
    if (!isOfCase(ledger)) ofAppointments += 1;
    return sending;
  };
  const mailed = (mail: OutgoingMail, at: Instant): Sending => {
    const sending = send(mail.labels.ledger, !isToCaseCustomer(mail));
    if (isOfCase(mail.labels.ledger)) outbox.noted(mail, at, sending);
    return sending;
  };
  return {
    ports: (now) => ({
      mailer: { send: async (mail) => mailed(mail, now()) },
      texter: { send: async ({ labels }) => send(labels.ledger) },
    }),
    accepted: () => ofAppointments,
    outbox,
  };
};

const isOfCase = (ledger: string): boolean => ledger.split("_")[1] === "case";

/** One that comes back opens what it kept again: that course of a case has no second count yet. */
const isToCaseCustomer = ({ labels: { ledger, kind } }: OutgoingMail): boolean =>
  isOfCase(ledger) && !kind.startsWith("staff-");

const attempt = (dice: Dice, count: number, mayRefuse: boolean): Sending => {
  const { throttled, rejected, unknown } = perThousand;
  const luck = dice.between(0, 1000);
  if (luck < throttled) return { outcome: "throttled", reason: "too many at once" };
  if (luck < throttled + rejected && mayRefuse)
    return { outcome: "rejected", reason: "the provider refused it" };
  if (luck < throttled + rejected + unknown && luck >= throttled + rejected)
    return { outcome: "unknown", reason: "the provider did not answer" };
  return { outcome: "accepted", messageId: `message-${count}` };
};
