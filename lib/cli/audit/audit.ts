import { digests } from "#adapters/digests.ts";
import { auditAnswers } from "#api/audit-schemas.ts";
import { type Audit, auditOf } from "#core/case/audit.ts";
import type { AuditEntry } from "#core/case/audit-trail.ts";
import { caseKey } from "#core/case/case.ts";
import type { ExitCode, Given } from "../command.ts";
import type { Io } from "../io.ts";
import { Mistake, UsageMistake } from "../mistake.ts";
import { type StaffCall, staffCall } from "../staff-call.ts";
import { auditText } from "./audit-text.ts";

/**
 * `kept audit`: who did what to a case, when and why, checked here from what the world gives, not believed. Ends with 0
 * when all of it is as it was written, 1 when it is not, 2 on trouble.
 */
export const audit = async (given: Given, io: Io): Promise<ExitCode> => {
  const pack = given.text("pack");
  if (pack === undefined) throw new UsageMistake("missing: --pack");
  try {
    const found = await checked(staffCall(given), pack, given.positionals[0] ?? "");
    io.out(given.flag("json") ? `${JSON.stringify(found, undefined, 2)}\n` : auditText(found));
    return found.verified ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    io.note(`${error.message}\n`);
    return 2;
  }
};

/** The world's own verdict is left aside: every digest is made again, under the number that was asked for. */
const checked = async (call: StaffCall, pack: string, number: string): Promise<Audit> => {
  const entries: AuditEntry[] = [];
  let after: number | undefined = 0;
  let last: Audit | undefined;
  while (after !== undefined) {
    last = await page(call, `/v1/${pack}/staff/cases/${encodeURIComponent(number)}/audit?after=${after}`);
    entries.push(...last.entries);
    after = last.next;
  }
  if (last === undefined) throw new Mistake("the world gave no page of it");
  const { chain, particulars } = last;
  const trail = { subject: caseKey(pack, number), entries, particulars, ...(chain && { chain }) };
  return auditOf(number, trail, { hash: digests.hash });
};

const page = async (call: StaffCall, path: string): Promise<Audit> =>
  (await call.get(path, auditAnswers.CaseAudit)) as unknown as Audit;
