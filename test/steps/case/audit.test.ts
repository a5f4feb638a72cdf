import { describe, expect, test } from "vitest";
import { digests } from "#adapters/digests.ts";
import type { Audit } from "#core/case/audit.ts";
import { caseKey } from "#core/case/case.ts";
import { linkOf } from "#core/case/chain.ts";
import { day } from "#core/time.ts";
import { answerCase } from "#steps/case/act.ts";
import { changeCase } from "#steps/case/change.ts";
import { readAudit } from "#steps/case/read-audit.ts";
import {
  aCaseWorld,
  aRegisteredCase,
  type CaseWorld,
  staffAct,
  theCase,
  wakeUp,
} from "../../builders/case.ts";
import { tamper } from "../../builders/tamper.ts";

/** Noor complains, Sanne acknowledges, Noor answers, Eva tells her how it goes: four entries, three of them with words. */
const aStory = async () => {
  const world = aCaseWorld();
  const { number } = await aRegisteredCase(world);
  world.pass(day);
  await staffAct(world, number, "acknowledge", { text: "Your inverter is known to us." });
  world.pass(day);
  await answerCase(world, { pack: "solar", number }, "answer", { text: "It hums, too." });
  world.pass(day);
  await staffAct(world, number, "update", { text: "A new part is on its way." }, "staff:eva");
  const { entries } = await audit(world, number);
  const skOf = (nth: number): string => `change#${String(entries[nth - 1]?.rev).padStart(6, "0")}`;
  const wordsOf = (nth: number): string => skOf(nth).replace("change", "words");
  const revOf = (nth: number): number => entries[nth - 1]?.rev ?? 0;
  return { world, number, skOf, wordsOf, revOf, ...tamper(world.table, caseKey("solar", number)) };
};

const audit = async (world: CaseWorld, number: string, after = 0): Promise<Audit> => {
  const found = await readAudit(world, { pack: "solar", number }, after);
  if (found === undefined) throw new Error("there is no such case");
  return found;
};

describe("the audit of a case", () => {
  test("says who did what and when, in which words, each entry chained to the one before", async () => {
    const { world, number } = await aStory();
    const { entries, verified, chain } = await audit(world, number);
    expect(entries).toMatchObject([
      { nth: 1, actor: "customer", action: "registered", at: "2026-11-02T09:00:00.000Z" },
      {
        nth: 2,
        actor: "staff:sanne",
        action: "acknowledged",
        words: { text: "Your inverter is known to us." },
      },
      { nth: 3, actor: "customer", action: "customer-wrote", words: { text: "It hums, too." } },
      { nth: 4, actor: "staff:eva", action: "updated", at: "2026-11-05T09:00:00.000Z" },
    ]);
    expect([verified, entries.map((each) => each.verified)]).toEqual([true, [true, true, true, true]]);
    expect(chain).toMatchObject({ count: 4, link: entries.at(-1)?.link });
  });

  test("names what time alone brought, with the milestone that it was about", async () => {
    const { world, number } = await aStory();
    world.pass((60 * day) as never);
    await wakeUp(world, number);
    const { entries, verified } = await audit(world, number);
    expect(verified).toBe(true);
    expect(entries).toContainEqual(
      expect.objectContaining({ actor: "kept", action: "missed", reason: "resolve" }),
    );
  });

  test("holds nothing that somebody wrote, and no name of a customer, in the entries themselves", async () => {
    const { world } = await aStory();
    const entries = world.table.all().filter(({ type }) => type === "change");
    expect(JSON.stringify(entries)).not.toMatch(
      /Noor|customer\.example|SG10RT|Sunday|inverter|hums|new part/,
    );
  });

  test("still verifies when what people wrote was erased, and says that it was there", async () => {
    const { world, number, takeAway, wordsOf } = await aStory();
    await takeAway(wordsOf(2));
    await takeAway(wordsOf(3));
    const { entries, verified } = await audit(world, number);
    expect([verified, entries.map(({ erased }) => erased)]).toEqual([
      true,
      [undefined, true, true, undefined],
    ]);
    expect(JSON.stringify(entries)).not.toContain("hums");
  });

  test("still verifies when a change took the customer's data off the head, and nothing of them can be guessed", async () => {
    const { world, number, find } = await aStory();
    const before = find("head")["chain"];
    await changeCase(world, { pack: "solar", number }, (it) => ({
      after: { ...it, customer: { name: "", email: "", region: it.customer.region }, fields: {} },
      actor: "staff:eva",
      action: "forgotten",
      tell: [],
    }));
    const { verified, particulars, entries } = await audit(world, number);
    expect([verified, particulars.fields, entries.at(-1)?.action]).toEqual([true, {}, "forgotten"]);
    const { salt } = before as { salt: string };
    expect(JSON.stringify(world.table.all())).not.toContain(salt);
  });

  test("stays one chain when two people act at the same moment", async () => {
    const { world, number } = await aStory();
    await Promise.all([
      staffAct(world, number, "note", { text: "Called twice." }),
      staffAct(world, number, "note", { text: "Nobody answered." }, "staff:eva"),
    ]);
    const { verified, chain } = await audit(world, number);
    expect([verified, chain?.count]).toEqual([true, 6]);
  });

  test("reads the same after the table gave back half a character as the sign for one", async () => {
    const { world, number, find, change } = await aStory();
    await staffAct(world, number, "note", { text: "cut off \ud83d" });
    const { rev } = await theCase(world, number);
    const sk = `words#${String(rev).padStart(6, "0")}`;
    await change(sk, {
      words: { text: String((find(sk)["words"] as { text: string }).text).toWellFormed() },
    });
    expect(await audit(world, number)).toMatchObject({ verified: true });
  });

  test("comes in pages, and the verdict on each is that on the whole", async () => {
    const { world, number, change, skOf } = await aStory();
    for (let count = 0; count < 60; count += 1)
      await staffAct(world, number, "note", { text: `Note ${count}` });
    const first = await audit(world, number);
    const second = await audit(world, number, first.next);
    expect([first.entries.length, second.entries.length, second.next]).toEqual([50, 14, undefined]);
    await change(skOf(2), { actor: "staff:eva" });
    expect(await audit(world, number, first.next)).toMatchObject({ verified: false });
  });
});

