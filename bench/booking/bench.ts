import { now } from "#adapters/clock.ts";
import type { Slot } from "#core/appointment/slots.ts";
import { atLeast, type Bench, compared, type Figure } from "../figure.ts";
import { inTurn } from "../measure.ts";
import { openAws } from "../shared/aws.ts";
import { openStage, type Stage } from "../shared/database.ts";
import { sameItems } from "./items.ts";
import { bookOnly, openHandlers } from "./ours.ts";
import { clientFor, post, statesFor, wiresOf } from "./raw.ts";
import { bodyFor, deployed, freeSlots } from "./requests.ts";
import { type Asked, askedBy, send, sendAll, transactionOf } from "./transaction.ts";

/** The whole Lambda of a booking, and the same five items in one transaction without anything of ours around it. */
export const bench: Bench = async (asked) => {
  const [stage, aws] = await Promise.all([openStage(), openAws()]);
  try {
    // Short and many, so that whatever else the machine does falls on all of them alike.
    const [each, count] = asked.quick ? [5, 1] : [8, 25];
    const { handler, told } = await openHandlers(stage, aws);
    const only = bookOnly("kept");
    const runs = (count + 1) * each;
    const slots = createSlots(await freeSlots(now()));
    const sent = (await prepared(slots, runs, "bare")).map(transactionOf);
    const all = await prepared(slots, runs, "all");
    const wired = (await prepared(slots, runs, "wire")).map(transactionOf);
    const wires = await wiresOf(stage.database.endpoint, wired);
    await equal(stage, slots, handler);
    const [documents, states] = [clientFor(stage.database.endpoint), statesFor(aws.url)];
    await repeat(asked.quick ? 5 : 60, () => told(...slots.next()));
    const took = await inTurn(
      {
        handler: () => repeat(each, () => handler(...slots.next())),
        told: () => repeat(each, () => told(...slots.next())),
        only: () => repeat(each, () => only(...slots.next())),
        all: () => repeat(each, () => sendAll(documents, states, all.shift()!)),
        bare: () => repeat(each, () => send(documents, sent.shift()!)),
        raw: () => repeat(each, () => post(stage.database.endpoint, wires.shift()!)),
      },
      count,
    );
    return figures(took, each);
  } finally {
    await aws.close();
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
const prepared = async (slots: Slots, runs: number, pack: string): Promise<Asked[][]> => {
  slots.again();
  const asked: Asked[][] = [];
  for (let run = 0; run < runs; run += 1) {
    const [body, key] = slots.next();
    const code = run.toString(36).toUpperCase().padStart(7, "0");
    asked.push(await askedBy(deployed, body, { key, code, now: now(), pack }));
  }
  slots.again();
  return asked;
};

/** Before anything is timed: what the handler stores is what the transaction stores. */
const equal = async (
  stage: Stage,
  slots: Slots,
  handler: (...asked: ReturnType<Slots["next"]>) => Promise<string>,
) => {
  const [body, key] = slots.next();
  await handler(body, key);
  const asked = await askedBy(deployed, body, { key, code: "ZZZZZZZ", now: now(), pack: "same" });
  const documents = clientFor(stage.database.endpoint);
  await send(documents, transactionOf(asked));
  await sameItems(documents, "taxdome", "same");
};

const repeat = async (times: number, work: () => Promise<unknown>): Promise<void> => {
  for (let time = 0; time < times; time += 1) await work();
};

const figures = (
  took: Record<"handler" | "told" | "only" | "all" | "bare" | "raw", number>,
  each: number,
): Figure[] => {
  const rate = (time: number): number => (each * 1000) / time;
  const bare = rate(took.bare);
  const against = (time: number, peer = "the transaction by the bare SDK", theirs = took.bare) => ({
    ...compared(rate(time), rate(theirs), "more"),
    peer: `${peer}, ${Math.round(rate(theirs))}/s`,
    unit: "bookings/s",
    goal: null,
    met: null,
  });
  return [
    {
      name: "booking",
      ...against(took.handler),
      ...atLeast(rate(took.handler) / bare, 0.7),
      note: answersFirst,
    },
    {
      name: "booking, with all that it owes",
      ...against(took.told),
      note: "until the first step of its execution has mailed customer and host, and settled it",
    },
    {
      name: "booking, up to its commit",
      ...against(took.only),
      note: "the customer is read, then the transaction",
    },
    {
      name: "booking, request for request",
      ...against(took.handler, "all three requests that it makes, by the bare SDK", took.all),
      note: `those three without anything of ours are ${(took.bare / took.all).toFixed(2)}× of the transaction alone`,
    },
    {
      name: "booking, the transaction by raw HTTP",
      ...against(took.raw),
      note: "without the SDK: what the database itself takes",
    },
  ];
};

const answersFirst =
  "the peer makes 1 request; the handler reads the customer, commits and starts the execution, which tells customer and host: no answer waits for that";
