import type { CalendarDate } from "#core/calendar.ts";
import type { Refusal } from "#core/errors.ts";
import type { AccessPolicy, Policy, SessionType, Tier } from "#core/policy/shape.ts";
import { type ServiceChannel, serviceChannels } from "#core/policy/vocabulary.ts";
import type { Account } from "./account.ts";
import { type AssuranceState, assuranceOn } from "./assurance.ts";

/** What somebody may use. */
export interface Entitlement {
  readonly channels: readonly ServiceChannel[];
  readonly sessionTypes: readonly string[];
  /** The licence that gives it; none for whoever has none that holds. */
  readonly licence?: string;
}

/**
 * What an account may use on a day of the company's calendar (mission B1, B2); without one, what the policy gives to
 * whoever names none. A policy without rules about access gives everything to everybody.
 */
export const entitlementOf = (
  { access, appointments }: Pick<Policy, "access" | "appointments">,
  account: Account | undefined,
  today: CalendarDate,
): Entitlement => {
  const offered = (appointments?.sessionTypes ?? []).map(({ id }) => id);
  if (access === undefined) return { channels: serviceChannels, sessionTypes: offered };
  const tier = account && tierOf(access, account, assuranceOn(account, today));
  const granted = account === undefined ? access.withoutAccount : tier;
  if (granted === undefined) return { channels: [], sessionTypes: [] };
  return {
    channels: granted.channels,
    sessionTypes: sessionsIn(granted, offered),
    ...(tier !== undefined && { licence: tier.licence }),
  };
};

const sessionsIn = (
  { channels, sessionTypes }: Pick<Tier, "channels" | "sessionTypes">,
  offered: readonly string[],
): readonly string[] => (channels.includes("sessions") ? (sessionTypes ?? offered) : []);

/** The highest tier of the licence that the account reaches, and whose conditions it meets. */
export const tierOf = (
  access: AccessPolicy,
  account: Account,
  { state }: Pick<AssuranceState, "state">,
): Tier | undefined =>
  tiersReached(access, account)
    .filter(({ needsAssurance }) => needsAssurance !== true || state === "active")
    .reduce<Tier | undefined>(
      (highest, each) => (highest === undefined || each.fromUsers > highest.fromUsers ? each : highest),
      undefined,
    );

/** Those of its licence that it has users enough for, whatever else they ask. */
export const tiersReached = ({ tiers }: AccessPolicy, { licence, users }: Account): readonly Tier[] =>
  tiers.filter((tier) => tier.licence === licence && tier.fromUsers <= users);

/** The answer names what would be needed, so that nobody has to ask. */
export const notEntitled = (
  { access }: Pick<Policy, "access">,
  { id, name }: SessionType,
): Refusal<"not-entitled"> => {
  const needed = (access?.tiers ?? []).filter((tier) => sessionsIn(tier, [id]).includes(id)).map(tierInWords);
  const what = `${name.en} is not part of the licence of this account`;
  return {
    refused: "not-entitled",
    detail:
      needed.length === 0 ? `${what}, nor of any other.` : `${what}; needed is ${needed.join(", or ")}.`,
  };
};

export const tierInWords = ({ licence, fromUsers, needsAssurance }: Tier): string =>
  [
    licence,
    ...(fromUsers > 1 ? [`with ${fromUsers} users or more`] : []),
    ...(needsAssurance === true ? ["with Software Assurance that has not ended"] : []),
  ].join(" ");

/** An account whose licence no tier names would be entitled to nothing, most likely by a slip of the pen. */
export const licenceProblem = (
  { access }: Pick<Policy, "access">,
  licence: string,
): Refusal<"unknown-licence"> | undefined => {
  if (access === undefined || access.tiers.some((tier) => tier.licence === licence)) return undefined;
  const known = [...new Set(access.tiers.map((tier) => tier.licence))].join(", ");
  return { refused: "unknown-licence", detail: `There is no licence "${licence}"; write one of ${known}.` };
};

/** A level that has no price would have no upgrade either. */
export const levelProblem = (
  { access }: Pick<Policy, "access">,
  level: string | undefined,
): Refusal<"unknown-level"> | undefined => {
  const known = (access?.levels?.steps ?? []).map(({ id }) => id);
  if (level === undefined || known.includes(level)) return undefined;
  const instead =
    known.length === 0 ? "leave it out: the policy has none" : `write one of ${known.join(", ")}`;
  return { refused: "unknown-level", detail: `There is no level "${level}"; ${instead}.` };
};
