import { describe, expect, test } from "vitest";
import { instant } from "#core/time.ts";
import { deliver } from "#steps/deliver.ts";
import { sweep } from "#steps/sweep.ts";
import { heads, row } from "../witness/evidence.ts";
import { judge } from "../witness/witness.ts";
import { bookAs } from "./act.ts";
import { aReminder, behindAProxy, booked, holds, itsMoment } from "./behind-a-proxy.ts";
import type { Passing } from "./proxy.ts";
import { aRealTable, withDatabase } from "./real.ts";

withDatabase();

describe.concurrent("the table lags, is away, or is stormed", () => {
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
