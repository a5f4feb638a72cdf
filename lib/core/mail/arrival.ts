import type { Policy } from "#core/policy/shape.ts";

const mailboxNames = ["complaints", "support", "sales"] as const;

/** Every address that a company's policy asks customers to write to, lower-cased. */
export const mailboxesOf = ({ mailboxes }: Pick<Policy, "mailboxes">): string[] =>
  mailboxNames.flatMap((name) => mailboxes[name]?.toLowerCase() ?? []);

/**
 * Where a company's own mail server hands on what comes to its mailboxes, `support@expandit.com → expandit.support@…`: they
 * lie in domains of its own, and not every company lets us receive for those.
 */
export const forwardsOf = (
  { pack, mailboxes }: Pick<Policy, "pack" | "mailboxes">,
  mailDomain: string,
): string[] =>
  mailboxNames.flatMap((name) => {
    const address = mailboxes[name]?.toLowerCase();
    return address === undefined ? [] : [`${address} → ${pack}.${name}@${mailDomain}`];
  });

/**
 * The mailbox that a mail was meant for, where it came to that mailbox's address for handing on; any other address as it
 * is, lower-cased.
 */
export const meantFor = (
  recipient: string,
  mailDomain: string,
  policyOf: (pack: string) => Pick<Policy, "mailboxes"> | undefined,
): string => {
  const address = recipient.toLowerCase();
  const [local, domain] = splitAddress(address);
  const [pack = "", named] = local.split(".");
  const mailbox = mailboxNames.find((name) => name === named);
  if (domain !== mailDomain || mailbox === undefined) return address;
  return policyOf(pack)?.mailboxes[mailbox]?.toLowerCase() ?? address;
};

/** Local part and domain; a text without an @ has no domain. */
export const splitAddress = (address: string): readonly [local: string, domain: string | undefined] => {
  const at = address.lastIndexOf("@");
  return at < 0 ? [address, undefined] : [address.slice(0, at), address.slice(at + 1)];
};

/** How a mail was handed to us, as the receiving service saw it. */
export interface HandedOver {
  /** Of the envelope. */
  readonly sender: string;
  readonly spf: string;
  /** The IP address of the server that brought it. */
  readonly from?: string | undefined;
}

/**
 * The known forwarder that handed a mail over: one named by its IP address, or by the domain in whose name it was allowed
 * to send (SPF passed for the envelope's sender). What the mail says of its own way here proves nothing.
 */
export const forwarderOf = (
  known: readonly string[],
  { sender, spf, from }: HandedOver,
): string | undefined => {
  const [, domain] = splitAddress(sender.toLowerCase());
  return known.find((each) => each === from || (spf === "PASS" && each === domain));
};
