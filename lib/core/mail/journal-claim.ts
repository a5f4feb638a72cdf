import { type CaseMailbox, caseMailboxes } from "#core/policy/case-words.ts";

/**
 * What an address stands for to which staff send a copy of what they write from their own mail program: whose it is, the
 * mailbox that they answer for, and whether it is the full answer or only a first one.
 */
export interface JournalClaim {
  readonly pack: string;
  readonly mailbox: CaseMailbox;
  readonly copyOf: "answer" | "first";
}

const letters = { answer: "a", first: "f" } as const;

/** As it is signed: lower case, for servers on the way may change that. */
export const journalText = ({ pack, mailbox, copyOf }: JournalClaim): string =>
  [pack, mailbox, letters[copyOf]].join(".");

/** The reverse, after its signature was checked. */
export const readJournalText = (text: string): JournalClaim | undefined => {
  const [pack = "", name, letter] = text.split(".");
  const mailbox = caseMailboxes.find((each) => each === name);
  const copyOf = (["answer", "first"] as const).find((each) => letters[each] === letter);
  return mailbox === undefined || copyOf === undefined ? undefined : { pack, mailbox, copyOf };
};
