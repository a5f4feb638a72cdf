import { SFNClient, StopExecutionCommand } from "@aws-sdk/client-sfn";
import { describe, expect, test } from "vitest";
import { aBrought, aCompany, executions, milestone, type SeenByStaff } from "./case.ts";
import { aStory, type Story } from "./world.ts";

/** Tuesday, 09:00 in Amsterdam. */
const start = "2026-12-01T08:00:00Z";

const alerts = async (story: Story): Promise<string[]> =>
  (await story.mails())
    .filter(({ kind }) => kind === "staff-case-warning" || kind === "staff-case-missed")
    .map(({ at, kind }) => `${at.slice(0, 16)} ${kind.replace("staff-case-", "")}`);

const stop = async (story: Story, machine: string, name: string): Promise<void> => {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new SFNClient({ endpoint: story.world.awsUrl, region: "eu-west-1", credentials });
  const execution = `arn:aws:states:eu-west-1:000000000000:execution:kept-${machine}:${name}`;
  await client.send(new StopExecutionCommand({ executionArn: execution, cause: "By hand" }));
};

describe("a complaint that nobody touches", () => {
  test("is warned of before day seven and alerted on it, a day later and three days later; and again on day thirty", async () => {
    const story = await aStory(start);
    const { number } = await aCompany(story, "solar").bring(aBrought());
    await story.advanceTo("2027-01-14T17:00:00Z");
    const all = await alerts(story);
    expect(all.filter((line) => line < "2027")).toEqual([
      "2026-12-08T08:00 warning",
      "2026-12-10T16:00 missed",
      "2026-12-11T16:00 missed",
      "2026-12-15T16:00 missed",
    ]);
    expect(all).toContain("2027-01-14T16:00 missed");
    expect(new Set(all).size).toBe(all.length);
    const [execution] = await executions(story, "solar-complaint");
    expect(execution).toMatchObject({ name: `${number}-r1`, status: "RUNNING" });
  });

  test("is told of once also when the whole world stops and starts again between two levels", async () => {
    const story = await aStory(start);
    await aCompany(story, "solar").bring(aBrought());
    await story.advanceTo("2026-12-10T16:00:00Z");
    await story.restart();
    await story.advanceTo("2026-12-11T16:00:00Z");
    await story.restart();
    await story.advanceTo("2026-12-20T16:00:00Z");
    expect((await alerts(story)).filter((line) => line.endsWith("missed"))).toHaveLength(3);
  });
});

describe("an execution that somebody stops by hand", () => {
  test("is back within two sweeps, waits for the same, and the case is alerted as if nothing had been", async () => {
    const story = await aStory(start);
    const { number } = await aCompany(story, "solar").bring(aBrought());
    await story.advance("PT1H");
    await stop(story, "solar-complaint", `${number}-r1`);
    await story.advance("PT10M");
    const those = await executions(story, "solar-complaint");
    expect(those.map(({ name, status }) => `${name} ${status}`).sort()).toEqual([
      `${number}-r1 ABORTED`,
      `${number}-r2 RUNNING`,
    ]);
    expect(those.find(({ status }) => status === "RUNNING")?.states.at(-1)).toBe(
      "Acknowledge within 7 working days",
    );
    await story.advanceTo("2026-12-10T16:00:00Z");
    expect(await alerts(story)).toHaveLength(2);
  });
});

describe("a case that is resolved on the first day", () => {
  test("walks straight through: nothing of what was owed is waited for", async () => {
    const story = await aStory(start);
    const solar = aCompany(story, "solar");
    const { number } = await solar.bring(aBrought());
    await story.advance("PT1H");
    await solar.act(number, "resolve", { text: "Een zekering" });
    await story.advance("PT1M");
    const [execution] = await executions(story, "solar-complaint");
    expect(execution).toMatchObject({
      status: "SUCCEEDED",
      states: [
        "What comes next?",
        "Which milestone is in front?",
        "Acknowledge within 7 working days",
        "What comes next?",
        "Which milestone is in front?",
        "Nothing is owed any more",
      ],
    });
    await story.advance("P60D");
    expect(await alerts(story)).toEqual([]);
  });
});

