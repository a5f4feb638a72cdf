import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as z from "zod";
import { mostAccounts } from "#api/access-schemas.ts";
import type { ExitCode, Given } from "../command.ts";
import type { Io } from "../io.ts";
import { Mistake, UsageMistake } from "../mistake.ts";
import { type ReadAccount, readAccounts } from "./accounts.ts";
import type { CsvMistake } from "./csv.ts";

/**
 * `kept import`: accounts from a CSV file into a running world. Everything is checked, there too, before anything is
 * written; then up to 45 accounts are one transaction. Run again after a failure it enters the same again.
 */
export const importFile = async (given: Given, io: Io): Promise<ExitCode> => {
  const file = given.positionals[0] ?? "";
  const read = readAccounts(textOf(file, io));
  if ("mistakes" in read) return told(io, file, read.mistakes);
  const send = sender(given);
  const parts = inParts(read.accounts);
  const checks = await Promise.all(parts.map((part) => send(part, true)));
  const mistakes = checks.flat();
  if (mistakes.length > 0) return told(io, file, mistakes);
  for (const part of parts) if ((await send(part, false)).length > 0) throw changedMeanwhile(file);
  io.out(`${file}: ${read.accounts.length} accounts entered\n`);
  return 0;
};

const changedMeanwhile = (file: string): Mistake =>
  new Mistake(`${file}: the policy changed while this ran; look, then run it again`);

const textOf = (file: string, { folder }: Io): string => {
  try {
    return readFileSync(resolve(folder, file), "utf8");
  } catch {
    throw new Mistake(`${file}: there is no such file, or it cannot be read`);
  }
};

const told = (io: Io, file: string, mistakes: readonly CsvMistake[]): ExitCode => {
  io.out(mistakes.map(({ line, message }) => `${file}:${line}: ${message}\n`).join(""));
  io.note("Nothing was entered.\n");
  return 1;
};

const inParts = (accounts: readonly ReadAccount[]): ReadAccount[][] =>
  Array.from({ length: Math.ceil(accounts.length / mostAccounts) }, (_, part) =>
    accounts.slice(part * mostAccounts, (part + 1) * mostAccounts),
  );

/** Sends one part; gives what is wrong in it, by line. */
type Send = (part: readonly ReadAccount[], check: boolean) => Promise<CsvMistake[]>;

const sender = (given: Given): Send => {
  const url = given.text("url") ?? "http://127.0.0.1:8787";
  const pack = given.text("pack");
  // Out of the list of processes and the history of the shell, for whoever sets it there.
  const token = given.text("token") ?? process.env["KEPT_TOKEN"];
  if (pack === undefined) throw new UsageMistake("missing: --pack");
  if (token === undefined) throw new UsageMistake("missing: --token, or KEPT_TOKEN");
  return async (part, check) => {
    const body = JSON.stringify({ accounts: part.map(({ account }) => account), check });
    const response = await post(new URL(`/v1/${encodeURIComponent(pack)}/staff/accounts`, url), token, body);
    return response.ok ? [] : mistakesIn(part, problem.parse(await response.json()));
  };
};

const post = async (url: URL, token: string, body: string): Promise<Response> => {
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "idempotency-key": randomUUID(),
  };
  try {
    return await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(30_000) });
  } catch {
    throw new Mistake(`${url.origin} does not answer: is a world running there?`);
  }
};

const problem = z.object({
  detail: z.string(),
  errors: z.array(z.object({ place: z.string(), message: z.string() })).optional(),
});

/** `accounts.3.licence` is the fourth of this part. */
const mistakesIn = (
  part: readonly ReadAccount[],
  { detail, errors }: z.infer<typeof problem>,
): CsvMistake[] => {
  if (errors === undefined) throw new Mistake(detail);
  return errors.map(({ place, message }) => ({
    line: part[Number(place.split(".")[1])]?.line ?? 1,
    message,
  }));
};
