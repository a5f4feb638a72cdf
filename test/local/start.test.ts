import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { aFolder } from "./fixtures/assembly.ts";

const root = join(import.meta.dirname, "../..");

const run = (args: readonly string[], variables: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [...args], { cwd: root, env: { ...process.env, ...variables } });
  const said = { out: "", error: "" };
  child.stdout.on("data", (chunk) => (said.out += chunk));
  child.stderr.on("data", (chunk) => (said.error += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, said, ended };
};

const answers = (url: string): Promise<boolean> =>
  fetch(url, { method: "POST" }).then(
    () => true,
    () => false,
  );

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await pause(20);
};

test("a setting that is wrong is one line and ends the start with 1", async () => {
  const { said, ended } = run(["bin/kept.ts", "start"], { KEPT_NOW: "soon", KEPT_DATA: aFolder() });
  expect(await ended).toBe(1);
  expect(said.error).toBe('KEPT_NOW is "soon"; set it to a moment like 2026-12-01T09:00:00Z.\n');
});

test("a command that is none shows those there are", async () => {
  const { said, ended } = run(["bin/kept.ts", "begin"]);
  expect(await ended).toBe(2);
  expect(said.error).toContain("kept <command>");
  expect(said.error).toContain("start");
});

test("an option that is none is refused by its name, first of all", async () => {
  const { said, ended } = run(["bin/kept.ts", "start", "--fast"]);
  expect(await ended).toBe(2);
  expect(said.error).toMatch(/^[^\n]*--fast/);
});

test("the database ends with a process that was killed, and its folder is free again", async () => {
  const data = aFolder();
  const script = `
    const { lockFolder } = await import("#local/world-lock.ts");
    const { openDatabase } = await import("#local/dynamodb.ts");
    lockFolder(${JSON.stringify(data)});
    const { endpoint } = await openDatabase({ path: ${JSON.stringify(join(data, "table.sqlite"))} });
    process.stdout.write(endpoint + "\\n");
    setInterval(() => undefined, 1000);`;
  const { child, said, ended } = run(["--input-type=module", "--eval", script]);
  await until(() => said.out.endsWith("\n"));
  const endpoint = said.out.trim();
  expect(await answers(endpoint)).toBe(true);
  child.kill("SIGKILL");
  await ended;
  await until(async () => !(await answers(endpoint)));
  const { lockFolder } = await import("#local/world-lock.ts");
  lockFolder(data)();
});
