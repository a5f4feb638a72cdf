import type { Ports } from "#adapters/ports.ts";
import { type Absence, asAbsence } from "#core/absence/absence.ts";
import { allAnswered, answeredOn } from "#core/absence/answer.ts";
import { verdict } from "#core/absence/verdict.ts";
import { begun, ended } from "#core/absence/write.ts";
import type { Case } from "#core/case/case.ts";
import { listedNumber, listKey, openOnes } from "#core/case/listed.ts";
import { passedOn } from "#core/contacts/call.ts";
import type { Write } from "#core/table.ts";
import { changeCase } from "../case/change.ts";
import { readCase } from "../case/read.ts";
import { untilCommitted } from "../until-committed.ts";

/** At once: each of them costs a read. */
const together = 25;

/**
 * What the moments of an absence bring: when it begins, calls that are with whoever leaves pass on; when it is over, the
 * promise of an automatic answer is settled. Any number of times, late or after a crash, with the same outcome.
 */
export const watchAbsence = async (ports: Ports, it: Absence): Promise<void> => {
  const now = ports.now();
  if (it.begunAt === undefined && it.from <= now && now < it.to) await passCallsOn(ports, it);
  await untilCommitted(ports, async () => {
    const item = await ports.table.get({ pk: it.pk, sk: it.sk });
    return item === undefined ? [] : nextWrites(ports, asAbsence(item));
  });
};

/** At once, where its moment has come; what fails here is left to the sweeper. */
export const watchNow = async (ports: Ports, it: Absence): Promise<void> => {
  if (it.wakeAt === undefined || it.wakeAt > ports.now()) return;
  try {
    await watchAbsence(ports, it);
  } catch (error) {
    ports.log.error("an absence is left to the sweeper", { absence: it.id, error: String(error) });
  }
};

const nextWrites = async (ports: Ports, it: Absence): Promise<Write[]> => {
  const now = ports.now();
  if (it.ended !== undefined) return [];
  if (it.to <= now) return ended(it, verdict(it, await answeredCases(ports, it), now), now);
  return it.begunAt === undefined && it.from <= now ? begun(it, now) : [];
};

const passCallsOn = async (ports: Ports, { pack, person }: Absence): Promise<void> => {
  const { from, to } = openOnes;
  const numbers = (await ports.table.list(listKey(pack), from, to)).map(listedNumber);
  for (const it of await readCases(ports, pack, numbers))
    if (isTheirs(it, person))
      await changeCase(ports, { pack, number: it.number }, (now) => {
        const passed = isTheirs(now, person) ? passedOn(now, "away") : undefined;
        return passed && { ...passed, actor: "kept" };
      });
};

const isTheirs = ({ call, handler, status }: Case, person: string): boolean =>
  call !== undefined && handler === person && (status === "open" || status === "waiting");

const answeredCases = async (ports: Ports, { pk, pack }: Absence): Promise<Case[]> => {
  const answered = await ports.table.list(pk, allAnswered.from, allAnswered.to);
  return readCases(ports, pack, [...new Set(answered.map(answeredOn))]);
};

const readCases = async (ports: Ports, pack: string, numbers: readonly string[]): Promise<Case[]> => {
  const cases: Case[] = [];
  for (let at = 0; at < numbers.length; at += together) {
    const some = numbers.slice(at, at + together).map((number) => readCase(ports, { pack, number }));
    cases.push(...(await Promise.all(some)).filter((each) => each !== undefined));
  }
  return cases;
};
