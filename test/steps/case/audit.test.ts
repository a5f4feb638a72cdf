import { describe, expect, test } from "vitest";
import { keyOf, type Write } from "#core/table.ts";
import { day, type Milliseconds } from "#core/time.ts";
import { changeCase } from "#steps/case/change.ts";
import { anAuditedCase, audit } from "../../builders/audit.ts";
import { staffAct, theCase, wakeUp } from "../../builders/case.ts";

describe("the audit of a case", () => {
  test("says who did what and when, in which words, each entry chained to the one before", async () => {
    const { world, number } = await anAuditedCase();
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
    const { world, number } = await anAuditedCase();
    world.pass((60 * day) as Milliseconds);
    await wakeUp(world, number);
    const { entries, verified } = await audit(world, number);
    expect(verified).toBe(true);
    expect(entries).toContainEqual(
      expect.objectContaining({ actor: "kept", action: "missed", reason: "resolve" }),
    );
  });

  test("holds nothing that somebody wrote, and no name of a customer, in the entries themselves", async () => {
    const { world } = await anAuditedCase();
    const entries = world.table.all().filter(({ type }) => type === "change");
    expect(JSON.stringify(entries)).not.toMatch(
      /Noor|customer\.example|SG10RT|Sunday|inverter|hums|new part/,
    );
  });

  test("still verifies when what people wrote was erased, and says that it was there", async () => {
    const { world, number, takeAway, wordsOf } = await anAuditedCase();
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
    const { world, number, find } = await anAuditedCase();
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

  test("costs no item more: a change is the head, its entry and its words, and an entry stays below a kilobyte", async () => {
    const { world, number } = await anAuditedCase();
    const written: (readonly Write[])[] = [];
    const { commit } = world.table;
    const watched = {
      ...world,
      table: {
        ...world.table,
        commit: (writes: readonly Write[]) => {
          written.push(writes);
          return commit(writes);
        },
      },
    };
    await staffAct(watched, number, "note", { text: "Called." });
    const [change = []] = written;
    expect(change.map((write) => keyOf(write).sk.split("#")[0])).toEqual(["head", "change", "words"]);
    const entries = world.table.all().filter(({ type }) => type === "change");
    expect(Math.max(...entries.map((entry) => JSON.stringify(entry).length))).toBeLessThan(1024);
  });

  test("stays one chain when two people act at the same moment", async () => {
    const { world, number } = await anAuditedCase();
    await Promise.all([
      staffAct(world, number, "note", { text: "Called twice." }),
      staffAct(world, number, "note", { text: "Nobody answered." }, "staff:eva"),
    ]);
    const { verified, chain } = await audit(world, number);
    expect([verified, chain?.count]).toEqual([true, 6]);
  });

  test("reads the same after the table gave back half a character as the sign for one", async () => {
    const { world, number, find, change } = await anAuditedCase();
    await staffAct(world, number, "note", { text: "cut off \ud83d" });
    const { rev } = await theCase(world, number);
    const sk = `words#${String(rev).padStart(6, "0")}`;
    await change(sk, {
      words: { text: String((find(sk)["words"] as { text: string }).text).toWellFormed() },
    });
    expect(await audit(world, number)).toMatchObject({ verified: true });
  });

  test("comes in pages, and the verdict on each is that on the whole", async () => {
    const { world, number, change, skOf } = await anAuditedCase();
    for (let count = 0; count < 60; count += 1)
      await staffAct(world, number, "note", { text: `Note ${count}` });
    const first = await audit(world, number);
    const second = await audit(world, number, first.next);
    expect([first.entries.length, second.entries.length, second.next]).toEqual([50, 14, undefined]);
    await change(skOf(2), { actor: "staff:eva" });
    expect(await audit(world, number, first.next)).toMatchObject({ verified: false });
  });
});

describe("a case from before entries were chained", () => {
  const unchained = async () => {
    const story = await anAuditedCase();
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
