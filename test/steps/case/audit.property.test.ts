import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { caseKey } from "#core/case/case.ts";
import { day, type Milliseconds } from "#core/time.ts";
import { answerCase } from "#steps/case/act.ts";
import { caseExecutionEnded } from "#steps/case/execution-ended.ts";
import { watchCase } from "#steps/case/watch.ts";
import { audit } from "../../builders/audit.ts";
import {
  aCaseWorld,
  aRegisteredCase,
  type CaseWorld,
  staffAct,
  theCase,
  wakeUp,
} from "../../builders/case.ts";
import { tamper } from "../../builders/tamper.ts";

type Act = (world: CaseWorld, number: string, text: string) => Promise<unknown>;

const id = (number: string) => ({ pack: "solar", number });

/** What people, time and the sweeper do to a case; what is refused writes nothing, which is as good. */
const acts: Readonly<Record<string, Act>> = {
  acknowledge: (world, number, text) => staffAct(world, number, "acknowledge", { text }),
  bounce: (world, number, text) => {
    world.sendings.push({ outcome: "rejected", reason: "no such mailbox" });
    return staffAct(world, number, "acknowledge", { text });
  },
  update: (world, number, text) => staffAct(world, number, "update", { text }, "staff:eva"),
  note: (world, number, text) => staffAct(world, number, "note", { text }),
  ask: (world, number, text) => staffAct(world, number, "request-information", { text }),
  decline: (world, number, text) =>
    staffAct(world, number, "decline", { findings: text, reasons: text, next: "the board" }),
  reopen: (world, number) => staffAct(world, number, "reopen", {}),
  assign: (world, number, text) => staffAct(world, number, "assign", { to: "eva", text }),
  answer: (world, number, text) => answerCase(world, id(number), "answer", { text }),
  escalate: (world, number, text) => answerCase(world, id(number), "escalate", { text }),
  rate: (world, number, text) => answerCase(world, id(number), "satisfaction", { satisfied: true, text }),
  wait: async (world, number) => {
    world.pass((9 * day) as Milliseconds);
    await wakeUp(world, number);
  },
  lose: async (world, number) => {
    const { run, kind } = await theCase(world, number);
    await caseExecutionEnded(world, { ...id(number), run, kind });
    await watchCase(world, await theCase(world, number));
  },
};

const history = fc.array(
  fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.string({ minLength: 1, unit: "binary", maxLength: 30 })),
  { minLength: 1, maxLength: 12 },
);

const played = async (steps: readonly (readonly [string, string])[]) => {
  const world = aCaseWorld();
  const { number } = await aRegisteredCase(world);
  for (const [name, text] of steps) await acts[name]?.(world, number, text);
  return { world, number, ...tamper(world.table, caseKey("solar", number)) };
};

const skOf = (kind: string, rev: number): string => `${kind}#${String(rev).padStart(6, "0")}`;

/** Everything that an entry says for good, each with another value. */
const forged: Readonly<Record<string, unknown>> = {
  rev: 77,
  version: 2,
  at: "2025-01-01T00:00:00.000Z",
  actor: "staff:nobody",
  action: "forged",
  onBehalfOf: "customer",
  notice: "late",
  reason: "forged",
  nth: 99,
  wordsDigest: "forged",
  particularsDigest: "forged",
  link: "forged",
};

const runs = { numRuns: 100, seed: 20_261_102 };

describe("whatever happens to a case", () => {
  test("its audit verifies, and still does when any of its texts are erased", async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.infiniteStream(fc.boolean()), async (steps, chance) => {
        const { world, number, takeAway } = await played(steps);
        const before = await audit(world, number);
        for (const { rev, words } of before.entries)
          if (words !== undefined && chance.next().value === true) await takeAway(skOf("words", rev));
        const after = await audit(world, number);
        expect([before.verified, after.verified]).toEqual([true, true]);
        expect(after.entries.every((each) => each.verified)).toBe(true);
        expect(after.entries.map(({ link }) => link)).toEqual(before.entries.map(({ link }) => link));
      }),
      runs,
    );
  });

  test("whoever changes any part of any entry, or of its words, is found out at that entry", async () => {
    const place = fc.tuple(fc.nat(), fc.constantFrom(...Object.keys(forged), "words", "salt"));
    await fc.assert(
      fc.asyncProperty(history, fc.array(place, { minLength: 4, maxLength: 4 }), async (steps, places) => {
        const { world, number, find, put, change } = await played(steps);
        const { entries } = await audit(world, number);
        for (const [at, part] of places) {
          const entry = entries[at % entries.length];
          const inWords = part === "words" || part === "salt";
          if (entry === undefined || (inWords && entry.words === undefined)) continue;
          const sk = skOf(inWords ? "words" : "change", entry.rev);
          const original = find(sk);
          await change(sk, { [part]: inWords ? { text: "forged" } : forged[part] });
          const { verified, broken } = await audit(world, number);
          expect([part, verified, broken?.rev]).toEqual([part, false, entry.rev]);
          await put(original);
        }
        expect(await audit(world, number)).toMatchObject({ verified: true });
      }),
      runs,
    );
  });

  test("whoever takes any entry away is found out", async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), async (steps, at) => {
        const { world, number, takeAway } = await played(steps);
        const { entries } = await audit(world, number);
        await takeAway(skOf("change", entries[at % entries.length]?.rev ?? 0));
        expect(await audit(world, number)).toMatchObject({ verified: false });
      }),
      { ...runs, numRuns: 50 },
    );
  });
});
