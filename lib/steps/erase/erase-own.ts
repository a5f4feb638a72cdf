import type { PersonalPorts } from "#adapters/ports.ts";
import { type Appointment, subjectOf } from "#core/appointment/appointment.ts";
import type { Case } from "#core/case/case.ts";
import type { Actor } from "#core/change.ts";
import { asChange } from "#core/change.ts";
import { cameAt, type Person } from "#core/erase/person.ts";
import type { Come, Progress } from "#core/erase/progress.ts";
import { erasedAppointment, erasedCase, erasedReason, erasedVersion } from "#core/erase/remainder.ts";
import { isRefusal } from "#core/errors.ts";
import { asMail, type MailEntry } from "#core/mail/entry.ts";
import type { Item } from "#core/table.ts";
import { changeCase } from "../case/change.ts";
import { payNow } from "../pay.ts";
import { readSubject } from "../subject.ts";
import { allUnder, commitEach, deleted, isBusy, mailsOf, ofType, withoutTraces } from "./beside.ts";
import { eraseMail } from "./erase-mail.ts";
import { asOwn, type Own, ownIn } from "./find.ts";

/** What is a person's own in one part of the table, and came before they asked. */
export const ownBefore = async (
  ports: PersonalPorts,
  person: Person,
  { part, since }: Progress,
): Promise<Item[]> => (await ownIn(ports, person, part)).filter((item) => (cameAt(item) ?? since) <= since);

/** What is written down before anything is erased: a run that dies in between would not find them again. */
export const codesOf = (own: readonly Item[]): string[] =>
  own.flatMap((item) => (asOwn(item).is === "mail" ? [] : [subjectOf(item).code]));

/** Erases it. */
export const eraseOwn = async (
  ports: PersonalPorts,
  person: Person,
  progress: Progress,
  items: readonly Item[],
): Promise<Come> => {
  const come = { mails: 0, busy: [] as string[], mentions: [] as string[] };
  for (const item of items) {
    const own = asOwn(item);
    if (own.is === "mail") {
      const whose = await othersCase(ports, person, item);
      if (whose !== undefined) come.mentions.push(whose);
      else if (await eraseMail(ports, { pack: person.pack, id: String(item["id"]) })) come.mails += 1;
      continue;
    }
    const erased = await eraseSubject(ports, own, progress.by);
    if (erased === "busy") come.busy.push(subjectOf(item).code);
    else come.mails += erased;
  }
  return come;
};

/** The code of somebody else's case or session that the mail is a part of: it stays with that. */
const othersCase = async (
  ports: PersonalPorts,
  { email }: Person,
  item: Item,
): Promise<string | undefined> => {
  const { outcome } = asMail(item) as Pick<MailEntry, "outcome">;
  if (outcome === undefined || outcome.settled === "quarantine") return undefined;
  const code = outcome.settled === "case" ? outcome.number : outcome.code;
  const subject = outcome.settled === "case" ? "case" : outcome.subject;
  const it = await readSubject(ports, {
    pack: outcome.pack,
    code,
    ...(subject === "case" && { subject }),
  });
  return it === undefined || it.customer.email === email ? undefined : code;
};

type OwnSubject = Exclude<Own, { is: "mail" }>;

/** How many mails went with it. */
const eraseSubject = async (
  ports: PersonalPorts,
  own: OwnSubject,
  actor: Actor,
): Promise<number | "busy"> => {
  const items = await allUnder(ports, own.it);
  if (isBusy(items, ports.now())) return "busy";
  const { pack } = subjectOf(own.it);
  let mails = 0;
  for (const id of mailsOf(items)) if (await eraseMail(ports, { pack, id })) mails += 1;
  const done = await withoutPerson(ports, own, items, actor);
  return done ? mails : "busy";
};

const withoutPerson = async (
  ports: PersonalPorts,
  own: OwnSubject,
  items: readonly Item[],
  actor: Actor,
): Promise<boolean> => {
  switch (own.is) {
    case "appointment":
      return eraseAppointment(ports, own.it, items, actor);
    case "case":
      return eraseCase(ports, own.it, actor);
    case "whole":
      // Its head last: by it a run that died finds the rest again.
      await commitEach(ports, items.filter(({ sk }) => sk !== "head").map(deleted));
      await commitEach(ports, [deleted(own.it)]);
      return true;
  }
};

const eraseAppointment = async (
  ports: PersonalPorts,
  it: Appointment,
  items: readonly Item[],
  actor: Actor,
): Promise<boolean> => {
  const now = ports.now();
  await commitEach(ports, [
    ...withoutTraces(items),
    ...ofType(items, "version").map((item) => erasedVersion(item, now)),
    ...ofType(items, "change")
      .filter((item) => item["reason"] !== undefined)
      .map(erasedReason),
  ]);
  const [head, entry] = erasedAppointment(it, { actor, now });
  if (head === undefined || entry === undefined || !("put" in entry)) return false;
  const { committed } = await ports.table.commit([head, entry]);
  if (committed) await payNow(ports, asChange(entry.put));
  return committed;
};

/** The words are deleted before each attempt: one that commits has met nobody who wrote others meanwhile. */
const eraseCase = async (ports: PersonalPorts, { pack, number }: Case, actor: Actor): Promise<boolean> => {
  const after = await changeCase(ports, { pack, number }, async (it) => {
    await commitEach(ports, withoutTraces(await allUnder(ports, it)));
    return erasedCase(it, { actor, now: ports.now() });
  });
  return !isRefusal(after) || after.refused === "not-found";
};
