import type { Ports } from "#adapters/ports.ts";
import { asTask, type Task } from "#core/task.ts";

/** What waits for a person at this company, the oldest first. */
export const openTasks = async (ports: Ports, pack: string): Promise<Task[]> => {
  const items = await ports.table.list(`${pack}#task`, "", "￿");
  const open = items.map(asTask).filter(({ done }) => done === undefined);
  return open.sort((a, b) => (a.since < b.since ? -1 : 1));
};
