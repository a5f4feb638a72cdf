import type { CalendarDate } from "#core/calendar.ts";
import type { Policy } from "#core/policy/shape.ts";
import { type BenefitName, type ServiceChannel, serviceChannels } from "#core/policy/vocabulary.ts";
import type { Instant } from "#core/time.ts";
import { dateIn } from "#core/wall-clock.ts";
import type { Account } from "./account.ts";
import { type AssuranceState, assuranceOn } from "./assurance.ts";
import { benefitOf } from "./benefit.ts";
import { channelOf } from "./channel.ts";
import { entitlementOf } from "./entitlement.ts";
import { restrictionInForce } from "./restriction.ts";
import { type Upgrade, upgradesFrom } from "./upgrade.ts";

/** One thing that a company's text grants, whether this account has it, and why. In English: for staff. */
export interface Granted {
  readonly what: ServiceChannel | BenefitName;
  readonly has: boolean;
  readonly why: string;
  readonly clause: string;
  readonly ours?: string;
}

export interface Entitled {
  readonly on: CalendarDate;
  /** What depends on Software Assurance falls away with its last day, or has fallen away. */
  readonly assurance: AssuranceState & { readonly gives: readonly Granted["what"][] };
  readonly entitled: readonly Granted[];
  readonly upgrades: readonly Upgrade[];
}

type Rules = Pick<Policy, "access" | "appointments" | "conduct">;

/**
 * What an account may use on a day, with all that others have and it has not, each with its clause (mission B1, B2).
 * @param on in the company's zone.
 */
export const entitledOn = (policy: Rules, account: Account, on: CalendarDate): Entitled => {
  const assurance = assuranceOn(account, on);
  const entitled = grantsOf(policy, account, assurance);
  const protects = entitled.some(({ what, has }) => what === "investment-protection" && has);
  const levels = policy.access?.levels;
  return {
    on,
    assurance: { ...assurance, gives: givenBy(policy, account, on) },
    entitled,
    upgrades: levels === undefined ? [] : upgradesFrom(levels, account.level, protects),
  };
};

const grantsOf = ({ access }: Rules, account: Account, assurance: AssuranceState): Granted[] => {
  if (access === undefined) return [];
  const offered = serviceChannels.filter((channel) =>
    [access.withoutAccount, ...access.tiers].some(({ channels }) => channels.includes(channel)),
  );
  return [
    ...offered.map((what) => {
      const { has, why, by } = channelOf(access, what, account, assurance);
      return { what, has, why, ...source(by) };
    }),
    ...(access.benefits ?? []).map((benefit) => ({
      what: benefit.id,
      ...benefitOf(benefit, account, assurance),
      ...source(benefit),
    })),
  ];
};

const source = ({ clause, ours }: { readonly clause: string; readonly ours?: string | undefined }) => ({
  clause,
  ...(ours !== undefined && { ours }),
});

/** What the account would have with an assurance, and has not without one. */
const givenBy = (policy: Rules, account: Account, on: CalendarDate): Granted["what"][] => {
  const without = grantsOf(policy, account, { state: "none" });
  const along = grantsOf(policy, account, { state: "active", until: on });
  return along.filter(({ has }, at) => has && without[at]?.has !== true).map(({ what }) => what);
};

/** What an account may use at this moment, for staff: nothing, once its licence was ended. */
export const entitlementsView = (
  policy: Rules & Pick<Policy, "timeZone">,
  account: Account,
  now: Instant,
) => {
  const today = dateIn(policy.timeZone, now);
  const ended = restrictionInForce(account, now);
  const { id, licence, users } = account;
  const { channels, sessionTypes } = entitlementOf(policy, account, today);
  const about = { account: id, licence, users, licenceEnded: ended !== undefined };
  const had = entitledOn(policy, account, today);
  if (ended === undefined) return { ...about, channels, sessionTypes, ...had };
  const why = `Its licence was ended on ${dateIn(policy.timeZone, ended.at)}.`;
  const clause = policy.conduct?.clause;
  return {
    ...about,
    channels: [],
    sessionTypes: [],
    ...had,
    entitled: had.entitled.map((each) => ({ ...each, has: false, why, clause: clause ?? each.clause })),
    upgrades: [],
  };
};
