/**
 * The same value always as the same text, whatever order its keys were written in: what the table gives back reads as what
 * was put there. Half a surrogate pair becomes U+FFFD, as it does on its way into the table.
 */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value));

const sorted = (value: unknown): unknown => {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key.toWellFormed(), sorted(each)] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
};
