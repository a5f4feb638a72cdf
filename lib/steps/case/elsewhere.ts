import type { ElsewherePorts } from "#adapters/ports.ts";
import type { Case } from "#core/case/case.ts";
import { asElsewhere, type Elsewhere, putElsewhere, rest, type Telling } from "#core/case/elsewhere.ts";
import {
  type ElsewhereAnswer,
  type ElsewhereErrand,
  type Followed,
  followAnswer,
} from "#core/case/elsewhere-answer.ts";
import { nextTelling } from "#core/case/elsewhere-next.ts";
import { type Picture, pictureOf } from "#core/case/elsewhere-picture.ts";
import { elsewhereTask } from "#core/case/elsewhere-tasks.ts";
import { planMilestones } from "#core/policy/case-plan.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { SystemPolicy } from "#core/policy/systems.ts";
import type { Item, Key, Write } from "#core/table.ts";
import { asTask, closeTask } from "#core/task.ts";
import { hour, minute, plus } from "#core/time.ts";
import { untilCommitted } from "../until-committed.ts";
import { readCase } from "./read.ts";
import { policyOf } from "./rules.ts";

/** Twice what a Lambda may take: then nobody is at it any more. */
const lease = minute;

/** Registered, answered, closed, and what was meanwhile: more in a row means that something is wrong. */
const mostTellings = 8;

/**
 * Makes one other system look like one case, step by step, each told until it is taken. Of two runs at once one tells; one
 * that died is repeated with the same telling once its lease is over.
 * @returns `later` when that system should be left alone for now.
 */
export const tellOne = async (
  ports: ElsewherePorts,
  key: Key,
  enough: () => boolean,
): Promise<"done" | "later"> => {
  for (let count = 0; count < mostTellings && !enough(); count += 1) {
    const begun = await begin(ports, key);
    if (begun === undefined) return "done";
    const answer = await ports.elsewhere.tell(begun.errand);
    await settle(ports, key, begun, answer);
    if (answer.outcome === "later") return "later";
    if (answer.outcome !== "told") return "done";
  }
  return "done";
};

interface Begun {
  readonly claim: string;
  readonly system: SystemPolicy;
  readonly errand: ElsewhereErrand;
}

/** Claims the next telling, and fixes it; nothing where there is none, or somebody is at it. */
const begin = async (ports: ElsewherePorts, key: Key): Promise<Begun | undefined> => {
  let begun: Begun | undefined;
  await untilCommitted(ports, async () => {
    begun = undefined;
    const item = await read(ports, key);
    if (item === undefined || isClaimed(item, ports)) return [];
    const ready = await unlessGivenUp(ports, item);
    if (ready === undefined) return [putElsewhere(item, item, plus(ports.now(), hour))];
    const wanted = await lookAt(ports, ready);
    const telling = wanted && (ready.telling ?? nextTelling(ready, wanted.picture, wanted.it.rev));
    if (wanted === undefined || telling === undefined) return rest(item);
    const claim = { id: ports.newId(), until: plus(ports.now(), lease) };
    begun = { claim: claim.id, system: wanted.system, errand: errandOf(ready, telling, wanted) };
    return [putElsewhere(item, { ...ready, telling, seq: telling.seq, claim }, claim.until)];
  });
  return begun;
};

const read = async (ports: ElsewherePorts, key: Key): Promise<Elsewhere | undefined> => {
  const item: Item | undefined = await ports.table.get(key);
  return item && asElsewhere(item);
};

const isClaimed = ({ claim }: Elsewhere, ports: ElsewherePorts): boolean =>
  claim !== undefined && ports.now() < claim.until;

/** Once a person has done its task it begins anew; and where the case has changed since, that may be taken. */
const unlessGivenUp = async (ports: ElsewherePorts, item: Elsewhere): Promise<Elsewhere | undefined> => {
  const { givenUp, trouble: _trouble, ...anew } = item;
  if (givenUp === undefined || item.wanted > givenUp.wanted) return item;
  const task = await ports.table.get(givenUpTask(ports, item));
  const open = task !== undefined && asTask(task).done === undefined;
  return open ? undefined : { ...anew, round: item.round + 1 };
};

const givenUpTask = (ports: ElsewherePorts, item: Elsewhere): Key =>
  elsewhereTask(item, { what: "elsewhere-given-up", reason: "" }, ports.now()).put;

/** It was taken after all, when the case had changed: the task has answered itself. */
const takeBack = async (ports: ElsewherePorts, item: Elsewhere): Promise<void> => {
  await ports.table.commit([closeTask(givenUpTask(ports, item))]);
};

interface Wanted {
  readonly it: Case;
  readonly picture: Picture;
  readonly system: SystemPolicy;
}

/** Nothing where the case is gone, or its company does without this system by now. */
const lookAt = async (ports: ElsewherePorts, item: Elsewhere): Promise<Wanted | undefined> => {
  const it = await readCase(ports, item);
  if (it === undefined) return undefined;
  const policy = await policyOf(ports, it);
  // How that system is spoken to is no promise: what is deployed now counts, so that a mistake there can be put right.
  const system = systemOf(ports.policies.current(it.pack)?.policy ?? policy, item);
  if (system === undefined) return undefined;
  const plan = planMilestones(policy.cases?.kinds[it.kind]?.milestones ?? []);
  return { it, system, picture: pictureOf(it, (id) => plan.find((each) => each.id === id)?.name ?? id) };
};

const systemOf = ({ cases }: Policy, { system }: Elsewhere): SystemPolicy | undefined =>
  cases?.systems?.find(({ id }) => id === system);

const errandOf = (
  { pack, number, remote }: Elsewhere,
  { seq, what, picture }: Telling,
  { system, it: { receivedAt } }: Wanted,
): ElsewhereErrand => ({
  pack,
  number,
  system,
  receivedAt,
  seq,
  what,
  picture,
  ...(remote !== undefined && { remote }),
});

/** A person is told before it is settled, so that no crash can hide it; the task's guard keeps it to once. */
const settle = async (
  ports: ElsewherePorts,
  key: Key,
  { claim, system }: Begun,
  answer: ElsewhereAnswer,
): Promise<void> => {
  await untilCommitted(ports, async (): Promise<Write[]> => {
    const item = await read(ports, key);
    if (item?.claim?.id !== claim) return [];
    const followed = followAnswer(item, answer, system, ports.now());
    await tellPerson(ports, item, followed);
    if (answer.outcome === "told" && item.givenUp !== undefined) await takeBack(ports, item);
    return [putElsewhere(item, followed.after, followed.wakeAt)];
  });
};

const tellPerson = async (ports: ElsewherePorts, item: Elsewhere, { task }: Followed): Promise<void> => {
  if (task === undefined) return;
  const opened = await ports.table.commit([elsewhereTask(item, task, ports.now())]);
  const { pack, number, system } = item;
  if (opened.committed) ports.log.error("needs a person", { ...task, pack, code: number, system });
};
