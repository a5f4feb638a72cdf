import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type * as z from "zod";
import { personalAnswers } from "#api/personal-answers.ts";
import type { ExitCode, Given } from "../command.ts";
import { customerPath } from "../customer-path.ts";
import type { Io } from "../io.ts";
import { Mistake, UsageMistake } from "../mistake.ts";
import { type StaffCall, staffCall } from "../staff-call.ts";

type Thing = Readonly<Record<string, unknown>>;
type Page = z.infer<typeof personalAnswers.PersonalData>;

/**
 * `kept export`: all that is known about a customer, as `customer.json`, and beside it in `mails` each mail as it came in,
 * as long as that is kept. Files of that name are written over; only whoever runs it may read them.
 */
export const exportCustomer = async (given: Given, io: Io): Promise<ExitCode> => {
  const out = given.text("out");
  if (out === undefined) throw new UsageMistake("missing: --out");
  const path = customerPath(given);
  const call = staffCall(given);
  const { kept, mails } = await everything(call, path);
  const folder = resolve(io.folder, out);
  mkdirSync(join(folder, "mails"), { recursive: true, mode: 0o700 });
  const customer = given.positionals[0]?.toLowerCase();
  const json = JSON.stringify({ customer, at: io.now(), kept }, undefined, 2);
  writeFileSync(join(folder, "customer.json"), `${json}\n`, { mode: 0o600 });
  const written = await Promise.all(mails.map((id) => writeMail(call, path, join(folder, "mails"), id)));
  const raw = written.filter((each) => each).length;
  io.out(`${out}: ${kept.length} things and ${raw} mails as they came in\n`);
  return 0;
};

const everything = async (
  call: StaffCall,
  path: string,
): Promise<{ kept: readonly Thing[]; mails: readonly string[] }> => {
  const kept: Thing[] = [];
  const mails = new Set<string>();
  let next: { part: number; after: number } | undefined = { part: 0, after: 0 };
  while (next !== undefined) {
    const page: Page = await call.get(
      `${path}/export?part=${next.part}&after=${next.after}`,
      personalAnswers.PersonalData,
    );
    kept.push(...page.kept);
    for (const id of page.mails) mails.add(id);
    next = page.next;
  }
  return { kept: withoutRepetition(kept), mails: [...mails] };
};

/** A mail of theirs about a case of theirs is found twice. */
const withoutRepetition = (kept: readonly Thing[]): Thing[] =>
  kept.filter(
    (each, at) =>
      each["type"] !== "kept-mail" ||
      kept.findIndex(({ type, id }) => type === "kept-mail" && id === each["id"]) === at,
  );

/** Whether its raw form was still there. */
const writeMail = async (call: StaffCall, path: string, folder: string, id: string): Promise<boolean> => {
  const pieces: Buffer[] = [];
  try {
    for (let from: number | undefined = 0; from !== undefined; ) {
      const piece = await rawPiece(call, `${path}/mails/${encodeURIComponent(id)}?from=${from}`);
      pieces.push(Buffer.from(piece.content, "base64"));
      from = piece.next;
    }
  } catch (error) {
    if (error instanceof Mistake) return false;
    throw error;
  }
  writeFileSync(join(folder, `${id.replaceAll(/[^\w-]/g, "_")}.eml`), Buffer.concat(pieces), { mode: 0o600 });
  return true;
};

const rawPiece = (call: StaffCall, path: string) => call.get(path, personalAnswers.RawMail);
