import type { PromiseState } from "#core/appointment/appointment.ts";
import type { Item, Key, Write } from "#core/table.ts";
import { hour, type Instant, minute, plus } from "#core/time.ts";
import type { Profile } from "./customer.ts";
import type { Restriction } from "./restriction.ts";

/** Abusive language, a personal attack, harassment: what was reported, and what a person decided (taxdome §2). */
export interface Incident extends Key {
  readonly type: "conduct";
  readonly pack: string;
  readonly id: string;
  readonly rev: number;
  /** Grows with each judgement; a letter is about one of them. */
  readonly version: number;
  /** The customer's address. */
  readonly customer: string;
  readonly account?: string;
  /** For staff only, as is all that follows. */
  readonly evidence: string;
  readonly reportedBy: string;
  readonly reportedAt: Instant;
  /** How to write to the customer. */
  readonly reader: Profile;
  readonly judgement?: Judgement;
  /** What the customer is told of the judgement; absent where there is nothing to tell. */
  readonly told?: Told;
}

export type Verdict =
  | { readonly outcome: "none" | "warning" | "permanent" | "licence-ended" }
  /** `until`: the first moment at which it no longer holds. */
  | { readonly outcome: "restriction"; readonly until: Instant };

export type Judgement = Verdict & {
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
  readonly openBookings: "keep" | "cancel";
};

/** A promise to write, as the sender finds it. */
export type Told = PromiseState & {
  readonly says: Verdict["outcome"] | "lifted";
  readonly due: Instant;
  readonly sendUntil: Instant;
};

export const incidentKey = (pack: string, id: string): Key => ({ pk: `${pack}#conduct#${id}`, sk: "head" });

export const asIncident = (item: Item): Incident => item as unknown as Incident;

/** The promise of its letter, in the ledger and in the entries. */
export const conductLetter = "conduct";

export const reported = (
  { pack, id }: Pick<Incident, "pack" | "id">,
  facts: Pick<Incident, "customer" | "account" | "evidence" | "reportedBy" | "reader">,
  now: Instant,
): Incident => ({
  ...incidentKey(pack, id),
  type: "conduct",
  pack,
  id,
  rev: 1,
  version: 1,
  ...facts,
  reportedAt: now,
});

/** The incident as it was judged, perhaps anew: the newest judgement counts, and brings its own letter. */
export const judged = (incident: Incident, judgement: Judgement): Incident => {
  const { told: _before, ...rest } = incident;
  const says = tells(incident, judgement);
  return {
    ...rest,
    rev: incident.rev + 1,
    version: incident.version + 1,
    judgement,
    ...(says !== undefined && { told: promised(says, judgement.at) }),
  };
};

/** A report that came to nothing is not told; a judgement that took something and is taken back is. */
const tells = ({ judgement: before }: Incident, { outcome }: Verdict): Told["says"] | undefined => {
  if (outcome !== "none") return outcome;
  return before === undefined || before.outcome === "none" ? undefined : "lifted";
};

const promised = (says: Told["says"], at: Instant): Told => ({
  state: "open",
  says,
  due: plus(at, 5 * minute),
  // Ours: a letter about what already holds is worth having however late; after three days a person writes it.
  sendUntil: plus(at, 72 * hour),
});

/** What a judgement takes, if it takes anything. */
export const restrictionOf = ({ id, judgement }: Incident): Restriction | undefined => {
  switch (judgement?.outcome) {
    case undefined:
    case "none":
    case "warning":
      return undefined;
    case "restriction":
      return { incident: id, at: judgement.at, until: judgement.until };
    case "permanent":
    case "licence-ended":
      return { incident: id, at: judgement.at };
  }
};

/** Writes the incident as it was read and changed; refused when anything was written meanwhile. */
export const putIncident = (incident: Incident): Write => ({
  put: { ...incident },
  if: incident.rev === 1 ? { exists: false } : { equals: { rev: incident.rev - 1 } },
});

/** How a letter ended; refused when the incident was written meanwhile. */
export const settleTold = (incident: Incident, state: PromiseState): Write => {
  const { says, due, sendUntil } = incident.told ?? { says: "none" as const, due: "", sendUntil: "" };
  return {
    update: { pk: incident.pk, sk: incident.sk },
    set: { told: { says, due, sendUntil, ...state }, rev: incident.rev + 1 },
    if: { equals: { rev: incident.rev } },
  };
};

/** For staff of the company, and nobody else. */
export const incidentView = ({
  pk: _pk,
  sk: _sk,
  type: _type,
  pack: _pack,
  reader: _reader,
  ...seen
}: Incident) => seen;
