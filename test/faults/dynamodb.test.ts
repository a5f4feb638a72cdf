import { describe, expect, test } from "vitest";
import { Contended } from "#core/errors.ts";
import { instant } from "#core/time.ts";
import { deliver } from "#steps/deliver.ts";
import { sweep } from "#steps/sweep.ts";
import { heads, row } from "../witness/evidence.ts";
import { judge } from "../witness/witness.ts";
import { bookAs, bookNoor } from "./act.ts";
import { aProxy, cancelled, type Fault, type Passing, type Proxy, refusal } from "./proxy.ts";
import { aRealTable, type Real, withDatabase } from "./real.ts";

withDatabase();

const behindAProxy = async (): Promise<{ real: Real; proxy: Proxy }> => {
  const made: Proxy[] = [];
  const real = await aRealTable(async (target) => {
    const proxy = await aProxy(target);
    made.push(proxy);
    return proxy.url;
  });
  const [proxy] = made;
  if (proxy === undefined) throw new Error("there is no proxy");
  return { real, proxy };
};

const booked = async (real: Real): Promise<string> => {
  const answer = await bookNoor(real.ports);
  if ("refused" in answer) throw new Error(`not booked: ${answer.refused}`);
  return answer.code;
};

/** The fault for every nth request of an operation. */
const everyNth = (operation: RegExp, nth: number, fault: Fault) => {
  let count = 0;
  return (passing: Passing): Fault | undefined => {
    if (!operation.test(passing.operation)) return undefined;
    count += 1;
    return count % nth === 0 ? fault : undefined;
  };
};

const firstOnly = (operation: RegExp, times: number, fault: Fault) => {
  let left = times;
  return (passing: Passing): Fault | undefined => {
    if (!operation.test(passing.operation) || left === 0) return undefined;
    left -= 1;
    return fault;
  };
};

const holds = async (real: Real, proxy: Proxy): Promise<void> => {
  proxy.rule = () => undefined;
  await real.recover();
  expect(judge(await real.evidence())).toEqual([]);
  expect(heads(await real.table())).toHaveLength(1);
};

const aReminder = (code: string) => ({ pack: "taxdome", code, version: 1, promise: "email-PT48H" });
const itsMoment = "2026-12-08T09:00:00Z";

