import type { AccessPolicy, Tier } from "#core/policy/shape.ts";
import type { ServiceChannel } from "#core/policy/vocabulary.ts";
import type { Account } from "./account.ts";
import { type AssuranceState, assuranceInWords } from "./assurance.ts";
import { tierInWords, tierOf, tiersReached } from "./entitlement.ts";

interface Granted {
  readonly has: boolean;
  readonly why: string;
  readonly by: Pick<Tier, "clause" | "ours">;
}

/** Whether an account has a channel, by the tier that counts; else by what it lacks for the tier that would give it. */
export const channelOf = (
  access: AccessPolicy,
  channel: ServiceChannel,
  account: Account,
  assurance: AssuranceState,
): Granted => {
  const tier = tierOf(access, account, assurance);
  const words = assuranceInWords(assurance);
  if (tier?.channels.includes(channel))
    return { has: true, why: because(`Part of the licence ${tierInWords(tier)}.`, tier, words), by: tier };
  const wouldBe = tiersReached(access, account).find(gives(channel));
  if (wouldBe !== undefined)
    return {
      has: false,
      why: because(`Part of the licence ${tierInWords(wouldBe)}.`, wouldBe, words),
      by: wouldBe,
    };
  const others = access.tiers.filter(gives(channel));
  return {
    has: false,
    why:
      others.length === 0
        ? "No licence gives it."
        : `Not part of its licence; needed is ${others.map(tierInWords).join(", or ")}.`,
    by: others[0] ?? access.withoutAccount,
  };
};

const gives =
  (channel: ServiceChannel) =>
  ({ channels }: Tier): boolean =>
    channels.includes(channel);

const because = (granted: string, { needsAssurance }: Tier, assurance: string): string =>
  needsAssurance === true ? `${granted} ${assurance}` : granted;
