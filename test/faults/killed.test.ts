import { execFile } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Instant, instant } from "#core/time.ts";
import { sweep } from "#steps/sweep.ts";
import { heads, type Row } from "../witness/evidence.ts";
import { judge } from "../witness/witness.ts";
import { type Act, bookNoor, perform } from "./act.ts";
import type { Boundary } from "./boundaries.ts";
import type { Orders } from "./child.ts";
import { journalOf } from "./durable.ts";
import { aRealTable, withDatabase } from "./real.ts";

withDatabase();

/** Runs the orders in a process of its own, and answers how that ended. */
const inAChild = (orders: Orders): Promise<{ signal: string | undefined; said: string }> =>
  new Promise((resolve) => {
    const script = join(import.meta.dirname, "child.ts");
    execFile(process.execPath, [script, JSON.stringify(orders)], (error, _out, said) =>
      resolve({ signal: error?.signal ?? undefined, said }),
    );
  });

interface Kill {
  readonly what: (code: string) => Act;
  readonly dies: Boundary;
  readonly now?: Instant;
  /** What the customer is told if the page asks again. */
  readonly ends: "booked" | "cancelled" | "ended";
}

const reminder = instant("2026-12-08T09:00:00Z");
const text = instant("2026-12-10T08:30:00Z");
const over = instant("2026-12-10T10:00:00Z");

const kills: Readonly<Record<string, Kill>> = {
  "a booking before its transaction": {
    what: () => ({ do: "book" }),
    dies: "before table.commit 1",
    ends: "ended",
  },
  "a booking after its transaction": {
    what: () => ({ do: "book" }),
    dies: "after table.commit 1",
    ends: "ended",
  },
  "a booking whose execution was started": {
    what: () => ({ do: "book" }),
    dies: "after executions.start 1",
    ends: "ended",
  },
  "a change after its transaction": {
    what: (code) => ({ do: "change", code }),
    dies: "after table.commit 1",
    ends: "ended",
  },
  "an execution's first step between the customer's mail and the host's": {
    what: (code) => ({ do: "begin", code }),
    dies: "before mailer.send 2",
    ends: "ended",
  },
  "an execution's first step before what is owed was taken off": {
    what: (code) => ({ do: "begin", code }),
    dies: "before table.commit 5",
    ends: "ended",
  },
  "a change before the old execution was stopped": {
    what: (code) => ({ do: "change-and-begin", code }),
    dies: "before executions.stop 1",
    ends: "ended",
  },
  "a cancellation after its transaction": {
    what: (code) => ({ do: "cancel", code }),
    dies: "after table.commit 1",
    ends: "cancelled",
  },
  "a cancellation between its two mails": {
    what: (code) => ({ do: "cancel", code }),
    dies: "after mailer.send 1",
    ends: "cancelled",
  },
  "a reminder between its claim and its mail": {
    what: (code) => ({ do: "deliver", code, promise: "email-PT48H" }),
    now: reminder,
    dies: "before mailer.send 1",
    ends: "ended",
  },
  "a reminder between its mail and the note of it": {
    what: (code) => ({ do: "deliver", code, promise: "email-PT48H" }),
    now: reminder,
    dies: "after mailer.send 1",
    ends: "ended",
  },
  "an SMS between its text and the note of it": {
    what: (code) => ({ do: "deliver", code, promise: "sms-PT30M" }),
    now: text,
    dies: "after texter.send 1",
    ends: "ended",
  },
  "the end before its transaction": {
    what: (code) => ({ do: "end", code }),
    now: over,
    dies: "before table.commit 1",
    ends: "ended",
  },
  "a sweep in the middle of what is owed": {
    what: () => ({ do: "sweep" }),
    now: reminder,
    dies: "after mailer.send 1",
    ends: "ended",
  },
};

describe.concurrent("Local process killed at each numbered boundary, by kill -9", () => {
  test.each(Object.entries(kills))("%s", async (_name, { what, dies, now, ends }) => {
    const real = await aRealTable();
    const booked = what("").do === "book" ? undefined : await bookNoor(real.ports);
    const act = what(booked !== undefined && "code" in booked ? booked.code : "");
    if (now !== undefined) real.setNow(now);
    const { signal, said } = await inAChild({ durable: real.durable, now: real.ports.now(), act, dies });
    expect({ signal, said }).toEqual({ signal: "SIGKILL", said: "" });
    if (act.do === "book") await perform(real.ports, act);
    await real.recover();
    expect(judge(await real.evidence())).toEqual([]);
    expect(heads(await real.table()).map(({ status }: Row) => status)).toEqual([ends]);
  });
});

test("Row written, StartExecution never called", async () => {
  const real = await aRealTable();
  const orders = { durable: real.durable, now: real.ports.now(), act: { do: "book" } as const };
  await inAChild({ ...orders, dies: "after table.commit 1" });
  expect(journalOf(real.durable).started).toEqual([]);
  const [head] = heads(await real.table());
  await sweep(real.ports);
  await sweep(real.ports);
  expect(journalOf(real.durable).started).toEqual([`${String(head?.["code"])}-v1-r1`]);
});
