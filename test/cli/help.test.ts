import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "#cli/commands.ts";
import { kept, root } from "./typed.ts";

describe("a person who asks for help", () => {
  test.each(["--help", "-h", "help"])("sees every command with “%s”", async (word) => {
    const { code, out, notes } = await kept(word);
    expect([code, notes]).toEqual([0, ""]);
    for (const name of Object.keys(commands)) expect(out).toContain(`\n  ${name}`);
  });

  test.each(Object.keys(commands))("sees what “%s” takes, and each of its options", async (name) => {
    const { code, out } = await kept(`${name} --help`);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^kept ${name}`));
    for (const option of Object.keys(commands[name]?.options ?? {})) expect(out).toContain(`  --${option}`);
  });
});

describe("a command that is called wrongly ends with 2 and shows how it is called", () => {
  test.each([
    ["", "Which command?"],
    ["frobnicate", 'There is no command "frobnicate".'],
    ["toString", 'There is no command "toString".'],
    ["check", "missing: <policy.json>"],
    ["check a.json b.json", '"b.json" is one argument too many'],
    ["check a.json --colour", "Unknown option '--colour'"],
    ["explain taxdome --language fr", '--language is "fr"; name one of nl, es, de, en'],
    ["explain taxdome --date 2026-02-30", '--date is "2026-02-30"; write a date that exists'],
    ["simulate taxdome --story nothing", 'there is no story "nothing"; name one of'],
    ["simulate taxdome --seed 3", "--seed goes with --year"],
    ["simulate taxdome --year 2026 --story moved-twice", "--story goes without --year"],
    ["simulate taxdome --year 2026 --appointments many", '--appointments is "many"; give a whole number'],
  ])("kept %s", async (line, says) => {
    const { code, out, notes } = await kept(line);
    expect([code, out]).toEqual([2, ""]);
    expect(notes).toContain(says);
    expect(notes).toMatch(/\nkept /);
  });
});

test("the command line itself ends with the command's code, data on one side and notes on the other", async () => {
  const typed = spawn(process.execPath, ["bin/kept.ts", "check", "nothing.json"], { cwd: root });
  const said = { out: "", error: "" };
  typed.stdout.on("data", (data: Buffer) => void (said.out += data.toString()));
  typed.stderr.on("data", (data: Buffer) => void (said.error += data.toString()));
  const [code] = await once(typed, "close");
  expect([code, said.out]).toEqual([1, ""]);
  expect(said.error).toBe("nothing.json: there is no such file, or it cannot be read\n");
});

test("somebody who reads only the first line ends nothing with an error", async () => {
  const typed = spawn(process.execPath, [join(root, "bin/kept.ts"), "--help"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  typed.stdout.destroy();
  let error = "";
  typed.stderr.on("data", (data: Buffer) => void (error += data.toString()));
  await once(typed, "close");
  expect(error).toBe("");
});
