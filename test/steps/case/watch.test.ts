import { describe, expect, test } from "vitest";
import { day, hour, instant, minute, until } from "#core/time.ts";
import { awaitCase } from "#steps/case/await.ts";
import { nextStep } from "#steps/case/next-step.ts";
import { executionEnded } from "#steps/execution-ended.ts";
import { sweep } from "#steps/sweep.ts";
import {
  aCaseWorld,
  aRegisteredCase,
  type CaseWorld,
  kindsOf,
  staffAct,
  theCase,
  wakeUp,
} from "../../builders/case.ts";

/** Acknowledge by 11 November, 17:00 in Amsterdam; warned on the 9th at opening; told on the 11th, 12th and 16th. */
const due = "2026-11-11T16:00:00.000Z";
const alerts = ({ staffMails }: CaseWorld): string[] =>
  staffMails
    .filter(({ mail }) => /warning|missed/.test(mail.labels.kind))
    .map(({ at, mail }) => `${at} ${mail.labels.kind.replace("staff-case-", "")} ${mail.to.name}`);

const nobodyActs = async (world: CaseWorld, number: string, to: string) => {
  const end = instant(to);
  while (world.now() < end) {
    const { seconds } = await wakeUp(world, number);
    world.pass(Math.min(seconds * 1000, until(world.now(), end)));
  }
  await wakeUp(world, number);
};

describe("what an execution is told", () => {
  test("names the milestone in front, and waits until the earliest moment of any", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    expect(await wakeUp(world, number)).toMatchObject({ front: "acknowledge", wakes: 1 });
    await staffAct(world, number, "acknowledge", { text: "We have it." });
    expect(await wakeUp(world, number)).toMatchObject({ front: "update" });
    await staffAct(world, number, "resolve", { text: "Done." });
    expect(await wakeUp(world, number)).toMatchObject({ front: "over" });
  });

  test.each([
    ["one second before a deadline, to wait for one second", "2026-11-11T15:59:59Z", 1],
    [
      "half a second before it, for a whole one, so that nobody wakes too early",
      "2026-11-11T15:59:59.500Z",
      1,
    ],
  ])("%s", async (_, now, seconds) => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    world.setNow(now);
    expect(await wakeUp(world, number)).toMatchObject({ seconds });
  });

  test("at the deadline itself: it is missed, and the wait is for what comes next", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    world.setNow(due);
    expect(await wakeUp(world, number)).toMatchObject({ front: "acknowledge", seconds: 24 * 60 * 60 });
    expect((await theCase(world, number)).milestones[0]?.state).toBe("broken");
  });
});

describe("a complaint that nobody acknowledges", () => {
  test("is warned of, and told to three levels, each once, and missed again on day thirty", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    await nobodyActs(world, number, "2026-12-20T00:00:00Z");
    const [first, ...rest] = alerts(world);
    expect(first).toMatch(/^2026-11-09T08:00:00.000Z warning/);
    expect(rest.slice(0, 3).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      `${due} missed`,
      "2026-11-12T16:00:00.000Z missed",
      "2026-11-16T16:00:00.000Z missed",
    ]);
    expect(rest.filter((line) => line.startsWith("2026-12-14T16:00:00.000Z missed"))).toHaveLength(1);
    expect(new Set(alerts(world)).size).toBe(alerts(world).length);
    expect((await theCase(world, number)).milestones.map(({ state }) => state)).toEqual([
      "broken",
      "undated",
      "broken",
    ]);
  });

  test("is told to each level once also when the process dies after each write", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    world.setNow("2026-11-20T09:00:00Z");
    for (let lives = 1; lives < 40; lives += 1) {
      let commits = 0;
      const table = {
        ...world.table,
        commit: async (writes: Parameters<CaseWorld["table"]["commit"]>[0]) => {
          if ((commits += 1) > lives) throw new Error("killed");
          return world.table.commit(writes);
        },
      };
      await wakeUp({ ...world, table }, number).catch(() => undefined);
      world.pass(2 * minute);
    }
    for (let sweeps = 0; sweeps < 3; sweeps += 1) {
      world.pass(5 * minute);
      await sweep(world);
    }
    const missed = Object.values((await theCase(world, number)).promises).filter(
      ({ kind }) => kind === "staff-case-missed",
    );
    expect(missed.map(({ to }) => to)).toEqual(["handler", "manager", "board"]);
    // One whose run was killed between its claim and its sending is unknown, and a person hears of it: never twice.
    const names = world.staffMails.map(({ mail }) => mail.labels.promise);
    expect(new Set(names).size).toBe(names.length);
    expect(missed.every(({ state }) => state === "kept" || state === "unknown" || state === "late")).toBe(
      true,
    );
  });

  test("acknowledged late, is late, and what was still to be told is not", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    await nobodyActs(world, number, "2026-11-11T17:00:00Z");
    await staffAct(world, number, "acknowledge", { text: "We are sorry." });
    await nobodyActs(world, number, "2026-11-20T00:00:00Z");
    expect(alerts(world)).toHaveLength(2);
    expect((await theCase(world, number)).milestones[0]?.state).toBe("late");
  });
});

