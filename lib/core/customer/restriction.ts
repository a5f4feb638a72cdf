import type { Refusal } from "#core/errors.ts";
import type { Instant } from "#core/time.ts";

/**
 * What a judgement about conduct took from a customer, or from an account (taxdome §2): at most one for each incident.
 * It ends by itself: whether it is in force is computed from `until`, never stored.
 */
export interface Restriction {
  /** The incident that was judged; who judged it, and why, stands there, for staff only. */
  readonly incident: string;
  readonly at: Instant;
  /** The first moment at which it no longer holds; absent: for good. */
  readonly until?: Instant;
}

/** Whoever may be restricted: a customer or an account. */
export interface Restrictable {
  readonly restrictions?: readonly Restriction[];
}

/** The restriction that holds longest at this moment, if any holds. Exactly at `until` it no longer does. */
export const restrictionInForce = (
  { restrictions = [] }: Restrictable,
  now: Instant,
): Restriction | undefined =>
  restrictions
    .filter(({ until }) => until === undefined || now < until)
    .reduce<Restriction | undefined>(
      (longest, each) => (holdsLonger(each, longest) ? each : longest),
      undefined,
    );

const holdsLonger = (one: Restriction, other: Restriction | undefined): boolean =>
  other === undefined || (other.until !== undefined && (one.until === undefined || one.until > other.until));

/**
 * Why somebody can neither book, move a session, nor take an offer at this moment. Cancelling stays allowed.
 * The answer says until when, never why: that is in the letter.
 */
export const restrictionProblem = (who: Restrictable, now: Instant): Refusal<"restricted"> | undefined => {
  const restriction = restrictionInForce(who, now);
  return restriction && { refused: "restricted", detail: said(restriction) };
};

const said = ({ until }: Restriction): string =>
  until === undefined
    ? "Support is no longer available to you here; the letter that you received says why, and how to object."
    : `Sessions can be booked and moved again from ${until} on; the letter that you received says why, and how to object.`;

/** One incident's restriction put in the place of what it brought before; `undefined` takes it away. */
export const restrictedBy = (
  { restrictions = [] }: Restrictable,
  incident: string,
  restriction: Restriction | undefined,
): readonly Restriction[] => [
  ...restrictions.filter((each) => each.incident !== incident),
  ...(restriction === undefined ? [] : [restriction]),
];
