import * as z from "zod";
import { id } from "./fields.ts";

/**
 * Where a case came in. `personal`: the address of one of the staff, who brought a copy to the journal; `phone`: a call
 * with a question of the matrix.
 */
export const caseMailboxes = ["complaints", "support", "sales", "personal", "phone"] as const;
export type CaseMailbox = (typeof caseMailboxes)[number];

/** The company has no address for these: a kind knows them only where it promises something about them. */
export const withoutAddress = (mailbox: CaseMailbox): mailbox is "personal" | "phone" =>
  mailbox === "personal" || mailbox === "phone";

/** Names whoever has no licence that holds, among licences. */
export const noLicence = "none";

/** To which cases a milestone belongs, of all of its kind; whatever is left out does not matter. */
export const condition = z
  .strictObject({
    mailboxes: z.array(z.enum(caseMailboxes)).min(1).optional().describe("Under which it is logged"),
    licences: z
      .array(id)
      .min(1)
      .optional()
      .describe(
        `Licences under access.tiers; "${noLicence}" is whoever has none that holds on the day of receipt`,
      ),
    inbox: z
      .boolean()
      .optional()
      .describe("Whether the customer's licence includes the dedicated inbox, as access says"),
  })
  .describe("Left out: to all");

export type Condition = z.infer<typeof condition>;

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
