import type { ReplyClaim } from "#core/appointment/links.ts";
import type { Policy } from "#core/policy/shape.ts";

import type { JournalClaim } from "./journal-claim.ts";

/** The most urgent first: a mail to several of them is what the first says. */
export const mailboxNames = ["complaints", "support", "sales"] as const;
export type MailboxName = (typeof mailboxNames)[number];

/** One company that a mail was brought to, and by which of its addresses. */
export interface Destination {
  readonly pack: string;
  /** Of a reply address that we signed. */
  readonly claim?: ReplyClaim;
  readonly mailbox?: MailboxName;
  /** Of an address to which staff send copies. */
  readonly journal?: JournalClaim;
}

/** What the addresses of the envelope lead to: each company once, a signed reply address before its mailboxes. */
export const destinations = (
  {
    claims,
    journals,
  }: { readonly claims: readonly ReplyClaim[]; readonly journals: readonly JournalClaim[] },
  recipients: readonly string[],
  policies: readonly Pick<Policy, "pack" | "mailboxes">[],
): Destination[] =>
  policies.flatMap(({ pack, mailboxes }) => {
    const claim = claims.find((each) => each.pack === pack);
    const mailbox =
      mailboxNames.find((name) => isAmong(mailboxes[name], recipients)) ??
      (answersOffer(claim) ? "support" : undefined);
    const journal = journals.find((each) => each.pack === pack);
    const found = {
      ...(claim !== undefined && { claim }),
      ...(mailbox !== undefined && { mailbox }),
      ...(journal !== undefined && { journal }),
    };
    return Object.keys(found).length === 0 ? [] : [{ pack, ...found }];
  });

/** An offer is taken by its buttons; what else somebody writes about it is a question. */
const answersOffer = (claim: ReplyClaim | undefined): boolean => claim?.purpose === "offer";

const isAmong = (address: string | undefined, recipients: readonly string[]): boolean =>
  address !== undefined && recipients.includes(address.toLowerCase());

/**
 * Which company's staff look at a mail that leads nowhere: the one that a reply address of a lost key names, or has a
 * mailbox on the domain it was sent to; else the first, for somebody must.
 */
export const keeper = (
  recipients: readonly string[],
  policies: readonly Pick<Policy, "pack" | "mailboxes">[],
): string => {
  const named = recipients.map((address) => /^reply\+[aocf]\.([a-z0-9-]+)\./.exec(address)?.[1]);
  const domains = recipients.map(domainOf);
  const found =
    policies.find(({ pack }) => named.includes(pack)) ??
    policies.find(({ mailboxes }) =>
      Object.values(mailboxes).some((address) => domains.includes(domainOf(address))),
    );
  return (found ?? policies[0])?.pack ?? "";
};

/** An address that leads to us: an automatic mail to it would come back. */
export const isOurs = (address: string, policies: readonly Pick<Policy, "mailboxes">[]): boolean =>
  /^(reply|journal)\+/.test(address) ||
  policies.some(({ mailboxes }) =>
    Object.values(mailboxes).some((mailbox) => mailbox?.toLowerCase() === address),
  );

const domainOf = (address = ""): string => address.slice(address.lastIndexOf("@") + 1).toLowerCase();
