import { describe, expect, test } from "vitest";
import { hour, minute, second } from "#core/time.ts";
import { deliver } from "#steps/deliver.ts";
import { end } from "#steps/end-appointment.ts";
import { sweep } from "#steps/sweep.ts";
import { aBookedAppointment, begun, theAppointment } from "../builders/booking.ts";
import { aWorld, type TestWorld } from "../builders/world.ts";

const due = "2026-12-08T09:00:00.000Z";

const withReminder = async (world: TestWorld = aWorld()) => {
  const { code } = await aBookedAppointment(world);
  const errand = { pack: "taxdome", code, version: 1, promise: "email-PT48H" };
  const promised = async () => (await theAppointment(world, code)).promises["email-PT48H"];
  return { world, code, errand, promised };
};

const tasks = (world: TestWorld) => world.table.all().filter((item) => item["type"] === "task");

describe("a reminder", () => {
  test("goes out at its moment, and its promise is kept with the message as evidence", async () => {
    const { world, errand, promised } = await withReminder();
    world.setNow(due);
    await deliver(world, errand);
    expect(world.mails).toHaveLength(1);
    expect(await promised()).toMatchObject({ state: "kept", at: due, evidence: "message-1" });
  });

  test("one second before its moment sends nothing and is to be tried again", async () => {
    const { world, errand, promised } = await withReminder();
    world.setNow("2026-12-08T08:59:59.000Z");
    await expect(deliver(world, errand)).rejects.toMatchObject({ name: "TooEarly" });
    expect(world.mails).toHaveLength(0);
    expect((await promised())?.state).toBe("open");
  });

  test("run twice goes out once", async () => {
    const { world, errand } = await withReminder();
    world.setNow(due);
    await deliver(world, errand);
    await deliver(world, errand);
    expect(world.mails).toHaveLength(1);
  });

  test("run ten times at once goes out once", async () => {
    const { world, errand, promised } = await withReminder();
    world.setNow(due);
    await Promise.allSettled(Array.from({ length: 10 }, () => deliver(world, errand)));
    expect(world.mails).toHaveLength(1);
    expect((await promised())?.state).toBe("kept");
  });

  test("at the end of what the policy allows is late, one second after it is skipped and a person is told", async () => {
    const late = await withReminder();
    late.world.setNow("2026-12-08T21:00:00.000Z");
    await deliver(late.world, late.errand);
    expect((await late.promised())?.state).toBe("late");

    const missed = await withReminder();
    missed.world.setNow("2026-12-08T21:00:01.000Z");
    await deliver(missed.world, missed.errand);
    expect(await missed.promised()).toMatchObject({ state: "skipped", reason: "passed" });
    expect(missed.world.mails).toHaveLength(0);
    expect(tasks(missed.world)).toEqual([expect.objectContaining({ what: "send-missed" })]);
  });

  test("of another version is superseded", async () => {
    const { world, errand } = await withReminder();
    world.setNow(due);
    await expect(deliver(world, { ...errand, version: 2 })).rejects.toMatchObject({ name: "Superseded" });
  });

  test("that was never promised is a fault", async () => {
    const { world, errand } = await withReminder();
    await expect(deliver(world, { ...errand, promise: "fax" })).rejects.toThrow(/never promised "fax"/);
  });
});

describe("what the provider answers", () => {
  test("throttled: the claim is released and the next run sends", async () => {
    const { world, errand, promised } = await withReminder();
    world.setNow(due);
    world.sendings.push({ outcome: "throttled", reason: "Throttling" });
    await expect(deliver(world, errand)).rejects.toMatchObject({ name: "Throttled" });
    await deliver(world, errand);
    expect(world.mails).toHaveLength(1);
    expect((await promised())?.state).toBe("kept");
  });

  test("rejected: failed, a person is told once, and it is not tried again", async () => {
    const { world, errand, promised } = await withReminder();
    world.setNow(due);
    world.sendings.push({ outcome: "rejected", reason: "MessageRejected" });
    await deliver(world, errand);
    await deliver(world, errand);
    expect(await promised()).toMatchObject({ state: "failed", reason: "MessageRejected" });
    expect(tasks(world)).toEqual([expect.objectContaining({ what: "send-failed" })]);
  });

  test("no answer: unknown, a person is told, and it is never sent blindly again", async () => {
    const { world, errand, promised } = await withReminder();
    world.setNow(due);
    world.sendings.push({ outcome: "unknown", reason: "timeout" });
    await deliver(world, errand);
    await deliver(world, errand);
    expect((await promised())?.state).toBe("unknown");
    expect(world.mails).toHaveLength(1);
    expect(tasks(world)).toEqual([expect.objectContaining({ what: "send-unknown" })]);
  });
});

