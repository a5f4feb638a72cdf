import type { MailPorts } from "#adapters/ports.ts";
import { asMail, asMailOn, type MailEntry, type MailOn } from "#core/mail/entry.ts";
import type { Arrival, ReadMail, Verdicts } from "#core/mail/mail.ts";
import type { MailOutcome } from "#core/mail/outcome.ts";
import { settleMail } from "#steps/mail/settle.ts";
import type { TestWorld } from "./world.ts";

/** A mail as a test tells it: what it says, and how the receiving service found it. */
export interface Told extends Partial<Omit<ReadMail, "from" | "headers">> {
  readonly id?: string;
  readonly from?: string;
  readonly name?: string;
  readonly envelope?: string;
  readonly verdicts?: Partial<Verdicts>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly unreadable?: string;
}

export type MailWorld<World extends TestWorld> = World & MailPorts;

const passed: Verdicts = { spf: "PASS", dkim: "PASS", dmarc: "PASS", spam: "PASS", virus: "PASS" };
export const unproven: Partial<Verdicts> = { dmarc: "FAIL", spf: "FAIL", dkim: "FAIL" };

/** A world that gets mail; a raw mail there is the JSON of what would be read of it. */
export const withMail = <World extends TestWorld>(
  world: World,
  packs: readonly string[],
): MailWorld<World> => ({
  ...world,
  packs: () => packs,
  mailReader: { read: async (raw) => JSON.parse(new TextDecoder().decode(raw)) as ReadMail },
  rawMails: {
    keptDays: 90,
    size: async () => 0,
    read: async () => new Uint8Array(),
    storedBetween: async () => [],
  },
});

let count = 0;

/** Arrives now, at these addresses, by default from Noor. */
export const arrive = async (
  world: MailPorts,
  recipients: readonly string[],
  told: Told = {},
): Promise<MailOutcome> => {
  const { id = `mail-${(count += 1)}`, from = "noor@customer.example", name = "Noor Bakker", ...rest } = told;
  const { verdicts, envelope = from, headers = {}, unreadable, ...mail } = rest;
  const arrival: Arrival = {
    id,
    receivedAt: world.now(),
    sender: envelope,
    recipients,
    verdicts: { ...passed, ...verdicts },
    from,
    ...(mail.subject !== undefined && { subject: mail.subject }),
  };
  const read: ReadMail = {
    references: [],
    to: recipients.map((address) => ({ name: "", address })),
    cc: [],
    subject: "",
    text: "",
    attachments: [],
    ...mail,
    headers: Object.entries(headers).map(([key, value]) => ({ name: key, value })),
    ...(from !== "" && { from: { name, address: from } }),
  };
  const raw = JSON.stringify(unreadable === undefined ? read : { unreadable });
  return settleMail(world, arrival, new TextEncoder().encode(raw));
};

export const keptMails = (world: TestWorld): MailEntry[] =>
  world.table
    .all()
    .filter(({ type }) => type === "kept-mail")
    .map(asMail);

export const quarantined = (world: TestWorld): string[] =>
  world.table
    .all()
    .filter(({ type }) => type === "quarantined")
    .map(({ reason }) => String(reason));

export const mailsAbout = (world: TestWorld, code: string): MailOn[] =>
  world.table
    .all()
    .filter(({ type, pk }) => type === "mail-on" && pk.endsWith(`#${code}`))
    .map(asMailOn);

export const tasksOf = (world: TestWorld): unknown[] =>
  world.table
    .all()
    .filter(({ type }) => type === "task")
    .map(({ what }) => what);
