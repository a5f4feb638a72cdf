import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { StaffAct } from "#core/case/action.ts";
import { aBrought, aCompany } from "./case.ts";
import { type Answered, aStory } from "./world.ts";

const text = "Wij kijken ernaar";

/** Only ExpandIT's policy has something to clarify, and somebody to steer. */
type Usual = Exclude<StaffAct, "clarify" | "point">;

interface Act {
  readonly body: object;
  /** What must have been done before it can be. */
  readonly after?: readonly Usual[];
  /** By another request, when it was done already. */
  readonly again: string;
  readonly onClosed: string;
}

/** Each act on a case of Solar, and what becomes of it when it comes a second time, or to a case that is closed. */
const acts: Readonly<Record<Usual, Act>> = {
  classify: {
    body: { kind: "complaint", topic: "service" },
    again: "409 already-done",
    onClosed: "409 closed",
  },
  assign: { body: { to: "eva" }, again: "409 already-done", onClosed: "409 closed" },
  acknowledge: { body: { text }, again: "409 already-done", onClosed: "409 closed" },
  update: { body: { text }, again: "200", onClosed: "409 closed" },
  plan: { body: { text, by: "2026-12-18" }, again: "200", onClosed: "409 closed" },
  answer: { body: { text }, again: "200", onClosed: "409 closed" },
  "request-information": { body: { text }, again: "200", onClosed: "409 closed" },
  "information-complete": {
    body: {},
    after: ["request-information"],
    again: "409 already-done",
    onClosed: "409 closed",
  },
  extend: {
    body: { reason: "De fabrikant levert later", newDate: "2027-02-26" },
    again: "422 date-in-past",
    onClosed: "409 closed",
  },
  resolve: { body: { text }, again: "409 already-done", onClosed: "409 closed" },
  decline: {
    body: { findings: "Versleten", reasons: "Geen onderdelen", next: "Geschillencommissie" },
    again: "409 already-done",
    onClosed: "409 closed",
  },
  escalate: { body: {}, again: "200", onClosed: "409 closed" },
  close: { body: {}, after: ["resolve"], again: "409 already-done", onClosed: "409 already-done" },
  reopen: { body: {}, after: ["resolve", "close"], again: "409 already-done", onClosed: "200" },
  note: { body: { text }, again: "200", onClosed: "200" },
  "cost-notice": {
    body: { text, amount: "250.00", currency: "EUR" },
    again: "200",
    onClosed: "409 closed",
  },
  "cost-answer": {
    body: { answer: "accepted", by: "Noor Bakker" },
    after: ["cost-notice"],
    again: "422 not-offered",
    onClosed: "409 closed",
  },
};

const said = ({ status, body }: Answered<{ code?: string }>): string =>
  body.code === undefined ? String(status) : `${status} ${body.code}`;

test("each act of staff: sent twice at once, once more, by another company's staff, and on a closed case", async () => {
  const story = await aStory("2026-12-01T08:00:00Z");
  const solar = aCompany(story, "solar");
  const sanne = { authorization: "Bearer local:sanne:staff:solar" };
  const eve = { authorization: "Bearer local:eve:manager:bnc" };
  const post = (id: string, act: string, headers: Record<string, string>) =>
    story.post<{ code?: string }>(`/v1/solar/staff/cases/${id}/${act}`, acts[act as Usual].body, headers);
  const entries = async (id: string): Promise<number> => (await solar.look(id)).timeline.length;
  const closedCase = async (): Promise<string> => {
    const { number } = (await solar.enter(aBrought())).body;
    for (const each of ["resolve", "close"] as const) await solar.act(number, each, acts[each].body);
    return number;
  };
  // What is refused leaves it closed; only who opens it needs one for themselves.
  const closed = await closedCase();
  const outcomes = async ([act, { body, after = [], again, onClosed }]: [string, Act]) => {
    const { number } = (await solar.enter(aBrought())).body;
    for (const each of after) await solar.act(number, each, acts[each].body);
    const before = await entries(number);
    const foreign = await post(number, act, eve);
    const elsewhere = await story.post<{ code?: string }>(`/v1/bnc/staff/cases/${number}/${act}`, body, eve);
    const untouched = await entries(number);
    const headers = { ...sanne, "idempotency-key": randomUUID() };
    const twice = await Promise.all([post(number, act, headers), post(number, act, headers)]);
    const once = await entries(number);
    const second = await post(number, act, sanne);
    const late = await post(act === "reopen" ? await closedCase() : closed, act, sanne);
    const found = [
      ...[foreign, elsewhere, ...twice].map(said),
      untouched - before,
      once - before,
      said(second),
      said(late),
    ];
    const wanted = ["403 forbidden", "404 not-found", "200", "200", 0, 1, again, onClosed];
    return { found: [act, ...found], wanted: [act, ...wanted] };
  };
  const all = [];
  for (const each of Object.entries(acts)) all.push(await outcomes(each));
  expect(all.map(({ found }) => found)).toEqual(all.map(({ wanted }) => wanted));
});

test("an act without what it needs is refused, and says what is missing and where", async () => {
  const story = await aStory("2026-12-01T08:00:00Z");
  const solar = aCompany(story, "solar");
  const { number } = (await solar.enter(aBrought())).body;
  const without = await solar.act(number, "assign", {});
  expect([without.status, without.body]).toMatchObject([
    400,
    { code: "invalid-request", errors: [{ place: "to" }] },
  ]);
  const empty = await solar.act(number, "acknowledge", { text: " " });
  expect([empty.status, empty.body]).toMatchObject([
    400,
    { errors: [{ place: "text", message: "write something" }] },
  ]);
});

test("the reasons for dates come in the company's language, or in the one that is asked for", async () => {
  const story = await aStory("2026-12-01T08:00:00Z");
  const { number } = (await aCompany(story, "solar").enter(aBrought())).body;
  const headers = { authorization: "Bearer local:sanne:staff:solar" };
  const why = async (query: string) => {
    const path = `/v1/solar/staff/cases/${number}${query}`;
    const { body } = await story.get<{ milestones: { why: string }[] }>(path, headers);
    return body.milestones[0]?.why;
  };
  expect(await why("")).toContain("7 werkdagen");
  expect(await why("?language=de")).toContain("7 Arbeitstage");
  expect(await why("?language=es")).toMatch(/7 días (laborables|hábiles)/);
  expect((await story.get(`/v1/solar/staff/cases/${number}?language=fr`, headers)).status).toBe(400);
});
