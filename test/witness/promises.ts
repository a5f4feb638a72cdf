import {
  codeOf,
  type Evidence,
  entries,
  type PromiseRow,
  partsOf,
  promisesIn,
  type Row,
  sends,
  taskFor,
  text,
} from "./evidence.ts";

/** Invariant 3: every promise ends kept, skipped with a reason, void, failed or unknown; a person hears of the bad ends. */
export const judgePromises = (evidence: Evidence): string[] =>
  promisesIn(evidence.table).flatMap((promise) => {
    const fault = faultOf(evidence, promise);
    const { code, version, id } = promise;
    return fault === undefined ? [] : [`${code} v${version} ${id} ${fault}`];
  });

const faultOf = (evidence: Evidence, promise: PromiseRow): string | undefined => {
  const state = text(promise.terms, "state");
  switch (state) {
    case "open":
      return promise.archived ? "is open in a version that is past" : openFault(evidence, promise);
    case "kept":
    case "late":
      return keptFault(evidence, promise);
    case "skipped":
      return skippedFault(evidence, promise);
    case "failed":
    case "unknown":
      return told(evidence, promise) ? undefined : `ended ${state}, and nobody was told`;
    case "void":
      return voidFault(evidence, promise);
    default:
      return `ended as "${state}"`;
  }
};

const told = ({ table }: Evidence, { code, version, id }: PromiseRow): boolean =>
  taskFor(table, code, version, id);

const openFault = ({ now }: Evidence, { terms }: PromiseRow): string | undefined =>
  text(terms, "due") < now ? `was due at ${text(terms, "due")} and is open at ${now}` : undefined;

/** Kept means that a message with this id went out for it, by its due and a few minutes at most. */
const keptFault = ({ table }: Evidence, { code, version, id, terms }: PromiseRow): string | undefined => {
  const send = sends(table).find((each) => {
    const parts = partsOf(each);
    return parts.code === code && parts.version === version && parts.promise === id;
  });
  if (send === undefined) return "is said to be kept, and the ledger knows of no message";
  if (send["messageId"] !== terms["evidence"]) return "shows another message as evidence than the ledger";
  if (text(send, "claimedAt") < text(terms, "opens")) return "was sent before it opened";
  if (text(send, "claimedAt") > text(terms, "sendUntil")) return "was sent when it could only mislead";
  const lateness = Date.parse(text(terms, "at")) - Date.parse(text(terms, "due"));
  return terms["state"] === "kept" && lateness > fiveMinutes ? "came late, and counts as kept" : undefined;
};

const fiveMinutes = 5 * 60 * 1000;

/** What had passed when it was made is nobody's fault; what passed later is ours, and a person must hear of it. */
const skippedFault = (evidence: Evidence, promise: PromiseRow): string | undefined => {
  const { terms } = promise;
  if (text(terms, "reason") === "") return "was skipped for no reason";
  if (terms["reason"] !== "passed") return undefined;
  const made = text(entryOf(evidence, promise), "at");
  if (text(terms, "at") <= made)
    return text(terms, "due") <= made ? undefined : "was skipped before it was due";
  return told(evidence, promise) ? undefined : "passed by our own lateness, and nobody was told";
};

/** Once it is known how a session went, nobody needs to be reminded to say so. */
const isAnswered = (head: Row, code: string): boolean =>
  head["sk"] === "head" && codeOf(head) === code && head["attendance"] !== undefined;

/** Only what was open when the next version came is void: an outcome that was written before stays. */
const voidFault = (
  { table, commits = [] }: Evidence,
  { code, version, id, archived }: PromiseRow,
): string | undefined => {
  if (!archived)
    return table.some((head) => isAnswered(head, code)) ? undefined : "is void, and nothing made it so";
  const heads = commits.map((rows) => rows.find((each) => each["sk"] === "head" && codeOf(each) === code));
  const [from, to] = [version, version + 1].map((one) =>
    heads.findIndex((head) => head?.["version"] === one),
  );
  const settled = heads.slice(from, to).some((head) => head?.[`promises.${id}`] !== undefined);
  return settled ? "was settled, and then forgotten by the change" : undefined;
};

/** The change that made the version. */
const entryOf = ({ table }: Evidence, { code, version }: PromiseRow): Row | undefined =>
  table
    .filter((item) => text(item, "pk").endsWith(`#appointment#${code}`) && item["sk"] === "head")
    .flatMap((head) => entries(table, text(head, "pk")))
    .find((entry) => Number(entry["version"]) === version && makes.has(text(entry, "action")));

const makes = new Set(["booked", "changed", "cancelled"]);