describe("a wait", () => {
  const waiting = async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    const { beat } = await wakeUp(world, number);
    const wait = { pack: "solar", code: number, run: 1, beat, token: "token-1" };
    return { world, number, wait };
  };

  test("is answered when staff move a moment, and only then", async () => {
    const { world, number, wait } = await waiting();
    await awaitCase(world, wait);
    await staffAct(world, number, "note", { text: "Called." });
    expect(world.answered).toEqual([]);
    await staffAct(world, number, "acknowledge", { text: "We have it." });
    expect(world.answered).toEqual(["token-1"]);
  });

  test("answers itself when something happened before its token was stored", async () => {
    const { world, number, wait } = await waiting();
    await staffAct(world, number, "acknowledge", { text: "We have it." });
    expect(world.answered).toEqual([]);
    await awaitCase(world, wait);
    expect(world.answered).toEqual(["token-1"]);
  });

  test("of an earlier run answers itself, and its hub finds itself superseded", async () => {
    const { world, number, wait } = await waiting();
    await executionEnded(world, "solar-complaint", `${number}-r1`, "ABORTED");
    world.pass(5 * minute);
    await sweep(world);
    await awaitCase(world, wait);
    expect(world.answered).toEqual(["token-1"]);
    const late = nextStep(world, { pack: "solar", code: number, run: 1, wakes: 3 });
    await expect(late).rejects.toMatchObject({ name: "Superseded" });
  });
});

describe("an execution that is gone", () => {
  test("and told so: the next sweep starts the next run, once", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    await executionEnded(world, "solar-complaint", `${number}-r1`, "ABORTED");
    await executionEnded(world, "solar-complaint", `${number}-r1`, "ABORTED");
    for (let sweeps = 0; sweeps < 4; sweeps += 1) {
      world.pass(5 * minute);
      await sweep(world);
    }
    expect(world.started.map(({ name }) => name)).toEqual([`${number}-r1`, `${number}-r2`]);
    expect((await theCase(world, number)).lostAt).toBeUndefined();
  });

  test("and nobody said so: what is due by ten minutes is done by the sweeper, and the next run takes over", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    world.setNow("2026-11-09T08:09:59Z");
    await sweep(world);
    expect(world.started).toHaveLength(1);
    world.setNow("2026-11-09T08:10:00Z");
    await sweep(world);
    expect(world.started.map(({ name }) => name)).toEqual([`${number}-r1`, `${number}-r2`]);
    expect(alerts(world)).toHaveLength(1);
    expect(world.stopped).toEqual([
      { machine: "solar-complaint", name: `${number}-r1`, cause: "Run 2 took over" },
    ]);
  });

  test("and nobody ever says so: each moment is brought within fifteen minutes all the same, and each alert once", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    // No execution lives, no event arrives: whatever is started is lost at once.
    for (const end = instant("2026-11-17T09:00:00Z"); world.now() < end; world.pass(5 * minute))
      await sweep(world);
    const missed = alerts(world).filter((line) => line.includes("missed"));
    const moments = [due, "2026-11-12T16:00:00.000Z", "2026-11-16T16:00:00.000Z"].map((each) =>
      instant(each),
    );
    expect(missed).toHaveLength(moments.length);
    missed.forEach((line, at) => {
      const late = until(moments[at]!, instant(line.split(" ")[0]!));
      expect([line, late >= 0 && late <= 15 * minute]).toEqual([line, true]);
    });
    // It was seen to be gone at each moment, and stood in for: what staff do counts as ever.
    await staffAct(world, number, "acknowledge", { text: "We are sorry." });
    expect((await theCase(world, number)).milestones[0]?.state).toBe("late");
  });

  test("of a case that is answered is nobody's loss", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    await staffAct(world, number, "resolve", { text: "Done." });
    await executionEnded(world, "solar-complaint", `${number}-r1`, "FAILED");
    world.pass(5 * minute);
    await sweep(world);
    expect(world.started).toHaveLength(1);
  });
});

describe("an execution that has run for long", () => {
  test.each([
    ["at 999 wakes goes on", 999, 0, 1],
    ["at 1 000 wakes hands over", 1000, 0, 2],
    ["one second before 300 days goes on", 0, 300 * day - 1000, 1],
    ["after 300 days hands over", 0, 300 * day, 2],
  ])("%s", async (_, wakes, passed, run) => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    world.pass(passed);
    const next = await wakeUp(world, number, wakes);
    expect((await theCase(world, number)).run).toBe(run);
    expect(next.front === "over").toBe(run === 2);
    expect(world.started).toHaveLength(run);
  });
});

describe("a silent customer", () => {
  test("is asked again as often as the policy says, and no more; in the end the handler hears of it", async () => {
    const world = aCaseWorld();
    const { number } = await aRegisteredCase(world);
    await staffAct(world, number, "request-information", { text: "Which firmware?" });
    const [request] = (await theCase(world, number)).requests;
    const asked = () => kindsOf(world.mails).filter((kind) => kind === "information-request").length;
    expect(asked()).toBe(1);
    await nobodyActs(world, number, String(request?.silentAt));
    expect(asked()).toBe(1 + (request?.remindAt.length ?? 0));
    expect(request?.remindAt.length).toBeGreaterThan(0);
    expect((await theCase(world, number)).requests[0]?.ended?.how).toBe("silent");
    expect(kindsOf(world.staffMails)).toContain("staff-case-customer");
  });
});

test("after the answer it closes by itself, and later the customer is asked; no execution is needed for it", async () => {
  const world = aCaseWorld();
  const { number } = await aRegisteredCase(world);
  await staffAct(world, number, "resolve", { text: "A new fuse." });
  for (let hours = 0; hours < 24 * 60; hours += 1) {
    world.pass(hour);
    await sweep(world);
  }
  expect((await theCase(world, number)).status).toBe("closed");
  const kinds = kindsOf(world.mails);
  expect(kinds.slice(0, 3)).toEqual(["registered", "resolved", "closed"]);
  expect(kinds.filter((kind) => kind === "satisfaction").length).toBeLessThanOrEqual(1);
  expect(world.started).toHaveLength(1);
});
