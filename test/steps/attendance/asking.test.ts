import { describe, expect, test } from "vitest";
import { hour, minute, second } from "#core/time.ts";
import { awaitAttendance } from "#steps/await-attendance.ts";
import { closeAttendance } from "#steps/close-attendance.ts";
import { sweep } from "#steps/sweep.ts";
import { openTasks } from "#steps/tasks.ts";
import { aSessionThatIsOver, aSessionThatRuns, ends, kinds, saidOf, say } from "../../builders/attendance.ts";
import { aBookedAppointment, theAppointment } from "../../builders/booking.ts";
import { aWorld, type TestWorld } from "../../builders/world.ts";

const asked = async (world: TestWorld) =>
  (await openTasks(world, "taxdome")).filter(({ what }) => what === "attendance");

const close = (world: TestWorld, code: string) =>
  closeAttendance(world, { pack: "taxdome", code, version: 1 });

describe("when a session is over", () => {
  test("its host has a task, and the execution waits with its token", async () => {
    const world = aWorld();
    const code = await aSessionThatIsOver(world);
    expect(await theAppointment(world, code)).toMatchObject({
      status: "ended",
      closesAt: "2026-12-13T10:00:00.000Z",
      attendanceToken: "token",
    });
    expect(await asked(world)).toMatchObject([{ about: { code, promise: "attendance" }, since: ends }]);
    expect(world.answered).toEqual([]);
  });

  test("a second before its end the execution is told that it is too early", async () => {
    const world = aWorld();
    const code = await aSessionThatRuns(world);
    world.pass(hour - second);
    const early = awaitAttendance(world, { pack: "taxdome", code, version: 1, token: "token" });
    await expect(early).rejects.toMatchObject({ name: "TooEarly" });
  });

  test("an outcome that was there first lets the wait answer itself, and nobody is asked", async () => {
    const world = aWorld();
    const code = await aSessionThatRuns(world);
    await saidOf(world, code, "attended");
    world.setNow(ends);
    await awaitAttendance(world, { pack: "taxdome", code, version: 1, token: "token" });
    expect(world.answered).toEqual(["token"]);
    expect(await asked(world)).toEqual([]);
  });

  test("a second run of the same state changes nothing, and one with another token replaces it", async () => {
    const world = aWorld();
    const code = await aSessionThatIsOver(world);
    const before = world.table.all();
    await awaitAttendance(world, { pack: "taxdome", code, version: 1, token: "token" });
    expect(world.table.all()).toEqual(before);
    await awaitAttendance(world, { pack: "taxdome", code, version: 1, token: "again" });
    await saidOf(world, code, "attended");
    expect(world.answered).toEqual(["again"]);
  });
});

describe("while nobody answers", () => {
  test("the host is reminded after 2 hours and after 24, not a second earlier, and not again", async () => {
    const world = aWorld();
    await aSessionThatIsOver(world);
    const mails = () => kinds(world.staffMails).filter((kind) => kind === "staff-attendance").length;
    world.pass(2 * hour - second);
    await sweep(world);
    expect(mails()).toBe(0);
    world.pass(second);
    await sweep(world);
    await sweep(world);
    expect(mails()).toBe(1);
    world.pass(22 * hour);
    await sweep(world);
    expect(mails()).toBe(2);
  });

  test("an outcome ends the reminders and the task", async () => {
    const world = aWorld();
    const code = await aSessionThatIsOver(world);
    const { promises } = await saidOf(world, code, "no-show");
    expect(promises["staff-attendance-PT2H"]).toMatchObject({ state: "void", reason: "recorded" });
    world.pass(25 * hour);
    await sweep(world);
    expect(kinds(world.staffMails)).not.toContain("staff-attendance");
    expect(await asked(world)).toEqual([]);
  });

  test("it closes as not recorded after exactly 72 hours, which is nobody's no-show", async () => {
    const world = aWorld();
    const code = await aSessionThatIsOver(world);
    world.pass(72 * hour - second);
    await close(world, code);
    expect((await theAppointment(world, code)).attendance).toBeUndefined();
    world.pass(second);
    await close(world, code);
    await close(world, code);
    expect((await theAppointment(world, code)).attendance).toEqual({
      outcome: "not-recorded",
      at: "2026-12-13T10:00:00.000Z",
      actor: "kept",
    });
    expect(await asked(world)).toEqual([]);
    expect(world.table.all().filter((item) => item["action"] === "not-recorded")).toHaveLength(1);
    expect(world.table.all().find((item) => item["type"] === "customer")?.["noShows"]).toBeUndefined();
  });

  test("a lost execution costs nothing: the sweeper ends, reminds and closes", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    world.setNow(ends);
    world.pass(10 * minute);
    await sweep(world);
    expect((await theAppointment(world, code)).status).toBe("ended");
    expect(await asked(world)).toHaveLength(1);
    for (let hours = 0; hours < 73; hours += 1) {
      world.pass(hour);
      await sweep(world);
    }
    expect(kinds(world.staffMails).filter((kind) => kind === "staff-attendance")).toHaveLength(2);
    expect((await theAppointment(world, code)).attendance?.outcome).toBe("not-recorded");
    expect(world.table.earliestWake()).toBeUndefined();
  });

  test("an outage of four days takes none of the staff's time: it counts from when we were back", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    world.setNow("2026-12-14T12:00:00.000Z");
    await sweep(world);
    const { attendance, closesAt } = await theAppointment(world, code);
    expect([attendance, closesAt]).toEqual([undefined, "2026-12-17T12:00:00.000Z"]);
  });

  test("after it closed an outcome is taken all the same", async () => {
    const world = aWorld();
    const code = await aSessionThatIsOver(world);
    world.answered.push("token");
    world.pass(200 * hour);
    await close(world, code);
    const { attendance } = await saidOf(world, code, "attended");
    expect(attendance).toMatchObject({ outcome: "attended", actor: "staff:eva" });
    expect(kinds(world.mails)).toContain("feedback-request");
  });
});

describe("an outcome", () => {
  test("is not taken a second before the start, and is from the start on", async () => {
    const world = aWorld();
    const code = await aSessionThatRuns(world);
    world.pass(-second);
    expect(await say(world, code, "no-show")).toMatchObject({ refused: "too-early" });
    world.pass(second);
    expect(await say(world, code, "no-show")).toMatchObject({ attendance: { outcome: "no-show" } });
  });

  test("said twice is one change; with another note it is another", async () => {
    const world = aWorld();
    const code = await aSessionThatIsOver(world);
    const entries = () => world.table.all().filter((item) => item["action"] === "attended").length;
    await say(world, code, "attended");
    await say(world, code, "attended");
    expect(entries()).toBe(1);
    await say(world, code, "attended", "came ten minutes late");
    expect(entries()).toBe(2);
  });

  test("that six people say at once is one in the end, with an entry for each change", async () => {
    const world = aWorld();
    const code = await aSessionThatIsOver(world);
    const all = await Promise.allSettled(
      Array.from({ length: 6 }, (_, place) => say(world, code, place % 2 === 0 ? "attended" : "no-show")),
    );
    expect(all.every(({ status }) => status === "fulfilled")).toBe(true);
    const { attendance, rev } = await theAppointment(world, code);
    const entries = world.table.all().filter((item) => item["type"] === "change" && item.pk.includes(code));
    expect(new Set(entries.map((item) => item["rev"])).size).toBe(entries.length);
    expect(entries.at(-1)?.["action"]).toBe(attendance?.outcome);
    expect(Number(entries.at(-1)?.["rev"])).toBeLessThanOrEqual(rev);
  });
});
