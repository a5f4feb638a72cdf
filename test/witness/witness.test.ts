import { beforeEach, describe, expect, test } from "vitest";
import { instant } from "#core/time.ts";
import { changeAppointment } from "#steps/revise.ts";
import { aBookedAppointment } from "../builders/booking.ts";
import { taxdome } from "../builders/world.ts";
import { aStage } from "../faults/stage.ts";
import type { Evidence, Row } from "./evidence.ts";
import { judge } from "./witness.ts";

/** A history in which all went well: one appointment that was moved and one that was not, both over. */
const aGoodHistory = async (): Promise<Evidence> => {
  const stage = aStage();
  const { world } = stage;
  const { code } = await aBookedAppointment(world);
  await aBookedAppointment(world, {
    start: instant("2026-12-14T09:00:00Z"),
    customer: { name: "Piet Jansen", email: "piet@customer.example" },
  });
  await stage.pass(7 * 24 * 60 * 60_000 + 2 * 60 * 60_000);
  const by = { actor: "customer" } as const;
  await changeAppointment(world, taxdome(world), {
    code,
    version: 1,
    by,
    start: instant("2026-12-11T09:00:00Z"),
  });
  stage.endings.push("accepted", "rejected");
  await stage.rest();
  return stage.evidence();
};

let good: Evidence;
beforeEach(async () => {
  good = await aGoodHistory();
});

const altered = (which: (item: Row) => boolean, alter: (item: Row) => Row | undefined): Evidence => {
  let done = false;
  const table = good.table.flatMap((item): Row[] => {
    if (done || !which(item)) return [item];
    done = true;
    const other = alter(item);
    return other === undefined ? [] : [other];
  });
  expect(done).toBe(true);
  return { ...good, table };
};

const isHead = (item: Row): boolean => item["sk"] === "head";
const moved = (item: Row): boolean => isHead(item) && item["version"] === 2;
const startsWith =
  (prefix: string) =>
  (item: Row): boolean =>
    String(item["sk"]).startsWith(prefix);
const promiseAs = (terms: Row) => (item: Row) => {
  const promises = item["promises"] as Record<string, Row>;
  return { ...item, promises: { ...promises, "email-PT1H": { ...promises["email-PT1H"], ...terms } } };
};

test("a history in which all went well has no fault", () => {
  expect(judge(good)).toEqual([]);
  expect(good.outbox.length).toBeGreaterThan(8);
});

describe("the witness sees", () => {
  const sees: Readonly<Record<string, [() => Evidence, RegExp]>> = {
    "a cell that was not given back": [
      () => altered(startsWith("day#"), (item) => ({ ...item, c1500: "CODE999" })),
      /held for CODE999 by nobody live/,
    ],
    "a cell that is not held": [() => altered(startsWith("day#2026-12-11"), () => undefined), /does not own/],
    "a message that went out twice": [
      () => ({ ...good, outbox: [...good.outbox, ...good.outbox.slice(0, 1)] }),
      /went out 2 times/,
    ],
    "a message that no ledger entry stands for": [
      () => altered(startsWith("send#1#confirmation"), () => undefined),
      /the ledger does not know|knows of no message/,
    ],
    "a claim that nobody settled": [
      () => altered(startsWith("send#"), (item) => ({ ...item, state: "claimed" })),
      /still claimed/,
    ],
    "a claim after the change that made it void": [
      () => ({ ...good, commits: (good.commits ?? []).toReversed() }),
      /was claimed after version 1 was void/,
    ],
    "the same by the instants of the table": [
      () => ({
        ...altered(startsWith("send#1#"), (item) => ({ ...item, claimedAt: good.now })),
        commits: undefined as never,
      }),
      /was claimed after version 1 was void|knows/,
    ],
    "a promise that was forgotten": [() => altered(isHead, promiseAs({ state: "open" })), /is open at/],
    "a failure that nobody was told": [
      () => ({ ...good, table: good.table.filter(({ type }) => type !== "task") }),
      /nobody was told/,
    ],
    "an outcome that a change forgot": [
      () =>
        altered(startsWith("version#"), (item) => {
          const promises = item["promises"] as Record<string, Row>;
          const forgotten = { ...promises["confirmation"], state: "void", reason: "superseded" };
          return { ...item, promises: { ...promises, confirmation: forgotten } };
        }),
      /was settled, and then forgotten/,
    ],
    "a skipped promise without a reason": [
      () => altered(isHead, promiseAs({ state: "skipped", reason: "" })),
      /for no reason/,
    ],
    "our own lateness, hidden": [
      () => altered(isHead, promiseAs({ state: "skipped", reason: "passed", at: good.now })),
      /passed by our own lateness/,
    ],
    "a message that came when it could only mislead": [
      () => altered(startsWith("send#1#confirmation"), (item) => ({ ...item, claimedAt: good.now })),
      /could only mislead/,
    ],
    "lateness that counts as kept": [
      () => altered(isHead, promiseAs({ state: "kept", at: good.now })),
      /came late, and counts as kept/,
    ],
    "a change without its entry": [() => altered(startsWith("change#"), () => undefined), /its entries say/],
    "an entry without its actor": [
      () => altered(startsWith("change#"), (item) => ({ ...item, actor: "somebody" })),
      /names no actor/,
    ],
    "a version that was not put away": [
      () => altered(startsWith("version#"), () => undefined),
      /were put away/,
    ],
    "what is over and still asks to be woken": [
      () => altered(moved, (item) => ({ ...item, wakeAt: good.now })),
      /still asks to be woken/,
    ],
    "what is unfinished and asks for nothing": [
      () => altered(moved, (item) => ({ ...item, status: "booked" })),
      /nothing wakes it/,
    ],
    "a mail to somebody else": [
      () => ({ ...good, outbox: good.outbox.map((each) => ({ ...each, to: "piet@customer.example" })) }),
      /went to piet@|went to a customer/,
    ],
    "a customer's name in another's mail": [
      () => ({ ...good, outbox: good.outbox.map((each) => ({ ...each, content: "Dear Piet Jansen" })) }),
      /names another customer/,
    ],
    "a customer's name in an execution": [
      () => ({ ...good, inputs: ['{"name":"Noor Bakker"}'] }),
      /an execution names a customer/,
    ],
    "two appointments of one request": [
      () => ({
        ...good,
        table: [
          ...good.table,
          ...good.table
            .filter(({ type }) => type === "answer")
            .map((item) => ({ ...item, pk: `${String(item["pk"])}-twin` })),
        ],
      }),
      /answered to two requests/,
    ],
  };

  test.each(Object.entries(sees))("%s", (_name, [evidence, says]) => {
    expect(judge(evidence()).join("\n")).toMatch(says);
  });
});
