import { codeOf, type Evidence, heads, row, text } from "./evidence.ts";

/** Invariant 1, its second half: a request that is remembered made one appointment, and no two made the same. */
export const judgeRequests = ({ table }: Evidence): string[] => {
  const codes = new Set(heads(table).map(codeOf));
  const made = table
    .filter((item) => text(item, "pk").includes("#idempotency#"))
    .map((item) => text(row(item["answer"]), "code"))
    .filter((code) => code !== "");
  return [
    ...made.filter((code) => !codes.has(code)).map((code) => `${code} was answered and does not exist`),
    ...made
      .filter((code, at) => made.indexOf(code) < at)
      .map((code) => `${code} was answered to two requests`),
  ];
};
