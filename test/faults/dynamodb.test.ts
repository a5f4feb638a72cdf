import { describe, expect, test } from "vitest";
import { Contended } from "#core/errors.ts";
import { deliver } from "#steps/deliver.ts";
import { heads, row } from "../witness/evidence.ts";
import { bookNoor } from "./act.ts";
import { aReminder, behindAProxy, booked, everyNth, firstOnly, holds, itsMoment } from "./behind-a-proxy.ts";
import { cancelled, refusal } from "./proxy.ts";
import { withDatabase } from "./real.ts";

withDatabase();

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
});
