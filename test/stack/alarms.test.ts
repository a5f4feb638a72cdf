import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { taskKinds } from "#core/task.ts";
import { synthesized } from "./synthesized.ts";

const prod = synthesized("prod");
const alarms = prod.ofType("AWS::CloudWatch::Alarm").map(([, { Properties }]) => Properties);
const runbook = readFileSync(join(import.meta.dirname, "../../docs/runbook.md"), "utf8");

/** The text under `## {name}`, up to the next heading. */
const section = (name: string): string | undefined =>
  runbook.split(/^#+ /m).find((each) => each.split("\n", 1)[0] === name);

const named = (name: string) => alarms.find((each) => each["AlarmName"] === `kept-${name}`)!;

const countedKinds = (name: string): unknown[] =>
  (named(name)["Metrics"] as { MetricStat?: { Metric: { Dimensions: { Value: string }[] } } }[]).flatMap(
    ({ MetricStat }) => MetricStat?.Metric.Dimensions.map(({ Value }) => Value) ?? [],
  );

describe("every alarm", () => {
  it.each(alarms)("$AlarmName says what happened, what it means and what to do first", (alarm) => {
    const description = String(alarm["AlarmDescription"]);
    const [story, where] = description.split(" Then: ");
    const [happenedAndMeans, first] = story!.split(" First: ");
    expect(happenedAndMeans!.match(/[.:]( |$)/g)!.length).toBeGreaterThanOrEqual(2);
    expect(first!.length).toBeGreaterThan(20);
    expect(where).toMatch(/^docs\/runbook\.md#/);
    expect(description.length).toBeLessThanOrEqual(1024);
  });

  it.each(alarms)("$AlarmName has a section in the runbook with the same three things", (alarm) => {
    const text = section(String(alarm["AlarmName"]).replace(/^kept-/, ""));
    for (const part of ["**What happened.**", "**For a customer.**", "**First.**"])
      expect(text).toContain(part);
  });

  it.each(alarms)("$AlarmName tells somebody, and tells when it is over", (alarm) => {
    expect(alarm["AlarmActions"]).toHaveLength(1);
    expect(alarm["OKActions"]).toEqual(alarm["AlarmActions"]);
  });
});

it("has a section in the runbook for every kind of task", () => {
  for (const kind of taskKinds) expect(section(kind), kind).toBeDefined();
});

/** Decisions of a usual day: nothing went wrong, and nobody is called for them. */
const usual = [
  "attendance",
  "consequence-to-confirm",
  "conduct-reported",
  "mail-held-back",
  "copy-not-taken",
  "article-not-useful",
  "contact-due",
  "meeting-unrecorded",
];

it("counts every kind of task in one alarm or another, but for the decisions of a usual day", () => {
  const counted = ["sends-failed", "tasks-opened", "elsewhere-failing"].flatMap(countedKinds).map(String);
  expect([...counted, ...usual].sort()).toEqual([...taskKinds].sort());
});

it("counts the tasks that any Lambda opens, by the words that are logged", () => {
  const filters = prod.ofType("AWS::Logs::MetricFilter").map(([, { Properties }]) => Properties);
  const tasks = filters.filter(({ FilterPattern }) => String(FilterPattern).includes("needs a person"));
  expect(tasks).toHaveLength(
    prod.ofType("AWS::Lambda::Function").filter(([, { Metadata }]) => Metadata?.["kept:source"]).length,
  );
  for (const { MetricTransformations } of tasks)
    expect(MetricTransformations).toMatchObject([
      { MetricName: "TasksOpened", Dimensions: [{ Key: "what", Value: "$.facts.what" }] },
    ]);
});

it("takes silence for health, but for the sweeper", () => {
  const breaching = alarms.filter((each) => each["TreatMissingData"] === "breaching");
  expect(breaching.map((each) => each["AlarmName"])).toEqual(["kept-sweeper-not-running"]);
});

it("lets CloudWatch speak at the topic, which with a policy of its own takes nothing else", () => {
  const policies = prod.ofType("AWS::SNS::TopicPolicy").map(([, each]) => JSON.stringify(each));
  expect(policies.some((each) => each.includes("cloudwatch.amazonaws.com"))).toBe(true);
});

it("adds up ten metrics at most in one alarm, which is what CloudWatch allows", () => {
  for (const each of alarms)
    expect((each["Metrics"] as unknown[] | undefined)?.length ?? 1).toBeLessThanOrEqual(11);
});

describe("the dashboard", () => {
  const [, board] = prod.ofType("AWS::CloudWatch::Dashboard")[0]!;
  const body = JSON.stringify(board.Properties);

  it("has a row for what needs a person, with every alarm and links to the console", () => {
    expect(body).toContain("# Needs a person");
    expect(body.match(/console\.aws\.amazon\.com/g)!.length).toBeGreaterThanOrEqual(6);
  });
});

describe("the outputs", () => {
  const outputs: Record<string, { Value: unknown; Description: string }> = prod.template.toJSON()["Outputs"];

  it("are links and lines to paste, each with what it is for", () => {
    for (const id of ["ApiUrl", "Try", "Dashboard", "Dkim", "SmsLimit", "FirstManager"])
      expect(outputs[id]?.Description.length, id).toBeGreaterThan(10);
    expect(outputs["SmsLimit"]!.Value).toContain("MonthlySpendLimit=100");
  });
});
