import type { Ports } from "#adapters/ports.ts";
import type { Away } from "#core/absence/absence.ts";
import { reach } from "#core/absence/stand-in.ts";
import { type Task, taskView } from "#core/task.ts";
import type { Instant } from "#core/time.ts";
import { readCase } from "../case/read.ts";
import { openTasks } from "../tasks.ts";
import { readAbsences } from "./read.ts";

/** At once: each of them may cost a read. */
const together = 25;

/** What waits at this company, the oldest first: whose it is, and while they are away, who does it instead. */
export const tasksNow = async (ports: Ports, pack: string): Promise<ReturnType<typeof shown>[]> => {
  const tasks = await openTasks(ports, pack);
  const absences = await readAbsences(ports, pack, ports.now());
  const owners: (string | undefined)[] = [];
  for (let at = 0; at < tasks.length; at += together)
    owners.push(
      ...(await Promise.all(tasks.slice(at, at + together).map((task) => ownerOf(ports, pack, task)))),
    );
  return tasks.map((task, nth) => shown(task, owners[nth], absences, ports.now()));
};

/** Whoever it is for, else whoever has the case that it is about. */
const ownerOf = async (ports: Ports, pack: string, task: Task): Promise<string | undefined> =>
  task.for ?? (await readCase(ports, { pack, number: task.about.code }))?.handler;

const shown = (task: Task, owner: string | undefined, absences: readonly Away[], now: Instant) => {
  const { who } = owner === undefined ? {} : reach(absences, owner, now);
  return {
    ...taskView(task),
    ...(owner !== undefined && { for: owner }),
    ...(who !== undefined && who !== owner && { standIn: who }),
  };
};
