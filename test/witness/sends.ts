import { type Evidence, entries, partsOf, type Row, row, sends, tagOf, taskFor, text } from "./evidence.ts";

/** Invariant 2: at most one message for a ledger key, and none claimed after the change that made it void. */
export const judgeSends = (evidence: Evidence): string[] => {
  const ledger = new Map(sends(evidence.table).map((send) => [tagOf(send), send]));
  return [
    ...[...ledger].flatMap(([tag, send]) => judgeSend(evidence, tag, send)),
    ...evidence.outbox
      .filter((message) => !ledger.has(message.ledger))
      .map((message) => `a ${message.kind} went out that the ledger does not know: ${message.ledger}`),
  ];
};

const judgeSend = (evidence: Evidence, tag: string, send: Row): string[] => {
  const taken = evidence.outbox.filter(({ ledger }) => ledger === tag);
  const { code, version, promise } = partsOf(send);
  const state = text(send, "state");
  const told = taskFor(evidence.table, code, version, promise);
  return [
    ...(taken.length > 1 ? [`${tag} went out ${taken.length} times`] : []),
    ...(state === "claimed" ? [`${tag} is still claimed`] : []),
    ...(state === "sent" && taken[0]?.messageId !== send["messageId"]
      ? [`${tag} is said to be sent as ${text(send, "messageId")}, which no provider took`]
      : []),
    ...(state === "failed" && taken.length > 0 ? [`${tag} is said to have failed, and went out`] : []),
    ...((state === "failed" || state === "unknown") && !told
      ? [`${tag} ended ${state}, and nobody was told`]
      : []),
    ...(claimedTooLate(evidence, send) ? [`${tag} was claimed after version ${version} was void`] : []),
  ];
};

const claimedTooLate = (evidence: Evidence, send: Row): boolean => {
  const { version } = partsOf(send);
  if (evidence.commits !== undefined) return tooLateByCommits(evidence.commits, send, version);
  const next = entries(evidence.table, text(send, "pk")).find((entry) => Number(entry["version"]) > version);
  return next !== undefined && text(send, "claimedAt") > text(next, "at");
};

const tooLateByCommits = (commits: readonly (readonly Row[])[], send: Row, version: number): boolean => {
  const { pk, sk, claim } = send;
  const claimed = commits.findIndex((rows) =>
    rows.some((each) => each["pk"] === pk && each["sk"] === sk && row(each)["claim"] === claim),
  );
  const replaced = commits.findIndex((rows) =>
    rows.some((each) => each["pk"] === pk && each["sk"] === "head" && Number(each["version"]) > version),
  );
  return claimed >= 0 && replaced >= 0 && claimed > replaced;
};
