import { describe, expect, test } from "vitest";
import { digests } from "#adapters/digests.ts";
import { caseKey } from "#core/case/case.ts";
import { linkOf } from "#core/case/chain.ts";
import { anAuditedCase, audit } from "../../builders/audit.ts";

describe("somebody with access to the table is found out who", () => {
  type Story = Awaited<ReturnType<typeof anAuditedCase>>;

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
    const story = await anAuditedCase();
    await act(story);
    const { verified, broken } = await audit(story.world, story.number);
    const rev = nth === 5 ? story.revOf(4) + 1 : story.revOf(nth);
    expect([verified, broken]).toEqual([false, { rev, why }]);
  });

  test("takes every entry away", async () => {
    const { world, number, takeAway, skOf } = await anAuditedCase();
    for (const nth of [1, 2, 3, 4]) await takeAway(skOf(nth));
    expect(await audit(world, number)).toMatchObject({
      verified: false,
      broken: { rev: 0, why: "end-missing" },
    });
  });
});
