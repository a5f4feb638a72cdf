import { describe, expect, test } from "vitest";
import type { CountedArticle } from "#core/article/counted.ts";
import { isRefusal } from "#core/errors.ts";
import type { UsefulRequest } from "#steps/article/answer.ts";
import { saysUseful } from "#steps/article/answer.ts";
import { readArticles } from "#steps/article/read.ts";
import { doTask } from "#steps/do-task.ts";
import { openTasks } from "#steps/tasks.ts";
import { at, aWorld, type TestWorld } from "../../builders/world.ts";

const company = (world: TestWorld, pack = "solar") => {
  const found = world.policies.current(pack);
  if (found === undefined) throw new Error(`no policy of ${pack}`);
  return found;
};

const says = (
  world: TestWorld,
  asked: Partial<UsefulRequest> & Pick<UsefulRequest, "answer">,
  { key = world.newId(), from }: { readonly key?: string; readonly from?: string } = {},
) =>
  saysUseful(
    world,
    company(world),
    { article: "warranty", ...asked },
    { pack: "solar", key, fingerprint: world.digests.hash(JSON.stringify(asked)) },
    from === undefined ? undefined : { digest: from },
  );

const said = async (...asked: Parameters<typeof says>) => {
  const answer = await says(...asked);
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer;
};

const counted = (world: TestWorld, from = "2026-12-01T00:00:00Z", to = "2027-02-01T00:00:00Z") =>
  readArticles(world, company(world).policy, { from: at(from), to: at(to) });

const tasks = async (world: TestWorld) =>
  (await openTasks(world, "solar")).map(({ what, about, reason }) => `${what} ${about.code} ${reason}`);

describe("a reader who is asked whether an article was useful", () => {
  test("is thanked for a yes, and regretted for a no, which is a task for the team that keeps it", async () => {
    const world = aWorld();
    const yes = await said(world, { answer: "yes", language: "en" });
    const no = await said(world, { answer: "no", language: "en" });
    expect(yes.reply).not.toBe(no.reply);
    expect(no.reply).toContain("What was missing?");
    expect(await tasks(world)).toEqual([
      "article-not-useful warranty for Technical team: the reader did not say why",
    ]);
    expect(await counted(world)).toMatchObject([{ month: "2026-12", article: "warranty", yes: 1, no: 1 }]);
  });

  test("hears each reply in four languages, and in the company's own where none is named", async () => {
    const world = aWorld();
    const replies = await Promise.all(
      (["nl", "es", "de", "en"] as const).map(
        async (language) => (await said(world, { answer: "no", comment: "A picture", language })).reply,
      ),
    );
    expect(new Set(replies).size).toBe(4);
    expect((await said(world, { answer: "no", comment: "A picture" })).reply).toBe(replies[0]);
  });

  test("may say why afterwards: the task is renewed, and what was written is for the team, not for the task", async () => {
    const world = aWorld();
    const { reader } = await said(world, { answer: "no" });
    await said(world, { answer: "no", comment: "It does not name my model.", reader });
    expect(await tasks(world)).toEqual([
      "article-not-useful warranty for Technical team: the reader wrote why",
    ]);
    expect(await counted(world)).toMatchObject([
      { yes: 0, no: 1, comments: [{ answer: "no", comment: "It does not name my model." }] },
    ]);
    const elsewhere = world.table.all().filter(({ pk }) => pk !== "solar#opinions");
    expect(JSON.stringify(elsewhere)).not.toContain("my model");
  });

  test("may think again: it counts once, in the month of the first answer, and nobody has to do anything", async () => {
    const world = aWorld("2026-12-31T22:59:59.000Z");
    const { reader } = await said(world, { answer: "no" });
    world.setNow("2026-12-31T23:00:00.000Z");
    expect(await said(world, { answer: "yes", reader })).toMatchObject({ version: 2, reader });
    await said(world, { answer: "yes" });
    expect(await tasks(world)).toEqual([]);
    expect(await counted(world)).toMatchObject([
      { month: "2026-12", yes: 1, no: 0 },
      { month: "2027-01", yes: 1, no: 0 },
    ]);
  });

  test("who says no again after the team has dealt with it, is heard again", async () => {
    const world = aWorld();
    const { reader } = await said(world, { answer: "no" });
    const [task] = await openTasks(world, "solar");
    const request = { pack: "solar", key: "done", fingerprint: "f" };
    await doTask(world, task?.sk.replaceAll("#", ".") ?? "", "staff:anna", request);
    expect(await tasks(world)).toEqual([]);
    await said(world, { answer: "no", reader });
    expect(await tasks(world)).toEqual([]);
    await said(world, { answer: "no", comment: "Still no picture", reader });
    expect(await tasks(world)).toHaveLength(1);
  });

  test("is one reader for each article, and their answers stand under nothing that would tie them together", async () => {
    const world = aWorld();
    const { reader } = await said(world, { answer: "yes" });
    await said(world, { answer: "no", article: "klachtenbeleid", reader });
    expect(await counted(world)).toMatchObject([
      { article: "klachtenbeleid", keeper: "customer-service", no: 1 },
      { article: "warranty", keeper: "technical-team", yes: 1 },
    ]);
    const answers = world.table.all().filter(({ type }) => type !== "answer");
    expect(JSON.stringify(answers)).not.toContain(reader);
    expect(new Set(answers.flatMap(({ pk }) => pk.split("#article#")[1]?.split("#")[1] ?? [])).size).toBe(2);
  });
});

