import type { Item, Write } from "#core/table.ts";
import { openTask, type Task, type TaskKind } from "#core/task.ts";
import type { Instant } from "#core/time.ts";
import type { Elsewhere } from "./elsewhere.ts";

/**
 * What a person must do about another system. One that is away concerns all cases: one task a day for the system. What was
 * given up is a task for each case; doing it lets the case be told again.
 */
export const elsewhereTask = (
  { pack, number, system, round }: Elsewhere,
  { what, reason }: { readonly what: TaskKind; readonly reason: string },
  now: Instant,
): Write & { put: Item } => openTask(pack, what, aboutOf(what, { number, system, round }, now), reason, now);

const aboutOf = (
  what: TaskKind,
  { number, system, round }: Pick<Elsewhere, "number" | "system" | "round">,
  now: Instant,
): Task["about"] => {
  if (what === "elsewhere-given-up") return { code: number, version: round, promise: system };
  const day = Number(now.slice(0, "2026-12-01".length).replaceAll("-", ""));
  return { code: system, version: what === "elsewhere-late" ? day : 1, promise: "elsewhere" };
};
