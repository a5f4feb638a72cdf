import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import type { Io } from "#cli/io.ts";
import { run } from "#cli/run.ts";
import { instant } from "#core/time.ts";
import { readAssembly } from "#local/assembly.ts";

export const root = join(import.meta.dirname, "../..");

const folder = mkdtempSync(join(tmpdir(), "kept-cli-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where relative names of files lead in these tests. */
export const aFile = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};

/** What a person sees of a command: its exit code, its data, and what it noted beside. */
export interface Seen {
  readonly code: number;
  readonly out: string;
  readonly notes: string;
}

/** Types `kept …`. It is Tuesday 1 December 2026, 09:00 in Amsterdam. */
export const kept = async (line: string, changes: Partial<Io> = {}): Promise<Seen> => {
  let [out, notes] = ["", ""];
  const io: Io = {
    out: (text) => void (out += text),
    note: (text) => void (notes += text),
    now: () => instant("2026-12-01T08:00:00Z"),
    root,
    assembly: async () => readAssembly(inject("assembly")),
    folder,
    ...changes,
  };
  const code = await run(line === "" ? [] : line.split(" "), io);
  return { code, out, notes };
};
