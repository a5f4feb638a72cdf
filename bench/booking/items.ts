// oxlint-disable-next-line no-restricted-imports -- reads what both have stored
import { type DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";

/** What both store: items with these keys, codes and digests left out. @throws Error when they differ. */
export const sameItems = async (
  documents: DynamoDBDocumentClient,
  ours: string,
  theirs: string,
): Promise<void> => {
  const shapes = new Map<string, string[]>([
    [ours, []],
    [theirs, []],
  ]);
  for await (const page of paginateScan({ client: documents }, { TableName: "kept" }))
    for (const item of page.Items ?? [])
      if (!besides.has(String(item["type"])))
        shapes.get(String(item["pk"]).split("#")[0] ?? "")?.push(shapeOf(item));
  const [one, other] = [shapes.get(ours), shapes.get(theirs)].map((list) =>
    (list ?? []).toSorted().join("\n"),
  );
  if (one !== other) throw new Error(`stored differently:\n${one}\n\n${other}`);
};

/** What the handler stores besides: the policy, once for each process, and the send of the host's mail. */
const besides = new Set(["policy", "send"]);

const shapeOf = (item: Record<string, unknown>): string => `${String(item["type"])} ${String(item["sk"])}`;
