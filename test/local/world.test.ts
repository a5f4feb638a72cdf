import { createServer } from "node:net";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { DescribeExecutionCommand, ListExecutionsCommand } from "@aws-sdk/client-sfn";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { expect, test } from "vitest";
import { instant } from "#core/time.ts";
import { lockFolder } from "#local/world-lock.ts";
import { aWorld, machine } from "./fixtures/world.ts";

const { data, open, stop, at, table, states, local, advance, start, wake, item } = aWorld();

test("thirty days pass in a moment, and the wait, the task and the rule on its end ran at theirs", async () => {
  await start("a", "2026-12-31T09:02:00Z");
  const begun = performance.now();
  expect((await advance("P30D")).body.now).toMatch(/^2026-12-31T09:02:00/);
  expect(performance.now() - begun).toBeLessThan(1000);
  const { executions } = await states().send(
    new ListExecutionsCommand({ stateMachineArn: machine, statusFilter: "SUCCEEDED" }),
  );
  expect(executions?.[0]).toMatchObject({
    name: "a",
    startDate: expect.any(Date),
    stopDate: new Date("2026-12-31T09:02:00Z"),
  });
  const output = (
    await states().send(new DescribeExecutionCommand({ executionArn: executions?.[0]?.executionArn }))
  ).output;
  expect(JSON.parse(output ?? "")).toMatchObject({
    clock: Date.parse("2026-12-31T09:02:00Z"),
    table: "kept",
  });
  expect(await item("told", "a")).toMatchObject({ status: { S: "SUCCEEDED" } });
});

test("the sweeper runs at the tick after a wake, and the clock waits for it", async () => {
  await wake("a", "2026-12-10T09:01:00.000Z");
  await advance("P17D");
  expect(await item("a")).toMatchObject({ sweptAt: { S: "2026-12-10T09:05:00.000Z" } });
});

test("twenty things that are due at one moment are all swept at one tick", async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => wake(`w${index}`, "2026-12-01T09:03:00.000Z")));
  await advance("PT10M");
  const { Items } = await table().send(new ScanCommand({ TableName: "kept" }));
  expect(Items?.map(({ sweptAt }) => sweptAt?.S)).toEqual(Array(20).fill("2026-12-01T09:05:00.000Z"));
});

test.each([
  [{ advance: "2 days" }, 400, "invalid-time"],
  [{ advance: "P2D", to: "2027-01-01T00:00:00Z" }, 400, "invalid-body"],
  [{ to: "2026-02-30T00:00:00Z" }, 400, "invalid-time"],
  [{ to: "2026-11-30T00:00:00Z" }, 409, "clock-in-past"],
  [{ advance: "-P1D" }, 409, "clock-in-past"],
  ["P1D", 400, "invalid-body"],
])("the clock refuses %j", async (body, status, code) => {
  expect(await local("clock", body)).toMatchObject({ status, body: { status, code } });
});

test("a day is a day of the calendar, and a moment may be named", async () => {
  expect((await advance("P1M")).body.now).toMatch(/^2027-01-01T09:02:00/);
  expect((await local("clock", { to: "2027-02-01T00:00:00+01:00" })).body.now).toBe(
    "2027-01-31T23:00:00.000Z",
  );
  const read = (await local("clock")).body.now;
  expect(read >= "2027-01-31T23:00:00.000Z").toBe(true);
});

test("a reset leaves an empty table, no executions, no mail, and the clock at its start", async () => {
  await start("a", "2027-01-01T00:00:00Z");
  await wake("w", "2027-01-01T00:00:00.000Z");
  await advance("P3D");
  expect((await local("reset", {})).body.now).toMatch(/^2026-12-01T09:02:0/);
  expect(await item("w")).toBeUndefined();
  const { executions } = await states().send(new ListExecutionsCommand({ stateMachineArn: machine }));
  expect(executions).toEqual([]);
  await expect(start("a", "2027-01-02T00:00:00Z")).resolves.toBeDefined();
});

test("a world that was stopped goes on where it was: clock, executions, outbox and table", async () => {
  const { executionArn } = await start("a", "2026-12-20T00:00:00Z");
  await wake("w", "2026-12-15T00:00:00.000Z");
  await new SNSClient(at()).send(new PublishCommand({ PhoneNumber: "+31612345678", Message: "Tot zo" }));
  await advance("P10D");
  await stop();
  await open({ now: instant("2030-01-01T00:00:00Z") });
  expect((await local("clock")).body.now).toMatch(/^2026-12-11T09:02:/);
  expect((await local("sms")).body).toHaveLength(1);
  await local("clock", { to: "2026-12-21T00:00:00Z" });
  expect(await item("w")).toMatchObject({ sweptAt: { S: "2026-12-15T00:00:00.000Z" } });
  const { status, stopDate } = await states().send(new DescribeExecutionCommand({ executionArn }));
  expect([status, stopDate]).toEqual(["SUCCEEDED", new Date("2026-12-20T00:00:00Z")]);
  await stop();
  await open();
});

test("what stands in the way of a start is one line, and leaves nothing open", async () => {
  await stop();
  const taken = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  const { port } = taken.address() as { port: number };
  await expect(open({ ports: { api: port, aws: 0 } })).rejects.toThrow(
    `Port ${port} is taken; end what listens there, or set KEPT_PORT to another port.`,
  );
  taken.close();
  const unlock = lockFolder(data);
  await expect(open()).rejects.toThrow(/^Another world runs on .*KEPT_DATA to another folder\.$/);
  unlock();
  await open();
  await expect(open()).rejects.toThrow("a process holds one");
});
