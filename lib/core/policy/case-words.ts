/**
 * Where a case came in. `personal`: the address of one of the staff, who brought a copy to the journal; `phone`: a call
 * with a question of the matrix.
 */
export const caseMailboxes = ["complaints", "support", "sales", "personal", "phone"] as const;
export type CaseMailbox = (typeof caseMailboxes)[number];

/** The company has no address for these: a kind knows them only where it promises something about them. */
export const withoutAddress = (mailbox: CaseMailbox): mailbox is "personal" | "phone" =>
  mailbox === "personal" || mailbox === "phone";

/** Who hears of what is late, from the one who handles the case up to the board. */
export const receivers = ["handler", "manager", "board"] as const;
export type Receiver = (typeof receivers)[number];

/** Other systems that can be told of cases. */
export const systemIds = ["servicenow", "pct"] as const;
export type SystemId = (typeof systemIds)[number];
