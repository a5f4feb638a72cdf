import { describe, expect, test } from "vitest";
import { calendarDate } from "#core/calendar.ts";
import { isRefusal } from "#core/errors.ts";
import { taskView } from "#core/task.ts";
import { readAgenda } from "#steps/agenda.ts";
import { doTask } from "#steps/do-task.ts";
import { cancelAppointment } from "#steps/revise.ts";
import { openTasks } from "#steps/tasks.ts";
import { aSessionThatIsOver } from "../../builders/attendance.ts";
import { aBookedAppointment } from "../../builders/booking.ts";
import { at, aWorld, type TestWorld, taxdome } from "../../builders/world.ts";

const day = async (world: TestWorld, date: string, timeZone?: string) => {
  const { sessions } = await readAgenda(world, taxdome(world).policy, { date: calendarDate(date), timeZone });
  return sessions.map(({ start, host }) => `${start} ${host}`);
};

describe("the agenda of a day", () => {
  test("has the sessions of all hosts in order, without those that were cancelled", async () => {
    const world = aWorld();
    const booked = [];
    for (const start of ["2026-12-10T13:00:00Z", "2026-12-10T09:00:00Z", "2026-12-11T09:00:00Z"])
      booked.push(await aBookedAppointment(world, { start: at(start) }));
    const { code } = await aBookedAppointment(world, { start: at("2026-12-10T14:00:00Z") });
    await cancelAppointment(world, taxdome(world), { code, by: { actor: "customer" } });
    expect(await day(world, "2026-12-10")).toEqual([
      `2026-12-10T09:00:00.000Z ${booked[1]?.host}`,
      `2026-12-10T13:00:00.000Z ${booked[0]?.host}`,
    ]);
  });

  test("is a day of the zone that is asked for", async () => {
    const world = aWorld();
    await aBookedAppointment(world, { start: at("2026-12-10T09:00:00Z") });
    expect(await day(world, "2026-12-10", "Pacific/Auckland")).toHaveLength(1);
    expect(await day(world, "2026-12-11", "Pacific/Auckland")).toEqual([]);
    expect(await day(world, "2026-12-09", "Pacific/Pago_Pago")).toHaveLength(1);
  });

  test("is today's where none is asked for", async () => {
    const world = aWorld();
    await aBookedAppointment(world);
    world.setNow("2026-12-10T23:30:00.000Z");
    const { date, timeZone, sessions } = await readAgenda(world, taxdome(world).policy, {});
    expect([date, timeZone, sessions.length]).toEqual(["2026-12-11", "Europe/Amsterdam", 0]);
  });
});

describe("a task that is done by hand", () => {
  const request = (key: string, fingerprint = key) => ({ pack: "taxdome", key, fingerprint });
  const first = async (world: TestWorld) => {
    const [task] = await openTasks(world, "taxdome");
    if (task === undefined) throw new Error("there is no task");
    return taskView(task).id;
  };

  test("is called by a name that stands in an address, leaves the list, and keeps who did it", async () => {
    const world = aWorld();
    await aSessionThatIsOver(world);
    const id = await first(world);
    expect(encodeURIComponent(id)).toBe(id);
    const done = { by: "staff:eva", at: world.now() };
    expect(await doTask(world, id, "staff:eva", request("1"))).toMatchObject({ done });
    expect(await openTasks(world, "taxdome")).toEqual([]);
    expect(await doTask(world, id, "staff:tom", request("2"))).toMatchObject({ done });
  });

  test("that nobody knows is not found, and a key is good for one task", async () => {
    const world = aWorld();
    await aSessionThatIsOver(world);
    expect(await doTask(world, "X.1.y.z", "staff:eva", request("1"))).toMatchObject({ refused: "not-found" });
    const id = await first(world);
    const done = await doTask(world, id, "staff:eva", request("1"));
    expect(isRefusal(done)).toBe(false);
    expect(await doTask(world, id, "staff:eva", request("1"))).toMatchObject({ done: { by: "staff:eva" } });
    expect(await doTask(world, id, "staff:eva", request("1", "other"))).toMatchObject({
      refused: "idempotency-mismatch",
    });
  });
});
