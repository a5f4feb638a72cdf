import { expect, test } from "vitest";
import { aBooking, appointments, aStory } from "../../scenarios/world.ts";

interface Standing {
  readonly executionArn: string;
  readonly name: string;
  readonly at?: { readonly state: string; readonly until?: string };
}

const aBookedStory = async () => {
  const story = await aStory("2026-12-01T08:00:00Z");
  const { body } = await story.post<{ code: string }>(appointments, aBooking("2026-12-14T09:00:00Z"));
  await story.advance("PT1M");
  return { story, code: body.code };
};

test("what the start page asks for: a glance, where each execution stands, and what was sent without its text", async () => {
  const { story, code } = await aBookedStory();
  const before = await story.get<{ sent: number; steps: number }>("/local/world");
  expect(before.body).toMatchObject({ now: expect.stringMatching(/^2026-12-01T08:01/), sent: 2 });
  const { body: executions } = await story.get<Standing[]>("/local/executions");
  expect(executions.map(({ name, at }) => [name, at?.state, at?.until])).toEqual([
    [`${code}-v1-r1`, "Wait until 2 days before", "2026-12-12T09:00:00.000Z"],
  ]);
  const { body: letters } = await story.get<Record<string, string>[]>("/local/outbox");
  expect(new Set(letters.map(({ kind }) => kind))).toEqual(new Set(["confirmation", "staff-booked"]));
  expect(Object.keys(letters[0] ?? {}).toSorted()).toEqual(["at", "by", "id", "kind", "subject", "to"]);

  const { body: next } = await story.post("/local/clock", { to: "next" });
  expect(next).toEqual({ now: "2026-12-12T09:00:00.000Z" });
  const after = await story.get<{ sent: number; steps: number }>("/local/world");
  expect(after.body.sent).toBe(3);
  expect(after.body.steps).toBeGreaterThan(before.body.steps);

  const arn = encodeURIComponent(executions[0]?.executionArn ?? "");
  const { body: view } = await story.get<{ path: { state: string }[]; picture: string }>(
    `/local/executions/${arn}`,
  );
  expect(view.path.map(({ state }) => state)).toEqual([
    "Confirm by e-mail",
    "Wait until 2 days before",
    "E-mail reminder, 2 days before",
    "Wait until 24 hours before",
  ]);
  expect(view.picture.match(/class="way took"/g)).toHaveLength(3);
});

test("a mail's page may run nothing and load nothing, and what is not there is said so", async () => {
  const { story } = await aBookedStory();
  const { body: letters } = await story.get<{ id: string }[]>("/local/outbox");
  const page = await fetch(`${story.world.url}/local/mail/${letters[0]?.id}.html`);
  expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none';.*; sandbox allow-popups/);
  expect(await page.text()).toContain('<base target="_blank">');
  for (const path of [
    "mail/nothing",
    "mail/nothing.html",
    "executions/arn:nothing",
    "executions/%",
    "explained/nobody",
  ])
    expect(await story.get(`/local/${path}`)).toMatchObject({ status: 404, body: { code: "not-found" } });
});

test("where nothing happens by itself any more, the next event is a month ahead at the most", async () => {
  const story = await aStory("2026-12-01T08:00:00Z");
  expect((await story.post<{ now: string }>("/local/clock", { to: "next" })).body.now).toMatch(
    /^2027-01-01T08:00/,
  );
});
