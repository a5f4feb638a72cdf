// oxlint-disable-next-line no-restricted-imports -- counts what stands in the table, by nothing of ours
import { type DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";

interface Session {
  readonly code: string;
  readonly host: string;
  readonly start: number;
  readonly end: number;
}

export interface Counted {
  readonly sessions: readonly Session[];
  /** Pairs of one host's sessions that overlap. */
  readonly doubles: number;
}

/** Read from the table when all is over: two sessions of a host that overlap are a double booking, whoever holds the cells. */
export const countDoubles = async (documents: DynamoDBDocumentClient, pack: string): Promise<Counted> => {
  const sessions: Session[] = [];
  for await (const page of paginateScan({ client: documents }, { TableName: "kept" }))
    for (const { pk, type, code, host, start, end } of page.Items ?? [])
      if (type === "appointment" && String(pk).startsWith(`${pack}#`))
        sessions.push({
          code: String(code),
          host: String(host),
          start: Date.parse(String(start)),
          end: Date.parse(String(end)),
        });
  const byHost = Map.groupBy(sessions, ({ host }) => host);
  const doubles = [...byHost.values()].reduce((sum, of) => sum + overlaps(of), 0);
  return { sessions, doubles };
};

const overlaps = (sessions: readonly Session[]): number => {
  const inOrder = sessions.toSorted((one, other) => one.start - other.start);
  let count = 0;
  for (const [at, session] of inOrder.entries())
    for (let later = at + 1; later < inOrder.length && inOrder[later]!.start < session.end; later += 1)
      count += 1;
  return count;
};
