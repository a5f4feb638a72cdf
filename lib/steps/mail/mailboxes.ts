import type { Ports } from "#adapters/ports.ts";
import type { JournalClaim } from "#core/mail/journal-claim.ts";
import { type CaseMailbox, caseMailboxes, withoutAddress } from "#core/policy/case-words.ts";
import type { Policy } from "#core/policy/shape.ts";

export interface MailboxWithJournal {
  readonly mailbox: CaseMailbox;
  /** None for mail to one of the staff. */
  readonly address?: string | undefined;
  readonly journal: { readonly answer: string; readonly first: string };
}

/** The mailboxes of a company that takes cases, and where copies of answers for each are sent. */
export const mailboxesWithJournal = async (
  { links }: Pick<Ports, "links">,
  { pack, mailboxes, cases }: Policy,
): Promise<MailboxWithJournal[]> => {
  if (cases === undefined) return [];
  const personal = cases.kinds.inquiry?.milestones.some(({ when }) => when?.mailboxes?.includes("personal"));
  const there = caseMailboxes.filter((mailbox) =>
    withoutAddress(mailbox) ? mailbox === "personal" && personal === true : mailboxes[mailbox] !== undefined,
  );
  const journalOf = (mailbox: CaseMailbox, copyOf: JournalClaim["copyOf"]) =>
    links.journalAddress({ pack, mailbox, copyOf });
  return Promise.all(
    there.map(async (mailbox) => ({
      mailbox,
      ...(!withoutAddress(mailbox) && { address: mailboxes[mailbox] }),
      journal: { answer: await journalOf(mailbox, "answer"), first: await journalOf(mailbox, "first") },
    })),
  );
};
