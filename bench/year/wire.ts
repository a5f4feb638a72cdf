import { join } from "node:path";
import type { Assembly } from "#local/assembly.ts";
import { type Asked, compared, type Figure } from "../figure.ts";
import { sameWorlds } from "./same.ts";
import { inMemory, overTheWire } from "./sample.ts";

const root = join(import.meta.dirname, "../..");

/** The same subjects with the same wishes, once in memory and once over HTTP. @throws Error where they come to anything else. */
export const wire = async (assembly: Assembly, { quick }: Asked): Promise<Figure> => {
  const sample = quick ? { appointments: 8, cases: 4 } : { appointments: 150, cases: 50 };
  const ours = await inMemory(assembly, sample);
  const theirs = await overTheWire(assembly, root, sample);
  sameWorlds(ours, theirs);
  const subjects = sample.appointments + sample.cases;
  return {
    name: "year, over the wire",
    ...compared(ours.seconds, theirs.seconds, "less"),
    unit: "s",
    peer: `the world of \`npm start\`, every request over HTTP, ${theirs.seconds.toFixed(1)} s`,
    goal: `the same on ${subjects}`,
    met: true,
    note: `${sample.appointments} appointments and ${sample.cases} cases: ${ours.told.length} messages, word by word and to the instant, and ${ours.items.length} items of the table are the same, but for what chance makes`,
  };
};
