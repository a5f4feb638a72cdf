import type { Ports } from "#adapters/ports.ts";
import type { Actor } from "#core/change.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import { type Idempotency, remember } from "#core/idempotency.ts";
import { asTask, doneByHand, type Task, taskKey } from "#core/task.ts";
import { recall } from "./recall.ts";
import { untilCommitted } from "./until-committed.ts";

/** Takes a task off the list in a person's name; whoever comes second finds it done. What it is about stays as it is. */
export const doTask = async (
  ports: Ports,
  id: string,
  by: Actor,
  request: Idempotency,
): Promise<Task | Refusal<"not-found" | "idempotency-mismatch">> => {
  const before = await recall<{ id: string }>(ports, request);
  if (before !== undefined && isRefusal(before)) return before;
  let answer: Task | Refusal<"not-found"> = { refused: "not-found", detail: "There is no such task." };
  await untilCommitted(ports, async () => {
    const item = await ports.table.get(taskKey(request.pack, id));
    if (item === undefined) return [];
    const task = asTask(item);
    answer = task;
    if (task.done !== undefined) return [];
    const done = { by, at: ports.now() };
    answer = { ...task, done };
    return [doneByHand(task, done), remember(request, { id }, done.at)];
  });
  return answer;
};