describe("somebody with access to the table is found out who", () => {
  type Story = Awaited<ReturnType<typeof aStory>>;

  test.each<[string, (story: Story) => Promise<void>, number, string]>([
    [
      "names another actor",
      ({ change, skOf }) => change(skOf(2), { actor: "staff:eva" }),
      2,
      "entry-altered",
    ],
    [
      "names another time",
      ({ change, skOf }) => change(skOf(2), { at: "2026-11-02T10:00:00.000Z" }),
      2,
      "entry-altered",
    ],
    ["names another act", ({ change, skOf }) => change(skOf(4), { action: "noted" }), 4, "entry-altered"],
    ["adds a reason", ({ change, skOf }) => change(skOf(4), { reason: "late" }), 4, "entry-altered"],
    ["takes the first entry away", ({ takeAway, skOf }) => takeAway(skOf(1)), 2, "entry-missing"],
    ["takes a middle entry away", ({ takeAway, skOf }) => takeAway(skOf(2)), 3, "entry-missing"],
    ["takes the last entry away", ({ takeAway, skOf }) => takeAway(skOf(4)), 3, "end-missing"],
    ["lets two change places", ({ swap, skOf }) => swap(skOf(2), skOf(3)), 2, "entry-misplaced"],
    [
      "lets two change places with their numbers",
      async ({ change, find, skOf }) => {
        const [one, other] = [find(skOf(2)), find(skOf(3))];
        await change(skOf(2), { ...other, sk: one.sk, rev: one["rev"] });
        await change(skOf(3), { ...one, sk: other.sk, rev: other["rev"] });
      },
      2,
      "entry-missing",
    ],
    [
      "puts words in somebody's mouth",
      ({ change, wordsOf }) => change(wordsOf(3), { words: { text: "All is well." } }),
      3,
      "words-altered",
    ],
    [
      "lets two texts change places",
      async ({ change, find, wordsOf }) => {
        const [one, other] = [find(wordsOf(2)), find(wordsOf(3))];
        await change(wordsOf(2), { words: other["words"], salt: other["salt"] });
        await change(wordsOf(3), { words: one["words"], salt: one["salt"] });
      },
      2,
      "words-altered",
    ],
    [
      "writes words where nobody did",
      ({ put, find, wordsOf }) => put({ ...find(wordsOf(2)), sk: wordsOf(1), rev: 1 }),
      1,
      "words-altered",
    ],
    [
      "shows words under another entry",
      ({ change, wordsOf, revOf }) => change(wordsOf(3), { rev: revOf(2) }),
      3,
      "entry-misplaced",
    ],
    [
      "takes the salt, so that nothing proves the words",
      async ({ put, find, wordsOf }) => {
        const { salt: _salt, ...bare } = find(wordsOf(3));
        await put({ ...bare, words: { text: "All is well." } } as typeof bare & { pk: string; sk: string });
      },
      3,
      "words-altered",
    ],
    [
      "names another customer",
      ({ change, find }) =>
        change("head", { customer: { ...(find("head")["customer"] as object), name: "Bea Vos" } }),
      1,
      "particulars-altered",
    ],
    [
      "writes into the fields of a complaint",
      ({ change }) => change("head", { fields: { model: "SG10RT", description: "Fell off the roof" } }),
      1,
      "particulars-altered",
    ],
    [
      "takes the chain off the head",
      async ({ put, find }) => {
        const { chain: _chain, ...bare } = find("head");
        await put(bare as typeof bare & { pk: string; sk: string });
      },
      4,
      "end-missing",
    ],
    [
      "takes the links off the first entries, as if they were from before",
      async ({ put, find, skOf }) => {
        for (const nth of [1, 2]) {
          const { link: _link, ...bare } = find(skOf(nth));
          await put(bare as typeof bare & { pk: string; sk: string });
        }
      },
      3,
      "entry-missing",
    ],
    [
      "adds an entry at the end, well linked",
      async ({ put, find, skOf, revOf, number }) => {
        const last = find(skOf(4));
        const entry = { ...last, rev: revOf(4) + 1, nth: 5, actor: "staff:eva", action: "noted" };
        const { pk } = caseKey("solar", number);
        const link = linkOf({ pk }, entry as never, String(last["link"]), digests.hash);
        await put({ ...entry, link, sk: `change#${String(revOf(4) + 1).padStart(6, "0")}` });
      },
      5,
      "entry-added",
    ],
  ])("%s", async (_, act, nth, why) => {
    const story = await aStory();
    await act(story);
    const { verified, broken } = await audit(story.world, story.number);
    const rev = nth === 5 ? story.revOf(4) + 1 : story.revOf(nth);
    expect([verified, broken]).toEqual([false, { rev, why }]);
  });

  test("takes every entry away", async () => {
    const { world, number, takeAway, skOf } = await aStory();
    for (const nth of [1, 2, 3, 4]) await takeAway(skOf(nth));
    expect(await audit(world, number)).toMatchObject({
      verified: false,
      broken: { rev: 0, why: "end-missing" },
    });
  });
});

