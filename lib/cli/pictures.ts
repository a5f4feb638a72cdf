import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { outlineOf } from "#local/picture/outline.ts";
import { svgPicture } from "#local/picture/svg.ts";
import { legend, textPicture } from "#local/picture/text.ts";
import { readDefinition } from "#local/states/read-definition.ts";
import type { Io } from "./io.ts";
import { Mistake } from "./mistake.ts";

/** What is deployed for a pack. */
interface Drawn {
  /** `kept-taxdome-appointment`. */
  readonly name: string;
  readonly definition: string;
}

/** The machines of a pack, as a deployment would make them now. @throws Mistake when none are deployed. */
const machinesOf = async (pack: string, io: Io): Promise<readonly Drawn[]> => {
  const { machines } = await io.assembly();
  const found = machines.filter(({ name }) => name.startsWith(`kept-${pack}-`));
  if (found.length > 0) return found;
  throw new Mistake(`no machine of "${pack}" is deployed, and only what is deployed can be drawn`);
};

/** Each machine in characters, below its name. */
export const picturesInText = async (pack: string, io: Io): Promise<string> => {
  const machines = await machinesOf(pack, io);
  const drawn = machines.map(
    ({ name, definition }) => `${name}\n${textPicture(outlineOf(readDefinition(definition)))}\n`,
  );
  return `${[...drawn, legend].join("\n")}\n`;
};

/** A file for each machine in `folder`, which is made if it is not there. @throws Mistake when it cannot be written. */
export const writePictures = async (pack: string, folder: string, io: Io): Promise<void> => {
  const machines = await machinesOf(pack, io);
  const target = resolve(io.folder, folder);
  try {
    mkdirSync(target, { recursive: true });
    for (const machine of machines)
      writeFileSync(join(target, `${machine.name}.svg`), machinePicture(machine));
  } catch (error) {
    throw new Mistake(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
  }
  for (const { name } of machines) io.note(`${join(folder, `${name}.svg`)}\n`);
};

/** One machine as an SVG that stands alone. */
export const machinePicture = ({ name, definition }: Drawn): string =>
  svgPicture(outlineOf(readDefinition(definition)), { label: `The machine ${name}`, alone: true });
