import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { machinePicture } from "#cli/pictures.ts";
import { readAssembly } from "#local/assembly.ts";

const folder = join(import.meta.dirname, "../../docs/machines");
const kept = (file: string): string =>
  existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : "";
const { machines } = readAssembly(inject("assembly"));

it.each(machines)(
  "the picture of $name is of what is deployed (docs/machines says how to draw it)",
  (machine) => {
    expect(kept(`${machine.name}.svg`)).toBe(machinePicture(machine));
  },
);

it("there is a picture of each machine, each is shown, and none is left of one that went", () => {
  const names = machines.map(({ name }) => `${name}.svg`).toSorted();
  expect(readdirSync(folder).filter((file) => file.endsWith(".svg"))).toEqual(names);
  for (const name of names) expect(kept("README.md")).toContain(`(${name})`);
});