describe("a run that died after its claim", () => {
  const died = async () => {
    const there = await withReminder();
    await begun(there.world, there.errand.code);
    there.world.setNow(due);
    const send = there.world.mailer.send;
    const dying = { ...there.world, mailer: { send: () => Promise.reject(new Error("killed")) } };
    await expect(deliver(dying, there.errand)).rejects.toThrow("killed");
    expect(there.world.mailer.send).toBe(send);
    return there;
  };

  test("keeps others away while it may still be sending", async () => {
    const { world, errand } = await died();
    world.pass(59 * second);
    await expect(deliver(world, errand)).rejects.toMatchObject({ name: "StillClaimed" });
  });

  test("ends as unknown by the next run, and nothing is sent", async () => {
    const { world, errand, promised } = await died();
    world.pass(60 * second);
    await deliver(world, errand);
    expect((await promised())?.state).toBe("unknown");
    expect(world.mails.map(({ mail }) => mail.labels.kind)).toEqual(["confirmation"]);
  });

  test("ends as unknown by the sweeper too, which a hundred sweeps do not change", async () => {
    const { world, promised } = await died();
    world.pass(5 * minute);
    await sweep(world);
    expect((await promised())?.state).toBe("unknown");
    expect(tasks(world)).toHaveLength(1);
    const before = JSON.stringify(world.table.all());
    for (let sweeps = 0; sweeps < 100; sweeps += 1) await sweep(world);
    expect(JSON.stringify(world.table.all())).toBe(before);
  });
});

describe("a customer without a phone", () => {
  test("gets no SMS, for a reason, and nobody is alarmed", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world, {
      customer: { name: "Noor", email: "noor@customer.example" },
    });
    world.setNow("2026-12-10T08:30:00.000Z");
    await deliver(world, { pack: "taxdome", code, version: 1, promise: "sms-PT30M" });
    const { promises } = await theAppointment(world, code);
    expect(promises["sms-PT30M"]).toMatchObject({ state: "skipped", reason: "no-phone" });
    expect(tasks(world)).toEqual([]);
  });
});

describe("an SMS that the provider will not take", () => {
  const refused = async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    world.setNow("2026-12-10T08:30:00.000Z");
    world.sendings.push({ outcome: "rejected", reason: "opted-out" });
    const errand = { pack: "taxdome", code, version: 1, promise: "sms-PT30M" };
    await deliver(world, errand);
    return { world, code, errand };
  };

  test("goes out as an e-mail instead, once, and a person hears of the number", async () => {
    const { world, code, errand } = await refused();
    await deliver(world, errand);
    await sweep(world);
    const instead = world.mails.filter(({ mail }) => mail.labels.promise.startsWith("sms-"));
    expect(instead.map(({ mail }) => mail.labels.promise)).toEqual(["sms-PT30M-by-email"]);
    const { promises } = await theAppointment(world, code);
    expect(promises["sms-PT30M"]).toMatchObject({ state: "failed", reason: "opted-out" });
    expect(promises["sms-PT30M-by-email"]).toMatchObject({ state: "kept" });
    expect(tasks(world)).toContainEqual(
      expect.objectContaining({ what: "send-failed", reason: "opted-out" }),
    );
  });

  test("of which nobody knows whether it went out is not said again by e-mail", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    world.setNow("2026-12-10T08:30:00.000Z");
    world.sendings.push({ outcome: "unknown", reason: "timeout" });
    await deliver(world, { pack: "taxdome", code, version: 1, promise: "sms-PT30M" });
    expect((await theAppointment(world, code)).promises).not.toHaveProperty("sms-PT30M-by-email");
  });
});

describe("an execution that was lost", () => {
  test("is made up for by sweeps: every promise is kept or settled, and the session ends", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    for (let hours = 0; hours < 24 * 13; hours += 1) {
      for (let sweeps = 0; sweeps < 12; sweeps += 1) {
        world.pass(hour / 12);
        await sweep(world);
      }
    }
    const { promises, status, wakeAt } = await theAppointment(world, code);
    expect(status).toBe("ended");
    expect(wakeAt).toBeUndefined();
    const states = Object.entries(promises).map(([id, { state }]) => [id, state]);
    expect(Object.fromEntries(states)).toEqual({
      confirmation: "late",
      "email-PT48H": "late",
      "email-PT24H": "late",
      "email-PT1H": "late",
      "sms-PT30M": "late",
      "staff-booked": "kept",
      "staff-attendance-PT2H": "kept",
      "staff-attendance-PT24H": "kept",
    });
    expect(world.mails).toHaveLength(4);
    expect(world.texts).toHaveLength(1);
  });
});

describe("the end of a session", () => {
  test("is noted once it is over, and once only", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    const it = { pack: "taxdome", code, version: 1 };
    world.setNow("2026-12-10T09:59:59.000Z");
    await expect(end(world, it)).rejects.toMatchObject({ name: "TooEarly" });
    world.setNow("2026-12-10T10:00:00.000Z");
    await end(world, it);
    await end(world, it);
    const entries = world.table.all().filter((item) => item["action"] === "ended");
    expect(entries).toHaveLength(1);
  });
});
