import type { ElsewherePorts } from "#adapters/ports.ts";
import { asElsewhere, elsewhereShards } from "#core/case/elsewhere.ts";
import type { Key } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { tellOne } from "./elsewhere.ts";

export interface ToldElsewhere {
  /** Items that were looked at, and how many of them ended in a fault of ours. */
  readonly looked: number;
  readonly failed: number;
}

/**
 * Tells other systems what they are to know by now. Systems wait for nobody: each is asked beside the others, and one that
 * does not answer for a company is left alone until the next run.
 * @param enough asked before each telling: a run that must stop leaves the rest to the next one.
 */
export const sweepElsewhere = async (
  ports: ElsewherePorts,
  enough: () => boolean = () => false,
): Promise<ToldElsewhere> => {
  const runs = await Promise.all(elsewhereShards.map((shard) => sweepSystem(ports, shard, enough)));
  return {
    looked: runs.reduce((sum, { looked }) => sum + looked, 0),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0),
  };
};

const sweepSystem = async (
  ports: ElsewherePorts,
  shard: string,
  enough: () => boolean,
): Promise<ToldElsewhere> => {
  const away = new Set<string>();
  const now = ports.now();
  let [looked, failed] = [0, 0];
  for await (const key of ports.table.due(shard, now)) {
    if (enough()) break;
    const pack = packOf(key);
    if (away.has(pack)) continue;
    looked += 1;
    const ended = await tellIfDue(ports, key, now, enough);
    if (ended === "later") away.add(pack);
    if (ended === "failed") failed += 1;
  }
  return { looked, failed };
};

const packOf = ({ pk }: Key): string => pk.split("#", 1)[0] ?? "";

const tellIfDue = async (
  ports: ElsewherePorts,
  key: Key,
  now: Instant,
  enough: () => boolean,
): Promise<"done" | "later" | "failed"> => {
  try {
    const item = await ports.table.get(key);
    // The index may lag behind: the item itself says whether it still asks.
    const wakeAt = item && asElsewhere(item).wakeAt;
    return wakeAt !== undefined && wakeAt <= now ? await tellOne(ports, key, enough) : "done";
  } catch (error) {
    ports.log.error("a sweep left this for the next one", { pk: key.pk, sk: key.sk, error: String(error) });
    return "failed";
  }
};
