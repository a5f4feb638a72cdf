import { describe, expect, it } from "vitest";
import { acknowledgedIn } from "#stack/acknowledged.ts";
import { acknowledgeIn, packsFor } from "#stack/checks.ts";
import { type Stage, settingsOf } from "#stack/settings.ts";
import { anApp, aStack } from "./synthesized.ts";

/** What the packs find, as "rule on construct". */
const findings = (stage: Stage, acknowledged: boolean): string[] => {
  const app = anApp();
  const stack = aStack(app, stage);
  if (acknowledged) acknowledgeIn(stack, settingsOf(stage));
  return packsFor(app)
    .flatMap((pack) => pack.validateScope(app).violations)
    .flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} on ${constructPath}`),
    );
};

describe.each(["local", "dev", "prod"] as const)("cdk-nag on the stage %s", (stage) => {
  it("finds nothing that is not acknowledged", () => {
    expect(findings(stage, true)).toEqual([]);
  });

  it("still finds each thing that is acknowledged", () => {
    const found = findings(stage, false);
    for (const { findings: acknowledged } of acknowledgedIn(settingsOf(stage)))
      for (const id of acknowledged)
        expect(
          found.some((each) => each.startsWith(`${id} on `)),
          id,
        ).toBe(true);
  });
});

it("is overruled for ten reasons at most, each in a sentence", () => {
  const all = acknowledgedIn(settingsOf("prod"));
  expect(all.length).toBeLessThanOrEqual(10);
  for (const { reason } of all) expect(reason.length).toBeGreaterThan(40);
  expect(new Set(all.map(({ reason }) => reason)).size).toBe(all.length);
});
