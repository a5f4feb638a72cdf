import { deployedPolicies } from "#adapters/policies.ts";
import { articleAnswers } from "#api/article-schemas.ts";
import { ledgerAnswers } from "#api/ledger-schemas.ts";
import { parseDate } from "#core/calendar.ts";
import type { LedgerRow } from "#core/ledger/row.ts";
import type { Ending } from "#core/ledger/satisfaction.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { ExitCode, Given } from "../command.ts";
import type { Io } from "../io.ts";
import { UsageMistake } from "../mistake.ts";
import { noSuchPack } from "../policy-document.ts";
import { type StaffCall, staffCall } from "../staff-call.ts";
import { type Account, compile } from "./compile.ts";
import { type Format, formats, shown } from "./shown.ts";

/**
 * `kept report`: for each company, month and promise how many were made, and what became of them; the same by row of the
 * mission; and what customers and readers said. Ends with 1 when a promise was broken, late or lost.
 */
export const report = async (given: Given, io: Io): Promise<ExitCode> => {
  const format = formatOf(given.text("format"));
  const days = daysOf(given);
  const policies = policiesOf(given.text("pack"));
  const call = staffCall(given);
  const found = compile(await Promise.all(policies.map((policy) => accountOf(call, policy, days))));
  io.out(shown(found, format));
  return found.promises.some((each) => each.broken + each.late + each.failed > 0) ? 1 : 0;
};

const formatOf = (given = "table"): Format => {
  const found = formats.find((format) => format === given);
  if (found === undefined)
    throw new UsageMistake(`--format is "${given}"; name one of ${formats.join(", ")}`);
  return found;
};

const daysOf = (given: Given): Record<string, string> =>
  Object.fromEntries(
    ["from", "to"].flatMap((option) => {
      const date = given.text(option);
      if (date === undefined) return [];
      if (parseDate(date) === undefined)
        throw new UsageMistake(`--${option} is "${date}"; write a date that exists, such as 2026-12-01`);
      return [[option, date]];
    }),
  );

const policiesOf = (pack: string | undefined): Policy[] => {
  const all = deployedPolicies().map(({ policy }) => policy);
  const found = pack === undefined ? all : all.filter((policy) => policy.pack === pack);
  if (pack !== undefined && found.length === 0) throw noSuchPack(pack);
  return found;
};

const accountOf = async (call: StaffCall, policy: Policy, days: Record<string, string>): Promise<Account> => {
  const [ledger, articles] = await Promise.all([
    ledgerOf(call, policy.pack, days),
    policy.articles === undefined ? [] : articlesOf(call, policy.pack, days),
  ]);
  return { policy, ...ledger, articles };
};

const articlesOf = async (
  call: StaffCall,
  pack: string,
  days: Record<string, string>,
): Promise<Account["articles"]> => {
  const query = new URLSearchParams(days).toString();
  const found = await call.get(`/v1/${pack}/staff/articles?${query}`, articleAnswers.Articles);
  return found.articles;
};

const ledgerOf = async (
  call: StaffCall,
  pack: string,
  days: Record<string, string>,
): Promise<Pick<Account, "rows" | "endings">> => {
  const rows: LedgerRow[] = [];
  const endings: Ending[] = [];
  let after: string | undefined;
  do {
    const query = new URLSearchParams({ ...days, ...(after !== undefined && { after }) });
    const page = await call.get(`/v1/${pack}/staff/promises?${query.toString()}`, ledgerAnswers.Promises);
    rows.push(...(page.promises as LedgerRow[]));
    endings.push(...(page.endings as Ending[]));
    after = page.next;
  } while (after !== undefined);
  return { rows, endings };
};
