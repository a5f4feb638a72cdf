import type { Ports } from "#adapters/ports.ts";
import { wakeShards } from "#core/table.ts";
import { type Instant, minute, until } from "#core/time.ts";

/** How many whole minutes ago the oldest thing that still waits to be woken should have been; 0 when nothing is late. */
export const oldestOwedMinutes = async (ports: Ports): Promise<number> => {
  const now = ports.now();
  const late = await Promise.all(wakeShards.map((shard) => firstLate(ports, shard, now)));
  return Math.floor(Math.max(0, ...late) / minute);
};

/** The index may lag behind: the item itself says since when it asks, if it still does. */
const firstLate = async (ports: Ports, shard: string, now: Instant): Promise<number> => {
  for await (const key of ports.table.due(shard, now)) {
    const wakeAt = (await ports.table.get(key))?.["wakeAt"] as Instant | undefined;
    if (wakeAt !== undefined && wakeAt <= now) return until(wakeAt, now);
  }
  return 0;
};
