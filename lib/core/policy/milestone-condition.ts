import type { CaseMailbox } from "./case-words.ts";
import type { Condition } from "./condition-shape.ts";

/** Names whoever has no licence that holds, among licences. */
export const noLicence = "none";

/** What a condition asks of a case. */
export interface Circumstances {
  readonly mailbox?: CaseMailbox | undefined;
  /** As it stood when the case was registered. */
  readonly entitled?: { readonly licence?: string | undefined; readonly inbox: boolean } | undefined;
}

export const meets = (
  { mailboxes, licences, inbox }: Condition,
  { mailbox, entitled = openToAll }: Circumstances,
): boolean =>
  among(mailboxes, mailbox) &&
  among(licences, entitled.licence ?? noLicence) &&
  (inbox === undefined || inbox === entitled.inbox);

/** Of a case that was registered before licences were asked for. */
const openToAll: NonNullable<Circumstances["entitled"]> = { inbox: true };

const among = (all: readonly string[] | undefined, one: string | undefined): boolean =>
  all === undefined || (one !== undefined && all.includes(one));

/** "sales", "support, premium", "without inbox": what staff read behind the milestone's name. */
export const conditionInWords = ({ mailboxes = [], licences = [], inbox }: Condition): string =>
  [
    ...mailboxes,
    ...licences.map((each) => (each === noLicence ? "no licence" : each)),
    ...(inbox === undefined ? [] : [inbox ? "inbox" : "without inbox"]),
  ].join(", ");