describe.concurrent("between the clients and DynamoDB", () => {
  test("TransactionConflict on 10 % of writes", async () => {
    const { real, proxy } = await behindAProxy();
    // A third of them: a tenth of so few would be one.
    proxy.rule = everyNth(/TransactWriteItems/, 3, cancelled("None", "TransactionConflict"));
    const code = await booked(real);
    real.setNow(itsMoment);
    await deliver(real.ports, aReminder(code));
    const asked = proxy.seen.filter(({ operation }) => operation === "TransactWriteItems").length;
    expect(asked).toBeLessThanOrEqual(20);
    await holds(real, proxy);
  });

  test("TransactionConflict that does not end: retries are bounded, and nothing was written", async () => {
    const { real, proxy } = await behindAProxy();
    proxy.rule = everyNth(/TransactWriteItems/, 1, cancelled("TransactionConflict", "None"));
    await expect(bookNoor(real.ports)).rejects.toThrow(Contended);
    expect(proxy.seen.filter(({ operation }) => operation === "TransactWriteItems")).toHaveLength(10);
    expect(await real.table()).toEqual([]);
  });

  test("Mixed reasons (condition + throttle)", async () => {
    const { real, proxy } = await behindAProxy();
    const write = { put: { pk: "a", sk: "1" }, if: { exists: false } } as const;
    const other = { put: { pk: "a", sk: "2" }, if: { exists: false } } as const;
    const answerTo = async (...codes: string[]) => {
      proxy.rule = firstOnly(/TransactWriteItems/, 1, cancelled(...codes));
      return real.ports.table.commit([write, other]).catch((error: Error) => error.name);
    };
    expect(await answerTo("ConditionalCheckFailed", "ThrottlingError")).toEqual({
      committed: false,
      refused: [0],
    });
    expect(await answerTo("TransactionConflict", "ConditionalCheckFailed")).toEqual({
      committed: false,
      refused: [1],
    });
    expect(await answerTo("ValidationError", "TransactionConflict")).toBe("TransactionCanceledException");
    expect(await real.table()).toEqual([]);
    expect(await answerTo("ThrottlingError", "TransactionConflict")).toEqual({ committed: true });
    expect(await real.table()).toHaveLength(2);
  });

  test("Transaction commits, response lost, app retries", async () => {
    for (const lost of [1, 3]) {
      const { real, proxy } = await behindAProxy();
      proxy.rule = firstOnly(/TransactWriteItems/, lost, "lose-answer");
      const first = await bookNoor(real.ports).catch(() => "nobody knows");
      const again = await bookNoor(real.ports);
      expect(again).toMatchObject({ status: "booked" });
      if (lost === 1) expect(first).toEqual(again);
      await holds(real, proxy);
    }
  });

  test("Throttling / ProvisionedThroughput", async () => {
    for (const type of ["ThrottlingException", "ProvisionedThroughputExceededException"]) {
      const { real, proxy } = await behindAProxy();
      proxy.rule = everyNth(/./, 7, refusal(type));
      const code = await booked(real);
      real.setNow(itsMoment);
      await deliver(real.ports, aReminder(code));
      expect(row(row(heads(await real.table())[0])["promises"])["email-PT48H"]).toMatchObject({
        state: "kept",
      });
      await holds(real, proxy);
    }
  });

  test("5xx and resets: what did not come through is repeated, and nothing happens twice", async () => {
    for (const fault of [refusal("InternalServerError", {}, 500), "reset", "lose-answer"] as const) {
      const { real, proxy } = await behindAProxy();
      proxy.rule = everyNth(/./, 3, fault);
      const code = await booked(real);
      real.setNow(itsMoment);
      await deliver(real.ports, aReminder(code)).catch(() => undefined);
      await holds(real, proxy);
    }
  });

  test("Stale GSI read", async () => {
    const { real, proxy } = await behindAProxy();
    const code = await booked(real);
    real.setNow("2026-12-08T09:10:00Z");
    await sweep(real.ports);
    const stale = new Map(
      proxy.answers
        .filter(({ passing }) => isDueQuery(passing))
        .map(({ passing, body }) => [shardIn(passing), body]),
    );
    expect(stale.size).toBe(4);
    const before = await real.table();
    proxy.rule = (passing) => {
      const body = isDueQuery(passing) ? stale.get(shardIn(passing)) : undefined;
      return body === undefined ? undefined : { status: 200, body };
    };
    await sweep(real.ports);
    expect(await real.table()).toEqual(before);
    expect(code).not.toBe("");
    await holds(real, proxy);
  });

  test("DynamoDB down 3 h, then back", async () => {
    const { real, proxy } = await behindAProxy();
    const code = await booked(real);
    real.setNow("2026-12-10T07:30:00Z");
    await sweep(real.ports);
    proxy.rule = () => "reset";
    for (const now of ["2026-12-10T08:10:00Z", "2026-12-10T09:30:00Z"]) {
      real.setNow(now);
      await expect(sweep(real.ports)).rejects.toThrow();
      await expect(deliver(real.ports, { ...aReminder(code), promise: "email-PT1H" })).rejects.toThrow();
    }
    real.setNow("2026-12-10T10:30:00Z");
    await holds(real, proxy);
    const { promises, status } = heads(await real.table())[0] ?? {};
    expect(status).toBe("ended");
    expect(row(promises)["email-PT1H"]).toMatchObject({ state: "skipped", reason: "passed" });
    expect((await real.evidence()).outbox.filter(({ kind }) => kind === "reminder")).toEqual([]);
  });
});

describe("many customers", () => {
  test("Booking storm, 200 on one slot", async () => {
    const real = await aRealTable();
    const answers = await Promise.all(Array.from({ length: 200 }, (_, person) => bookAs(real.ports, person)));
    expect(answers.filter((answer) => !("refused" in answer))).toHaveLength(1);
    expect(new Set(answers.flatMap((answer) => ("refused" in answer ? [answer.refused] : [])))).toEqual(
      new Set(["slot-taken"]),
    );
    real.setNow(instant(itsMoment));
    await real.recover();
    expect(judge(await real.evidence())).toEqual([]);
    expect(heads(await real.table())).toHaveLength(1);
  });
});

const isDueQuery = ({ operation, body }: Passing): boolean =>
  operation === "Query" && body.includes('"IndexName":"due"');

/** The value that a query asks the index for. */
const shardIn = ({ body }: Passing): string =>
  JSON.stringify(
    (JSON.parse(body) as { ExpressionAttributeValues?: { ":shard"?: unknown } }).ExpressionAttributeValues?.[
      ":shard"
    ],
  );