describe("an incident that was a complaint after all, and then not", () => {
  const incident = { ...aBrought({ kind: "incident", topic: undefined }), fields: {} };
  const states = ({ milestones }: Pick<SeenByStaff, "milestones">) => milestones.map(({ state }) => state);

  test("moves to the machine of its kind each time, owes from the same receipt, and nobody is alerted twice", async () => {
    const story = await aStory(start);
    const bnc = aCompany(story, "bnc");
    const { number, milestones } = await bnc.bring(incident);
    // Its four working hours are over, its sixteen are not.
    await story.advance("PT8H");
    const before = await alerts(story);
    expect(before.filter((line) => line.endsWith("missed"))).toHaveLength(1);
    const complaint = (await bnc.act(number, "classify", { kind: "complaint" })).body;
    expect(states(complaint)).toEqual(["open", "open", "open", "open"]);
    expect(milestone(complaint, "Plan")?.due).toBe("2026-12-08T16:00:00.000Z");
    await story.advance("PT1M");
    const again = (await bnc.act(number, "classify", { kind: "incident" })).body;
    expect(again.milestones.map(({ name, due }) => ({ name, due }))).toEqual(milestones);
    expect(states(again)).toEqual(["broken", "open"]);
    expect(
      again.earlier.map(({ kind, milestones: those }) => [kind, ...those.map(({ state }) => state)]),
    ).toEqual([["complaint", "void", "void", "void", "void"]]);
    await story.advance("PT1H");
    expect(await alerts(story)).toEqual(before);
    const [incidents, complaints] = [
      await executions(story, "bnc-incident"),
      await executions(story, "bnc-complaint"),
    ];
    expect(complaints.map(({ name, status }) => `${name} ${status}`)).toEqual([`${number}-r2 ABORTED`]);
    expect(incidents.map(({ name, status }) => `${name} ${status}`).sort()).toEqual([
      `${number}-r1 ABORTED`,
      `${number}-r3 RUNNING`,
    ]);
    const headers = { authorization: "Bearer local:sanne:staff:bnc" };
    const ledger = await story.get<Ledger>("/v1/bnc/staff/promises", headers);
    const rows = ledger.body.promises.filter(
      ({ subject, promise }) => subject === number && /within|date/.test(promise),
    );
    expect(rows.map(({ state }) => state).sort()).toEqual(["broken", "open", "void", "void", "void", "void"]);
  });
});

interface Ledger {
  readonly promises: readonly {
    readonly subject: string;
    readonly promise: string;
    readonly state: string;
  }[];
}

describe("what staff may do", () => {
  test("another company's staff learn nothing, and change nothing", async () => {
    const story = await aStory(start);
    const { number } = await aCompany(story, "solar").bring(aBrought());
    const foreign = { authorization: "Bearer local:eve:manager:bnc" };
    const path = `/v1/solar/staff/cases/${number}`;
    expect((await story.get(path, foreign)).status).toBe(403);
    expect((await story.post(`${path}/resolve`, { text: "x" }, foreign)).status).toBe(403);
    const own = await story.get(`/v1/bnc/staff/cases/${number}`, foreign);
    expect(own.body["code"]).toBe("not-found");
  });

  test("the same request twice, at once or later, acts once", async () => {
    const story = await aStory(start);
    const solar = aCompany(story, "solar");
    const { number } = await solar.bring(aBrought());
    const headers = { authorization: "Bearer local:sanne:staff:solar", "idempotency-key": "one" };
    const path = `/v1/solar/staff/cases/${number}/update`;
    const send = () => story.post(path, { text: "Besteld" }, headers);
    const answers = [...(await Promise.all([send(), send(), send()])), await send()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await story.mails()).filter(({ kind }) => kind === "updated")).toHaveLength(1);
    expect((await story.post(path, { text: "Anders" }, headers)).body["code"]).toBe("idempotency-mismatch");
  });

  test("what came in a meeting weeks ago shows at once what was missed", async () => {
    const story = await aStory(start);
    const headers = { authorization: "Bearer local:sanne:staff:solar" };
    const brought = { ...aBrought(), channel: "meeting", receivedAt: "2026-11-02T09:00:00Z" };
    const { status, body } = await story.post("/v1/solar/staff/cases", brought, headers);
    expect(status).toBe(201);
    const solar = aCompany(story, "solar");
    await story.advance("PT1M");
    expect(milestone(await solar.look(String(body["number"])), "Acknowledge")?.state).toBe("broken");
    expect(await alerts(story)).toHaveLength(3);
  });
});
