import { GetExecutionHistoryCommand, ListExecutionsCommand, SFNClient } from "@aws-sdk/client-sfn";
import { describe, expect, test } from "vitest";
import { aBooking, appointments, aStory, type Story } from "./world.ts";

const machine = "arn:aws:states:eu-west-1:000000000000:stateMachine:kept-taxdome-appointment";

const statesOf = (story: Story) => {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  return new SFNClient({ endpoint: story.world.awsUrl, region: "eu-west-1", credentials });
};

const statesEntered = async (story: Story): Promise<(string | undefined)[]> => {
  const client = statesOf(story);
  const { executions } = await client.send(new ListExecutionsCommand({ stateMachineArn: machine }));
  const history = await client.send(
    new GetExecutionHistoryCommand({ executionArn: executions?.[0]?.executionArn }),
  );
  return (history.events ?? []).flatMap(
    ({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? [],
  );
};

const sent = async (story: Story) => {
  const [mails, sms] = await Promise.all([story.mails(), story.sms()]);
  return [...mails, ...sms]
    .filter(({ promise }) => !promise.startsWith("staff-"))
    .map(({ at, promise }) => `${at} ${promise}`)
    .sort();
};

describe("an appointment that takes place", () => {
  test("is confirmed at once, reminded of at exactly 48 h, 24 h, 1 h and 30 minutes before, and ends", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const { status } = await story.post(appointments, aBooking("2026-12-14T09:00:00Z"));
    expect(status).toBe(201);
    await story.advance("P17D");
    expect(
      (await sent(story)).map((line) => line.replace(/T08:00:\d\d\.\d{3}Z confirmation/, " confirmation")),
    ).toEqual([
      "2026-12-01 confirmation",
      "2026-12-12T09:00:00.000Z email-PT48H",
      "2026-12-13T09:00:00.000Z email-PT24H",
      "2026-12-14T08:00:00.000Z email-PT1H",
      "2026-12-14T08:30:00.000Z sms-PT30M",
    ]);
  });

  test("reads in its execution like the policy, in 14 states at most, with nothing personal in it", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    await story.post(appointments, aBooking("2026-12-14T09:00:00Z"));
    await story.advance("P20D");
    const states = await statesEntered(story);
    expect(states.length).toBeLessThanOrEqual(14);
    expect(states).toEqual([
      "Confirm by e-mail",
      "Wait until 2 days before",
      "E-mail reminder, 2 days before",
      "Wait until 24 hours before",
      "E-mail reminder, 24 hours before",
      "Wait until 1 hour before",
      "E-mail reminder, 1 hour before",
      "Wait until 30 minutes before",
      "SMS reminder, 30 minutes before",
      "Wait until the session ends",
      "Record attendance",
      "Note the outcome",
      "Ask for feedback",
      "Appointment over",
    ]);
    const client = statesOf(story);
    const { executions } = await client.send(new ListExecutionsCommand({ stateMachineArn: machine }));
    const history = await client.send(
      new GetExecutionHistoryCommand({ executionArn: executions?.[0]?.executionArn }),
    );
    expect(JSON.stringify(history.events)).not.toMatch(/noor|bakker|customer\.example|31612345678/i);
  });

  test("stopped and started again in the middle: what is left comes once, and nothing twice", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    await story.post(appointments, aBooking("2026-12-14T09:00:00Z"));
    await story.advanceTo("2026-12-12T09:00:00Z");
    const before = await sent(story);
    await story.restart();
    expect(await sent(story)).toEqual(before);
    await story.advance("P5D");
    const promises = (await sent(story)).map((line) => line.split(" ")[1]);
    expect(promises).toEqual(["confirmation", "email-PT48H", "email-PT24H", "email-PT1H", "sms-PT30M"]);
  });
});

describe("two hundred people for one slot", () => {
  test("one gets it, the others hear that it is taken, and the table holds one appointment", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, person) =>
        story.post(
          appointments,
          aBooking("2026-12-14T09:00:00Z", { customer: { name: "P", email: `p${person}@customer.example` } }),
        ),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const others = answers.filter(({ status }) => status !== 201);
    expect(new Set(others.map(({ status, body }) => `${status} ${String(body["code"])}`))).toEqual(
      new Set(["409 slot-taken"]),
    );
    const items = await story.items();
    expect(items.filter(({ type }) => type === "appointment")).toHaveLength(1);
  });
});