describe("one press", () => {
  test("that comes twice, or twice at once, is one answer of one reader", async () => {
    const world = aWorld();
    const twins = await Promise.all([1, 2].map(() => said(world, { answer: "no" }, { key: "pressed" })));
    const again = await said(world, { answer: "no" }, { key: "pressed" });
    expect([again, twins[1]]).toEqual([twins[0], twins[0]]);
    expect(await counted(world)).toMatchObject([{ no: 1 }]);
    expect(await says(world, { answer: "yes" }, { key: "pressed" })).toMatchObject({
      refused: "idempotency-mismatch",
    });
  });

  test("changes nothing where it says what was said: one entry for each change, with its actor", async () => {
    const world = aWorld();
    const { reader } = await said(world, { answer: "no", comment: "A picture" });
    expect(await said(world, { answer: "no", reader })).toMatchObject({ version: 1 });
    await said(world, { answer: "yes", reader });
    const changes = world.table.all().filter(({ type }) => type === "change");
    expect(changes.map(({ action, actor, rev }) => [action, actor, rev])).toEqual([
      ["found-not-useful", "customer", 1],
      ["found-useful", "customer", 2],
    ]);
  });

  test("of twenty readers at once counts for each", async () => {
    const world = aWorld();
    await Promise.all(Array.from({ length: 20 }, () => said(world, { answer: "yes" })));
    expect(await counted(world)).toMatchObject([{ yes: 20 }]);
  });

  test("too many from one network in an hour is refused; an hour later it is not", async () => {
    const world = aWorld();
    for (let count = 0; count < 60; count += 1) await said(world, { answer: "yes" }, { from: "net" });
    expect(await says(world, { answer: "yes" }, { from: "net" })).toMatchObject({ refused: "too-many" });
    await said(world, { answer: "yes" }, { from: "another" });
    world.setNow("2026-12-01T08:59:59.999Z");
    expect(await says(world, { answer: "yes" }, { from: "net" })).toMatchObject({ refused: "too-many" });
    world.setNow("2026-12-01T09:00:00.000Z");
    await said(world, { answer: "yes" }, { from: "net" });
  });

  test("for a company that asks about no articles is refused", async () => {
    const world = aWorld();
    const request = { pack: "bnc", key: "k", fingerprint: "f" };
    const asked = { article: "warranty", answer: "yes" } as const;
    expect(await saysUseful(world, company(world, "bnc"), asked, request)).toMatchObject({
      refused: "no-articles",
    });
    expect(world.table.all()).toEqual([]);
  });
});

test("of many comments the newest twenty are shown, and all answers count", async () => {
  const world = aWorld();
  for (let count = 1; count <= 21; count += 1) {
    world.pass(1000);
    await said(world, { answer: "no", comment: `Comment ${count}` });
  }
  const [article] = (await counted(world)) as readonly CountedArticle[];
  expect(article?.no).toBe(21);
  expect(article?.comments.map(({ comment }) => comment)).toHaveLength(20);
  expect(article?.comments[0]?.comment).toBe("Comment 21");
});
