import type { DeployedPolicy, PersonalPorts } from "#adapters/ports.ts";
import type { Actor } from "#core/change.ts";
import type { Person } from "#core/erase/person.ts";
import { mentionsAddress } from "#core/erase/person.ts";
import {
  asProgress,
  begun,
  further,
  isThrough,
  type Progress,
  progressKey,
  putProgress,
  recordErasure,
  withCodes,
} from "#core/erase/progress.ts";
import type { Refusal } from "#core/errors.ts";
import { deleted } from "./beside.ts";
import { closeOpen } from "./close-open.ts";
import { eraseCustomer, eraseNames } from "./erase-names.ts";
import { codesOf, eraseOwn, ownBefore } from "./erase-own.ts";
import { type StillOpen, stillOpen } from "./find.ts";

export interface ForgetWish {
  /** Lower-cased. */
  readonly email: string;
  /** In the company's own words, and without the address: it is kept. */
  readonly reason: string;
  /** What is still open is ended, in the company's name. */
  readonly evenOpen: boolean;
  readonly actor: Actor;
}

export interface Forgetting {
  /** Nothing is left. Otherwise the same request is sent again. */
  readonly done: boolean;
  /** Codes of what was theirs, mails not among them. */
  readonly codes: readonly string[];
  readonly mails: number;
  /** Codes of what is being sent or done at this moment: it is erased when that is over, minutes later at most. */
  readonly busy: readonly string[];
  /** Codes of what belongs to others and names the address. */
  readonly mentions: readonly string[];
}

/** So many parts of the table in one request. */
const partsAtOnce = 4;

/**
 * Erases a customer step by step: a request does some of it, and answers how far it has come. What is open is named first, and
 * nothing is done. Sent again after a crash, or by two at once, it goes on where the last one was.
 * @throws Contended when others kept writing.
 */
export const forget = async (
  ports: PersonalPorts,
  company: DeployedPolicy,
  wish: ForgetWish,
): Promise<Forgetting | Refusal<"still-open" | "names-customer">> => {
  const person = { pack: company.policy.pack, email: wish.email };
  if (mentionsAddress(person, wish.reason)) return namesCustomer;
  const before = await ports.table.get(progressKey(person));
  const open = await stillOpen(ports, person);
  if (before === undefined && !wish.evenOpen && isAnything(open)) return notYet(open);
  const progress = before === undefined ? await begin(ports, person, wish) : asProgress(before);
  if (progress === undefined) return goingOn;
  // What was opened after they asked is none of what they asked for.
  if (progress.doing === "own" && wish.evenOpen) await closeOpen(ports, company, open, progress.by);
  return goOn(ports, person, progress);
};

const isAnything = ({ appointments, cases, places }: StillOpen): boolean =>
  appointments.length + cases.length + places.length > 0;

const namesCustomer = {
  refused: "names-customer",
  detail: "The reason is kept: write it without the customer's address.",
} as const;

/** Of each the code alone. */
const notYet = ({ appointments, cases, places }: StillOpen): Refusal<"still-open"> => {
  const open = [
    ...appointments.map(({ code }) => `session ${code}`),
    ...cases.map(({ number }) => `case ${number}`),
    ...places.map(({ code }) => `place ${code} on the waiting list`),
  ];
  return {
    refused: "still-open",
    detail: `Still open: ${open.join(", ")}. Ended with evenOpen: sessions are cancelled and cases closed in the company's name.`,
  };
};

const goingOn: Forgetting = { done: false, codes: [], mails: 0, busy: [], mentions: [] };

/** `undefined` where somebody else began at the same moment. */
const begin = async (
  ports: PersonalPorts,
  person: Person,
  { actor, reason }: ForgetWish,
): Promise<Progress | undefined> => {
  const first = begun(person, { since: ports.now(), by: actor, reason });
  return written(ports, first);
};

const goOn = async (ports: PersonalPorts, person: Person, from: Progress): Promise<Forgetting> => {
  let progress: Progress = { ...from, busy: from.part === 0 ? [] : from.busy };
  for (let count = 0; count < partsAtOnce && !isThrough(progress); count += 1) {
    const next = await (progress.doing === "own" ? ownPart : namesPart)(ports, person, progress);
    if (next === undefined) return goingOn;
    progress = next;
    if (isToldBusy(progress)) break;
  }
  if (isThrough(progress)) await end(ports, person, progress);
  const { codes, mails, busy, mentions } = progress;
  return { done: isThrough(progress), codes, mails, busy: isToldBusy(progress) ? busy : [], mentions };
};

/** `undefined` where another run has come further. */
type Part = (ports: PersonalPorts, person: Person, progress: Progress) => Promise<Progress | undefined>;

const ownPart: Part = async (ports, person, progress) => {
  const own = await ownBefore(ports, person, progress);
  const noted = own.length === 0 ? progress : await written(ports, withCodes(progress, codesOf(own)));
  return noted && written(ports, further(noted, await eraseOwn(ports, person, noted, own)));
};

const namesPart: Part = async (ports, person, progress) =>
  written(ports, further(progress, await eraseNames(ports, person, progress)));

const written = async ({ table }: PersonalPorts, next: Progress): Promise<Progress | undefined> => {
  const { committed } = await table.commit([putProgress(next)]);
  return committed ? { ...next, rev: next.rev + 1 } : undefined;
};

/** Once all was looked at: only then is it known what is left. */
const isToldBusy = ({ doing, part, busy }: Progress): boolean =>
  doing === "own" && part === 0 && busy.length > 0;

const end = async (ports: PersonalPorts, person: Person, progress: Progress): Promise<void> => {
  await eraseCustomer(ports, person, progress.codes);
  const { codes, mails } = progress;
  const found = codes.length + mails > 0;
  const record = recordErasure(person.pack, ports.newId(), progress, ports.now());
  await ports.table.commit([deleted(progressKey(person)), ...(found ? [record] : [])]);
};
