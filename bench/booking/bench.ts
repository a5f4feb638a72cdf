import { now } from "#adapters/clock.ts";
import type { Slot } from "#core/appointment/slots.ts";
import { atLeast, type Bench, compared, type Figure } from "../figure.ts";
import { inTurn, rounds } from "../measure.ts";
import { openAws } from "../shared/aws.ts";
import { openStage, type Stage } from "../shared/database.ts";
import { sameItems } from "./items.ts";
import { bookOnly, openHandler } from "./ours.ts";
import { clientFor, post, wiresOf } from "./raw.ts";
import { bodyFor, deployed, freeSlots } from "./requests.ts";
import { send, type Transaction, transactionOf } from "./transaction.ts";

/** The whole Lambda of a booking, and the same five items in one transaction without anything of ours around it. */
export const bench: Bench = async (asked) => {
  const [stage, aws] = await Promise.all([openStage(), openAws()]);
  try {
    const each = asked.quick ? 5 : 30;
    const count = rounds(asked);
    const handler = await openHandler(stage, aws);
    const only = bookOnly("kept");
    const runs = (count + 1) * each;
    const slots = createSlots(await freeSlots(now()));
    const sent = await prepared(slots, runs, "bare");
    const wires = await wiresOf(stage.database.endpoint, await prepared(slots, runs, "wire"));
    await equal(stage, slots, handler);
    const documents = clientFor(stage.database.endpoint);
    const took = await inTurn(
      {
        handler: () => repeat(each, () => handler(...slots.next())),
        only: () => repeat(each, () => only(...slots.next())),
        bare: () => repeat(each, () => send(documents, sent.shift()!)),
        raw: () => repeat(each, () => post(stage.database.endpoint, wires.shift()!)),
      },
      count,
    );
    return figures(took, each);
  } finally {
    aws.close();
    await stage.end();
  }
};

const createSlots = (slots: readonly Slot[]) => {
  let taken = 0;
  const next = (): [ReturnType<typeof bodyFor>, string] => {
    const slot = slots[taken];
    if (slot === undefined) throw new Error(`only ${taken} slots are free`);
    taken += 1;
    return [bodyFor(slot, taken), `bench-${taken}`];
  };
  return { next, again: () => void (taken = 0) };
};

type Slots = ReturnType<typeof createSlots>;

/** Under the keys of another company, where the same slots are free once more. */
const prepared = async (slots: Slots, runs: number, pack: string): Promise<Transaction[]> => {
  slots.again();
  const transactions: Transaction[] = [];
  for (let run = 0; run < runs; run += 1) {
    const [body, key] = slots.next();
    const code = run.toString(36).toUpperCase().padStart(7, "0");
    transactions.push(await transactionOf(deployed, body, { key, code, now: now(), pack }));
  }
  slots.again();
  return transactions;
};

/** Before anything is timed: what the handler stores is what the transaction stores. */
const equal = async (
  stage: Stage,
  slots: Slots,
  handler: (...asked: ReturnType<Slots["next"]>) => Promise<string>,
) => {
  const [body, key] = slots.next();
  await handler(body, key);
  const transaction = await transactionOf(deployed, body, { key, code: "ZZZZZZZ", now: now(), pack: "same" });
  const documents = clientFor(stage.database.endpoint);
  await send(documents, transaction);
  await sameItems(documents, "taxdome", "same");
};

const repeat = async (times: number, work: () => Promise<unknown>): Promise<void> => {
  for (let time = 0; time < times; time += 1) await work();
};

const figures = (took: Record<"handler" | "only" | "bare" | "raw", number>, each: number): Figure[] => {
  const perSecond = (time: number): number => (each * 1000) / time;
  const [handler, only, bare, raw] = [took.handler, took.only, took.bare, took.raw].map(perSecond) as [
    number,
    number,
    number,
    number,
  ];
  const peer = `the transaction by the bare SDK, ${Math.round(bare)}/s`;
  return [
    {
      name: "booking",
      ...compared(handler, bare, "more"),
      unit: "bookings/s",
      peer,
      ...atLeast(handler / bare, 0.7),
    },
    {
      name: "booking, answered before what it owes",
      ...compared(only, bare, "more"),
      unit: "bookings/s",
      peer,
      goal: null,
      met: null,
    },
    {
      name: "booking, raw HTTP",
      value: raw,
      unit: "transactions/s",
      peer,
      ratio: raw / bare,
      goal: null,
      met: null,
    },
  ];
};
