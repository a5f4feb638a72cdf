import { expect, test } from "vitest";
import type { Policy } from "#core/policy/shape.ts";
import { answerCase } from "#steps/case/act.ts";
import { aCaseWorld, aRegisteredCase, policyOf, staffAct, theCase, wakeUp } from "../../builders/case.ts";

/** Solar, whose resolution stands still while the customer is asked. */
const standingStill = (): Policy => {
  const policy = policyOf("solar");
  const { cases } = policy;
  const complaint = cases?.kinds.complaint;
  if (cases === undefined || complaint?.requests === undefined) throw new Error("no requests");
  const requests = { ...complaint.requests, pauses: { customer: ["resolve"], thirdParty: [] } };
  return { ...policy, cases: { ...cases, kinds: { ...cases.kinds, complaint: { ...complaint, requests } } } };
};

const asked = async (policy = standingStill()) => {
  const world = aCaseWorld(policy);
  const { number } = await aRegisteredCase(world);
  world.setNow("2026-11-04T09:00:00Z");
  await staffAct(world, number, "request-information", { text: "Which firmware?" });
  const answer = () => answerCase(world, { pack: "solar", number }, "answer", { text: "1.4" });
  const milestone = async (at: number) => (await theCase(world, number)).milestones[at];
  return { world, number, answer, milestone };
};

test("what the policy names stands still until the answer, and is later by the working days between; all else runs on", async () => {
  const { world, answer, milestone } = await asked();
  expect(await milestone(2)).toMatchObject({ pausedAt: "2026-11-04T09:00:00.000Z" });
  // Thursday, Friday, Monday.
  world.setNow("2026-11-09T09:00:00Z");
  await answer();
  expect(await milestone(0)).toMatchObject({ due: "2026-11-11T16:00:00.000Z" });
  expect(await milestone(2)).toMatchObject({
    state: "open",
    due: "2026-12-17T16:00:00.000Z",
    stoodStill: [{ from: "2026-11-04T09:00:00.000Z", to: "2026-11-09T09:00:00.000Z" }],
  });
  expect((await milestone(2)) ?? {}).not.toHaveProperty("pausedAt");
});

test("an answer on the same day moves no date", async () => {
  const { world, answer, milestone } = await asked();
  world.setNow("2026-11-04T15:00:00Z");
  await answer();
  expect((await milestone(2))?.due).toBe("2026-12-14T16:00:00.000Z");
});

test("where the policy names nothing, nothing stands still", async () => {
  const { world, answer, milestone } = await asked(policyOf("solar"));
  world.setNow("2026-11-09T09:00:00Z");
  await answer();
  expect((await milestone(2))?.due).toBe("2026-12-14T16:00:00.000Z");
});

test("a customer who stays silent gets no more than the policy grants: then time runs again", async () => {
  const { world, number, milestone } = await asked();
  const [request] = (await theCase(world, number)).requests;
  world.setNow(String(request?.silentAt));
  await wakeUp(world, number);
  expect(await milestone(2)).toMatchObject({ stoodStill: [{ to: request?.silentAt }] });
});
