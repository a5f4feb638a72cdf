import { GetExecutionHistoryCommand, ListExecutionsCommand, SFNClient } from "@aws-sdk/client-sfn";
import { describe, expect, test } from "vitest";
import { aBooking, appointments, aStory, type Story } from "./world.ts";

const machine = "arn:aws:states:eu-west-1:000000000000:stateMachine:kept-taxdome-appointment";
const eva = { authorization: "Bearer local:eva:staff:taxdome" };
const staff = "/v1/taxdome/staff";

const booked = async (story: Story): Promise<string> => {
  const { body } = await story.post<{ id: string }>(appointments, aBooking("2026-12-14T09:00:00Z"));
  return body.id;
};

const say = (story: Story, id: string, what: string, body: object = {}) =>
  story.post<{ code?: string; attendance?: object }>(`${staff}/appointments/${id}/${what}`, body, eva);

const tasks = async (story: Story): Promise<{ id: string; what: string }[]> =>
  (await story.get<{ tasks: { id: string; what: string }[] }>(`${staff}/tasks`, eva)).body.tasks;

const execution = async (story: Story) => {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new SFNClient({ endpoint: story.world.awsUrl, region: "eu-west-1", credentials });
  const { executions } = await client.send(new ListExecutionsCommand({ stateMachineArn: machine }));
  const [only] = executions ?? [];
  const history = await client.send(new GetExecutionHistoryCommand({ executionArn: only?.executionArn }));
  const states = (history.events ?? []).flatMap(
    ({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? [],
  );
  return { status: only?.status, states };
};

/** The kinds that went out since the session began, reminders of it left out. */
const kinds = async (story: Story): Promise<string[]> =>
  (await story.mails()).filter(({ at }) => at >= "2026-12-14T09:00").map(({ kind }) => kind);

const token = (text: string): string => /\/link\?do=feedback&rating=\d#([\w.~-]+)/.exec(text)?.[1] ?? "";

describe("a session that took place", () => {
  test("waits for staff to say so; then the customer is asked, answers by one press, and it is kept", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const id = await booked(story);
    await story.advanceTo("2026-12-14T10:20:00Z");
    expect(await execution(story)).toMatchObject({ status: "RUNNING" });
    expect((await tasks(story)).map(({ what }) => what)).toEqual(["attendance"]);

    const { status, body } = await say(story, id, "outcome", { outcome: "attended" });
    expect([status, body.attendance]).toMatchObject([200, { outcome: "attended", actor: "staff:eva" }]);
    await story.advance("PT1M");
    const { status: over, states } = await execution(story);
    expect([over, states.length, ...states.slice(-4)]).toEqual([
      "SUCCEEDED",
      14,
      "Record attendance",
      "Note the outcome",
      "Ask for feedback",
      "Appointment over",
    ]);
    expect(await tasks(story)).toEqual([]);

    const request = (await story.mails()).find(({ kind }) => kind === "feedback-request");
    const link = { "kept-link": token(request?.text ?? "") };
    const before = await story.items();
    const seen = await story.get("/v1/link", link);
    expect(seen.body).toMatchObject({ purpose: "feedback", version: 1, actions: ["feedback"] });
    expect(await story.items()).toEqual(before);
    const given = { version: 1, rating: 5, comment: "Duidelijk uitgelegd" };
    expect((await story.post("/v1/link/feedback", given, link)).status).toBe(200);
    expect((await story.get("/v1/link", link)).body).toMatchObject({
      feedback: { rating: 5, comment: "Duidelijk uitgelegd" },
    });
    for (const press of ["confirm", "change", "cancel"])
      expect((await story.post(`/v1/link/${press}`, { version: 1 }, link)).status).not.toBe(200);
    expect((await story.post("/v1/link/feedback", given, { "kept-link": "x" })).status).toBe(404);
  });
});

describe("a session of which nobody says anything", () => {
  test("is chased twice, closes as not recorded after three days, and takes an outcome after that", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const id = await booked(story);
    await story.advanceTo("2026-12-17T09:59:59Z");
    expect((await kinds(story)).filter((kind) => kind === "staff-attendance")).toHaveLength(2);
    expect((await execution(story)).status).toBe("RUNNING");
    await story.advance("PT1S");
    expect(await execution(story)).toMatchObject({ status: "SUCCEEDED" });
    expect(await tasks(story)).toEqual([]);

    await story.advance("P20D");
    const late = await say(story, id, "outcome", { outcome: "attended", note: "Anna was ill" });
    expect(late.status).toBe(200);
    expect(await kinds(story)).toContain("feedback-request");
    expect((await story.items()).filter(({ wakeAt }) => wakeAt !== undefined)).toEqual([]);
  });
});

describe("a customer who drops out", () => {
  test("five minutes are not enough, a second more are; they read why, and how to book again", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const id = await booked(story);
    expect((await say(story, id, "outcome", { outcome: "no-show" })).body.code).toBe("too-early");
    await story.advanceTo("2026-12-14T09:10:00Z");
    expect((await say(story, id, "silent")).status).toBe(200);
    await story.advance("PT5M");
    const exactly = await say(story, id, "outcome", { outcome: "interrupted" });
    expect([exactly.status, exactly.body.code]).toEqual([409, "too-early"]);
    await story.advance("PT1S");
    expect((await say(story, id, "outcome", { outcome: "interrupted" })).status).toBe(200);
    const mail = (await story.mails()).find(({ kind }) => kind === "interrupted");
    expect(mail?.text).toContain("/book/taxdome");

    await story.advance("P4D");
    expect(await kinds(story)).toEqual(["interrupted"]);
    expect((await execution(story)).status).toBe("SUCCEEDED");
  });
});

describe("the staff desk", () => {
  test("shows the day, and takes a task off the list once for a key", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const id = await booked(story);
    await story.advanceTo("2026-12-14T10:05:00Z");
    const { body } = await story.get<{ sessions: object[] }>(`${staff}/agenda`, eva);
    expect(body.sessions).toMatchObject([{ id, status: "ended", customer: { name: "Noor Bakker" } }]);
    const [task] = await tasks(story);
    const key = { ...eva, "idempotency-key": "once" };
    const done = await story.post(`${staff}/tasks/${task?.id}/done`, {}, key);
    expect(done.body).toMatchObject({ done: { by: "staff:eva" } });
    expect((await story.post(`${staff}/tasks/${task?.id}/done`, {}, key)).status).toBe(200);
    expect(await tasks(story)).toEqual([]);
    const other = await story.get(`${staff}/agenda`, { authorization: "Bearer local:eva:staff:solar" });
    expect(other.status).toBe(403);
  });
});
