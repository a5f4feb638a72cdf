import { accountsBody } from "#api/access-schemas.ts";
import { type CsvMistake, type CsvRecord, readCsv } from "./csv.ts";

/** An account of the file, with the line that it stands on. */
export interface ReadAccount {
  readonly line: number;
  readonly account: {
    readonly id: string;
    readonly licence: string;
    readonly users: number;
    readonly name?: string;
  };
}

const columns = ["id", "licence", "users", "name"] as const;

/** Every mistake of the file with its line, or all of its accounts. The first line names the columns, in any order. */
export const readAccounts = (text: string): { accounts: ReadAccount[] } | { mistakes: CsvMistake[] } => {
  const read = readCsv(text);
  if ("mistake" in read) return { mistakes: [read.mistake] };
  const [header, ...records] = read.records;
  const wrong = headerMistake(header);
  if (wrong !== undefined || header === undefined) return { mistakes: [wrong ?? nothing] };
  const accounts = records.map((record) => accountOf(header.fields, record));
  const mistakes = [...accounts.flatMap((each) => each.mistakes), ...twice(accounts)];
  if (mistakes.length > 0) return { mistakes: mistakes.toSorted((one, other) => one.line - other.line) };
  return accounts.length === 0 ? { mistakes: [nothing] } : { accounts };
};

const nothing: CsvMistake = {
  line: 1,
  message: `nothing to import: name the columns (${columns.join(",")}), then one account in each line`,
};

const headerMistake = (header: CsvRecord | undefined): CsvMistake | undefined => {
  if (header === undefined) return nothing;
  const { line, fields } = header;
  const unknown = fields.find((name) => !columns.some((column) => column === name));
  if (unknown !== undefined)
    return { line, message: `no column "${unknown}": there are ${columns.join(", ")}` };
  const missing = columns.slice(0, 3).find((column) => !fields.includes(column));
  return missing === undefined ? undefined : { line, message: `the column "${missing}" is missing` };
};

type Candidate = ReadAccount & { readonly mistakes: readonly CsvMistake[] };

const accountOf = (header: readonly string[], { line, fields }: CsvRecord): Candidate => {
  const value = (column: string): string => fields[header.indexOf(column)] ?? "";
  const name = value("name");
  const users = /^\d+$/.test(value("users")) ? Number(value("users")) : Number.NaN;
  const account = { id: value("id"), licence: value("licence"), users, ...(name !== "" && { name }) };
  return { line, account, mistakes: mistakesOf(header, { line, fields }, account) };
};

const mistakesOf = (
  header: readonly string[],
  { line, fields }: CsvRecord,
  account: object,
): CsvMistake[] => {
  if (fields.length !== header.length)
    return [{ line, message: `${fields.length} fields where the first line names ${header.length}` }];
  const parsed = accountsBody.safeParse({ accounts: [account] });
  return (parsed.error?.issues ?? []).map(({ path, message }) => ({
    line,
    message: `${path.slice(2).join(".")}: ${message}`,
  }));
};

const twice = (accounts: readonly Candidate[]): CsvMistake[] =>
  accounts.flatMap(({ line, account: { id } }, at) => {
    const first = accounts.findIndex((each) => each.account.id === id);
    return first < at ? [{ line, message: `"${id}" stands in line ${accounts[first]?.line} already` }] : [];
  });
