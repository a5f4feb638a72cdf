import type { ReplyClaim } from "#core/appointment/links.ts";
import type { SubjectType } from "#core/subject.ts";
import type { Destination, MailboxName } from "./destination.ts";

/** A case or an appointment, by what people call it. */
export interface About {
  readonly subject: SubjectType;
  readonly pack: string;
  readonly code: string;
}

/** What a mail may be about, and who belongs to it. Addresses are lower-cased. */
export interface Candidate {
  readonly about: About;
  readonly customer: string;
  readonly staff: readonly string[];
}

/** `From` as the mail has it; `proven` when the receiving service found it aligned (DMARC). */
export interface Sender {
  readonly address?: string;
  readonly proven: boolean;
}

export interface Evidence {
  readonly destination: Destination;
  readonly sender: Sender;
  /** What the signed reply address is about, where it still exists. */
  readonly claimed?: Candidate;
  /** By our Message-IDs that it answers, the nearest first; then by numbers in its subject. */
  readonly hinted: readonly Candidate[];
}

export type Whose =
  | {
      readonly whose: "subject";
      readonly about: About;
      readonly as: ReplyClaim["recipient"];
      /** It came from another address than the one that we know: staff see so, and nothing is sent there. */
      readonly anotherAddress: boolean;
    }
  | { readonly whose: "new"; readonly mailbox: MailboxName; readonly maybeAbout?: About }
  | { readonly whose: "nobody"; readonly maybeAbout?: About };

/**
 * Whose a mail is. A signed reply address is a secret that only its recipient was sent, so it is believed whoever writes;
 * anything else anybody can write, so only a proven sender who belongs to the subject gets in. What merely claims to be
 * about something is kept apart from it, and staff are told what it may belong to.
 */
export const decideWhose = ({ destination, sender, claimed, hinted }: Evidence): Whose => {
  const { claim, mailbox } = destination;
  if (claim !== undefined && claimed !== undefined) return believed(claim, claimed, sender);
  for (const candidate of hinted) {
    const as = belongs(candidate, sender);
    if (as !== undefined) return { whose: "subject", about: candidate.about, as, anotherAddress: false };
  }
  const maybeAbout = hinted[0]?.about;
  const perhaps = maybeAbout === undefined ? {} : { maybeAbout };
  return mailbox === undefined ? { whose: "nobody", ...perhaps } : { whose: "new", mailbox, ...perhaps };
};

const believed = (
  { recipient }: ReplyClaim,
  { about, customer, staff }: Candidate,
  sender: Sender,
): Whose => {
  const known = recipient === "customer" ? [customer] : staff;
  const anotherAddress = recipient !== "thirdParty" && !known.includes(sender.address ?? "");
  return { whose: "subject", about, as: recipient, anotherAddress };
};

const belongs = (
  { customer, staff }: Candidate,
  { address, proven }: Sender,
): ReplyClaim["recipient"] | undefined => {
  if (!proven || address === undefined) return undefined;
  if (address === customer) return "customer";
  return staff.includes(address) ? "host" : undefined;
};
