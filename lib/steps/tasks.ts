import type { Ports } from "#adapters/ports.ts";
import { asTask, type Task } from "#core/task.ts";

/** What waits for a person at this company, the oldest first. */
export const openTasks = async (ports: Ports, pack: string): Promise<Task[]> => {
  const items = await ports.table.list(`${pack}#task`, "", "￿");
  return items.map(asTask).sort((a, b) => (a.since < b.since ? -1 : 1));
};
