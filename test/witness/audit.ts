import { archives, codeOf, type Evidence, entries, heads, type Row, text } from "./evidence.ts";

/** Invariant 9: each version and each end has its one entry, and each entry its actor; versions that were are put away. */
export const judgeAudit = ({ table }: Evidence): string[] =>
  heads(table).flatMap((head) => {
    const all = entries(table, text(head, "pk"));
    return [
      ...versionFaults(head, all),
      ...endFaults(head, all),
      ...archiveFaults(head, archives(table)),
      ...all.filter(({ actor }) => !known(actor)).map(({ rev }) => `entry ${String(rev)} names no actor`),
    ].map((fault) => `${codeOf(head)}: ${fault}`);
  });

const known = (actor: unknown): boolean => /^(customer|kept|staff:.+)$/.test(String(actor));

const versionFaults = (head: Row, all: readonly Row[]): string[] => {
  const made = all.filter(({ action }) => ["booked", "changed", "cancelled"].includes(String(action)));
  const story = made.map(({ version, action }) => `${String(version)} ${String(action)}`);
  const cancelled = head["status"] === "cancelled";
  const expected = Array.from({ length: Number(head["version"]) }, (_, at) => {
    if (at === 0) return "1 booked";
    return `${at + 1} ${cancelled && at + 1 === head["version"] ? "cancelled" : "changed"}`;
  });
  return story.join() === expected.join() ? [] : [`its entries say ${story.join()}, not ${expected.join()}`];
};

const endFaults = (head: Row, all: readonly Row[]): string[] => {
  const ends = all.filter(({ action }) => action === "ended");
  const wanted = head["status"] === "ended" ? 1 : 0;
  return ends.length === wanted && ends.every(({ actor }) => actor === "kept")
    ? []
    : [`it is ${text(head, "status")} with ${ends.length} ends`];
};

const archiveFaults = (head: Row, archived: readonly Row[]): string[] => {
  const versions = archived.filter(({ pk }) => pk === head["pk"]).map(({ version }) => Number(version));
  const wanted = Array.from({ length: Number(head["version"]) - 1 }, (_, at) => at + 1);
  return versions.sort((a, b) => a - b).join() === wanted.join()
    ? []
    : [`versions ${versions.join()} were put away`];
};
