// oxlint-disable-next-line no-restricted-imports -- faults are put between the SDK and the wire
import { type DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";

/** What was done to requests on their way. */
export interface Faults {
  conflicts: number;
  lost: number;
}

/** Of all transactions. */
const share = { conflict: 0.05, lost: 0.03 };

/**
 * Some transactions meet another one and are cancelled, as DynamoDB does and a database on one machine does not; of some
 * the answer is lost after they were carried out, and the SDK asks again.
 */
export const inject = (client: DynamoDBClient, chance: () => number): Faults => {
  const faults: Faults = { conflicts: 0, lost: 0 };
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (request) => {
        if (!commandName?.startsWith("TransactWrite")) return next(request);
        const luck = chance();
        if (luck < share.conflict) {
          faults.conflicts += 1;
          throw cancelled();
        }
        const answer = await next(request);
        if (luck > 1 - share.lost) {
          faults.lost += 1;
          throw Object.assign(new Error("socket hang up"), { name: "TimeoutError", code: "ECONNRESET" });
        }
        return answer;
      },
    { step: "deserialize", priority: "high", name: "faults" },
  );
  return faults;
};

const cancelled = (): Error =>
  new TransactionCanceledException({
    message: "Transaction cancelled, please refer cancellation reasons for specific reasons",
    $metadata: {},
    CancellationReasons: [{ Code: "TransactionConflict" }, { Code: "None" }],
  });
