import type { Ports, Sending } from "#adapters/ports.ts";
import type { Dice } from "./dice.ts";

/** How often providers do what they do on a bad day: of a thousand messages these many. */
const perThousand = { throttled: 3, rejected: 2, unknown: 1 };

export interface YearsProviders extends Pick<Ports, "mailer" | "texter"> {
  /** Messages that were taken, as the providers count them. */
  accepted(): number;
}

/** Providers that now and then are busy, say no, or never answer. */
export const createProviders = (dice: Dice): YearsProviders => {
  let accepted = 0;
  const send = async (): Promise<Sending> => {
    const sending = attempt(dice, accepted);
    if (sending.outcome === "accepted") accepted += 1;
    return sending;
  };
  return { mailer: { send }, texter: { send }, accepted: () => accepted };
};

const attempt = (dice: Dice, count: number): Sending => {
  const { throttled, rejected, unknown } = perThousand;
  const luck = dice.between(0, 1000);
  if (luck < throttled) return { outcome: "throttled", reason: "too many at once" };
  if (luck < throttled + rejected) return { outcome: "rejected", reason: "the provider refused it" };
  if (luck < throttled + rejected + unknown)
    return { outcome: "unknown", reason: "the provider did not answer" };
  return { outcome: "accepted", messageId: `message-${count}` };
};
