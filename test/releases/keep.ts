import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keepPolicies } from "#adapters/kept-policies.ts";
import { deployedTexts } from "#adapters/policies.ts";
import { readAssembly } from "#local/assembly.ts";
import { synthesize } from "#local/synthesize.ts";
import { aBookedAppointment } from "../builders/booking.ts";
import { aWorld } from "../builders/world.ts";

/*
 * Keeps what a release leaves behind in AWS, for the builds after it: `npm run release:keep v2`, once, when it is released.
 * A folder that is there already is never written again, for executions of that release still run.
 */
const root = join(import.meta.dirname, "../..");

const keepRelease = async (name: string): Promise<void> => {
  const folder = join(import.meta.dirname, name);
  mkdirSync(folder);
  const synthesized = join(folder, "cdk.out");
  const { machines } = readAssembly(await synthesize(root, synthesized));
  rmSync(synthesized, { recursive: true });
  const world = aWorld();
  await keepPolicies(world.table, deployedTexts(), world.now());
  await aBookedAppointment(world);
  const [execution] = world.started;
  if (execution === undefined) throw new Error("the booking started no execution");
  const definition = machines.find(
    ({ name: machine }) => machine === `kept-${execution.machine}`,
  )?.definition;
  if (definition === undefined) throw new Error(`there is no machine ${execution.machine}`);
  write(folder, "definition.json", JSON.parse(definition));
  write(folder, "execution.json", { ...execution, input: JSON.parse(execution.input) });
  write(folder, "items.json", world.table.all());
  write(folder, "policy.json", JSON.parse(readFileSync(join(root, "policies/taxdome.json"), "utf8")));
};

const write = (folder: string, file: string, content: unknown): void =>
  writeFileSync(join(folder, file), `${JSON.stringify(content, undefined, 2)}\n`);

await keepRelease(process.argv[2] ?? "");
