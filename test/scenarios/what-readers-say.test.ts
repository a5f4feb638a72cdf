import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Report } from "#cli/report/shown.ts";
import { kept } from "../cli/typed.ts";
import { aStory, type Story } from "./world.ts";

const article = "/v1/solar/articles/warranty/useful";
const signedIn = (who: string) => ({ authorization: `Bearer local:${who}` });
const anna = signedIn("anna:staff:solar");

interface Task {
  readonly id: string;
  readonly what: string;
  readonly reason: string;
}

const tasks = async (story: Story): Promise<readonly Task[]> =>
  (await story.get<{ tasks: Task[] }>("/v1/solar/staff/tasks", anna)).body.tasks;

describe("readers of an article", () => {
  test("say whether it was useful, each once; a no with its reason reaches the team, and the report counts", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const yes = await story.post(article, { answer: "yes", language: "nl" });
    expect(yes).toMatchObject({ status: 200, body: { answer: "yes", version: 1 } });
    const { body: no } = await story.post(article, { answer: "no", language: "en" });
    expect(no["reply"]).toContain("What was missing?");
    const comment = "It does not name my model.";
    const why = await story.post(article, { answer: "no", comment, reader: no["reader"], language: "en" });
    expect(why.body).toMatchObject({
      version: 2,
      reply: expect.stringContaining("telling us what was missing"),
    });

    const [task, ...others] = await tasks(story);
    expect([task?.what, task?.reason, others]).toEqual([
      "article-not-useful",
      "for Technical team: the reader wrote why",
      [],
    ]);
    const read = await story.get("/v1/solar/staff/articles?from=2026-12-01&to=2027-01-01", anna);
    expect(read.body).toMatchObject({ articles: [{ yes: 1, no: 1, comments: [{ comment }] }] });
    expect((await story.post(`/v1/solar/staff/tasks/${task?.id}/done`, {}, anna)).status).toBe(200);
    expect(await tasks(story)).toEqual([]);

    await story.restart();
    const { out } = await kept(
      `report --url ${story.world.url} --pack solar --from 2026-12-01 --to 2027-01-01 --format json --token local:anna:staff:solar`,
    );
    const { articles, rows } = JSON.parse(out) as Report;
    expect(articles).toEqual([
      { pack: "solar", month: "2026-12", article: "warranty", keeper: "technical-team", yes: 1, no: 1 },
    ]);
    expect(rows.map(({ row }) => row)).toEqual(["C4", "C11"]);
  });

  test("are one for each key, and hear in their browser's language why something cannot be", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const key = { "idempotency-key": randomUUID() };
    const [one, other] = await Promise.all([1, 2].map(() => story.post(article, { answer: "yes" }, key)));
    expect(other).toEqual(one);
    const spanish = { "accept-language": "es-ES,es;q=0.9" };
    const at = (path: string, body: object) => story.post(path, body, spanish);
    expect(await at("/v1/bnc/articles/warranty/useful", { answer: "no" })).toMatchObject({
      status: 404,
      body: { code: "no-articles", message: "Esta empresa no pregunta por sus artículos." },
    });
    expect(await at(article, { answer: "perhaps" })).toMatchObject({
      status: 400,
      body: { code: "invalid-request" },
    });
    expect(await at(article, { answer: "no", reader: "a#b" })).toMatchObject({ status: 400 });
    expect(await at(article, { answer: "no", comment: "x".repeat(4_001) })).toMatchObject({ status: 400 });
  });

  test("of a name that no article can have are told so, and nothing is written", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const hostile = ["%23head", "a%2Fb", "..", "%2e%2e", "warranty.x", "Warranty", "a%00", "%E0%A4%A"];
    for (const id of [...hostile, "x".repeat(65)]) {
      const { status } = await story.post(`/v1/solar/articles/${id}/useful`, { answer: "no" });
      expect([id, status]).toEqual([id, 404]);
    }
    expect((await story.items()).filter(({ pk }) => String(pk).includes("article"))).toEqual([]);
  });

  test("are nobody's to read but the company's own staff's", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    expect((await story.get("/v1/solar/staff/articles")).status).toBe(401);
    expect((await story.get("/v1/solar/staff/articles", signedIn("eve:manager:bnc"))).status).toBe(403);
  });
});

describe("an account of ExpandIT", () => {
  const clerk = signedIn("anna:staff:expandit");
  const account = "/v1/expandit/staff/accounts/kranz";

  const put = async (story: Story, path: string, body: object) => {
    const headers = { "content-type": "application/json", "idempotency-key": randomUUID(), ...clerk };
    const response = await fetch(story.world.url + path, {
      method: "PUT",
      body: JSON.stringify(body),
      headers,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  const has = async (story: Story): Promise<string[]> => {
    const { body } = await story.get<{ entitled: { what: string; has: boolean }[] }>(
      `${account}/entitlements`,
      clerk,
    );
    return body.entitled.flatMap((each) => (each.has ? [each.what] : []));
  };

  test("has what its Software Assurance gives up to the last second of its last day in Berlin", async () => {
    const story = await aStory("2026-11-30T22:59:58Z");
    const facts = {
      licence: "standard",
      users: 12,
      level: "basic",
      assurances: [{ customer: "A", until: "2026-11-30" }],
    };
    expect(await put(story, account, { ...facts, level: "golden" })).toMatchObject({
      status: 422,
      body: { code: "unknown-level" },
    });
    expect(await put(story, account, facts)).toMatchObject({ status: 200, body: { level: "basic" } });
    expect(
      (await put(story, "/v1/expandit/staff/customers/noor%40customer.example", { account: "kranz" })).status,
    ).toBe(200);
    await story.advanceTo("2026-11-30T22:59:59Z");
    expect(await has(story)).toContain("investment-protection");
    await story.advanceTo("2026-11-30T23:00:00Z");
    expect(await has(story)).toEqual([]);
    const { body } = await story.get("/v1/expandit/staff/customers/noor%40customer.example", clerk);
    expect(body["entitlements"]).toMatchObject({
      on: "2026-12-01",
      assurance: { state: "ended", until: "2026-11-30", gives: expect.arrayContaining(["hotfixes"]) },
      upgrades: [{ to: "extended", price: { amount: "2500.00", currency: "EUR" } }, { to: "full" }],
    });
  });
});