describe("a case from before entries were chained", () => {
  const unchained = async () => {
    const story = await aStory();
    const { find, put, skOf, wordsOf } = story;
    const bare = (sk: string, ...names: string[]) =>
      Object.fromEntries(Object.entries(find(sk)).filter(([name]) => !names.includes(name)));
    for (const nth of [1, 2, 3, 4])
      await put(bare(skOf(nth), "nth", "link", "wordsDigest", "particularsDigest") as never);
    for (const nth of [2, 3, 4]) await put(bare(wordsOf(nth), "salt") as never);
    await put(bare("head", "chain") as never);
    return story;
  };

  test("is not said to be proven", async () => {
    const { world, number, revOf } = await unchained();
    expect(await audit(world, number)).toMatchObject({
      verified: false,
      broken: { rev: revOf(4), why: "not-chained" },
    });
  });

  test("verifies from its first chained entry, and says so; its customer's data from there on", async () => {
    const { world, number, change } = await unchained();
    await staffAct(world, number, "note", { text: "Called." });
    await staffAct(world, number, "note", { text: "Called again." });
    const { rev } = await theCase(world, number);
    const { verified, chainedFrom, chain, entries } = await audit(world, number);
    expect([verified, chainedFrom, chain?.count]).toEqual([true, rev - 1, 2]);
    expect(entries.map((each) => each.verified)).toEqual([false, false, false, false, true, true]);
    await change("head", { fields: {} });
    expect(await audit(world, number)).toMatchObject({
      broken: { rev: rev - 1, why: "particulars-altered" },
    });
  });
});
