import { describe, expect, test } from "vitest";
import type { Customer } from "#core/customer/customer.ts";
import { isRefusal } from "#core/errors.ts";
import { hour, minute, second } from "#core/time.ts";
import { askFeedback } from "#steps/follow-outcome.ts";
import { giveFeedback } from "#steps/give-feedback.ts";
import { noteResumed, noteSilent } from "#steps/silence.ts";
import { sweep } from "#steps/sweep.ts";
import { aSessionThatIsOver, aSessionThatRuns, ends, kinds, saidOf, say } from "../../builders/attendance.ts";
import { theAppointment } from "../../builders/booking.ts";
import { aWorld, type TestWorld, taxdome } from "../../builders/world.ts";

const by = { actor: "staff:eva" } as const;

const press = async (world: TestWorld, code: string, button: typeof noteSilent) => {
  const noted = await button(world, taxdome(world), { code, by });
  return isRefusal(noted) ? noted.refused : noted.silentSince;
};

const missed = (world: TestWorld) => {
  const customer = world.table.all().find((item) => item["type"] === "customer") as unknown as Customer;
  return Object.values(customer.noShows ?? {}).map((record) => record.missed?.cause);
};

describe("a customer who drops out", () => {
  test("for exactly five minutes has not interrupted the session, a second more and they have", async () => {
    const world = aWorld();
    const code = await aSessionThatRuns(world);
    world.pass(10 * minute);
    await press(world, code, noteSilent);
    world.pass(5 * minute);
    expect(await say(world, code, "interrupted")).toMatchObject({
      refused: "too-early",
      detail: expect.stringContaining("2026-12-10T09:15:01.000Z"),
    });
    world.pass(second);
    const { attendance } = await saidOf(world, code, "interrupted");
    expect(attendance?.outcome).toBe("interrupted");
  });

  test("gets the explanation and a link to book again, at once and once", async () => {
    const world = aWorld();
    const code = await aSessionThatRuns(world);
    await press(world, code, noteSilent);
    world.pass(6 * minute);
    await saidOf(world, code, "interrupted");
    await say(world, code, "interrupted", "tried to call");
    const mails = world.mails.filter(({ mail }) => mail.labels.kind === "interrupted");
    expect(mails).toHaveLength(1);
    expect(mails[0]?.mail.text).toContain("https://kept.example/book/taxdome");
    expect(mails[0]?.mail.text).toContain("5 minuten");
  });

  test("who comes back begins anew, and one whom nobody noted as silent is not interrupted", async () => {
    const world = aWorld();
    const code = await aSessionThatRuns(world);
    expect(await say(world, code, "interrupted")).toMatchObject({ refused: "too-early" });
    await press(world, code, noteSilent);
    world.pass(4 * minute);
    expect(await press(world, code, noteResumed)).toBeUndefined();
    world.pass(minute);
    await press(world, code, noteSilent);
    world.pass(2 * minute);
    expect(await say(world, code, "interrupted")).toMatchObject({ refused: "too-early" });
  });

  test("is silent since the first press, whoever presses again", async () => {
    const world = aWorld();
    const code = await aSessionThatRuns(world);
    const since = await press(world, code, noteSilent);
    world.pass(3 * minute);
    expect(await press(world, code, noteSilent)).toBe(since);
    expect(world.table.all().filter((item) => item["action"] === "silent")).toHaveLength(1);
  });

  test("does so in a session that runs: not before its start, nor once it is over", async () => {
    const world = aWorld();
    const code = await aSessionThatRuns(world);
    world.pass(-second);
    expect(await press(world, code, noteSilent)).toBe("too-early");
    world.setNow(ends);
    expect(await press(world, code, noteSilent)).toBe("already-over");
  });
});

describe("what follows from an outcome", () => {
  test("attended: the execution goes on, and asks for feedback once", async () => {
    const world = aWorld();
    const code = await aSessionThatIsOver(world);
    await saidOf(world, code, "attended");
    expect(world.answered).toEqual(["token"]);
    const errand = { pack: "taxdome", code, version: 1 };
    await askFeedback(world, errand);
    await askFeedback(world, errand);
    expect(kinds(world.mails).filter((kind) => kind === "feedback-request")).toHaveLength(1);
    const { feedback } = (await theAppointment(world, code)).promises;
    expect(feedback).toMatchObject({ state: "kept", opens: ends, due: "2026-12-10T11:00:00.000Z" });
  });

  test("attended, and the execution is lost after its answer: the sweeper asks", async () => {
    const world = aWorld();
    const code = await aSessionThatIsOver(world);
    await saidOf(world, code, "attended");
    world.pass(hour + 10 * minute);
    await sweep(world);
    expect(kinds(world.mails)).toContain("feedback-request");
  });

  test("anything else: nobody is asked how they liked it", async () => {
    for (const outcome of ["no-show", "host-fault"] as const) {
      const world = aWorld();
      const code = await aSessionThatIsOver(world);
      await saidOf(world, code, outcome);
      await askFeedback(world, { pack: "taxdome", code, version: 1 });
      world.pass(80 * hour);
      await sweep(world);
      expect(kinds(world.mails)).not.toContain("feedback-request");
    }
  });

  test("a no-show is a fact about the customer, corrected to attended it is none, and the other way round", async () => {
    const world = aWorld();
    const code = await aSessionThatIsOver(world);
    await saidOf(world, code, "no-show");
    expect(missed(world)).toEqual(["no-show"]);
    await saidOf(world, code, "attended");
    expect(missed(world)).toEqual([undefined]);
    expect((await theAppointment(world, code)).promises["feedback"]?.state).not.toBe("void");
    await saidOf(world, code, "no-show");
    expect(missed(world)).toEqual(["no-show"]);
  });

  test("a host's own fault is nobody's no-show", async () => {
    const world = aWorld();
    const code = await aSessionThatIsOver(world);
    await saidOf(world, code, "host-fault");
    expect(missed(world)).toEqual([]);
  });

  test("a request for feedback that a correction made wrong does not go out", async () => {
    const world = aWorld();
    const code = await aSessionThatIsOver(world);
    await saidOf(world, code, "attended");
    const { promises } = await saidOf(world, code, "no-show");
    expect(promises["feedback"]).toMatchObject({ state: "void", reason: "corrected" });
    world.pass(30 * hour);
    await sweep(world);
    expect(kinds(world.mails)).not.toContain("feedback-request");
  });
});

describe("feedback", () => {
  const rate = (world: TestWorld, code: string, rating: number, comment?: string, version = 1) =>
    giveFeedback(world, taxdome(world), {
      code,
      version,
      rating,
      comment,
      by: { actor: "customer", proven: true },
    });

  test("is kept, can be changed, and the newest counts", async () => {
    const world = aWorld();
    const code = await aSessionThatIsOver(world);
    await saidOf(world, code, "attended");
    await rate(world, code, 5);
    await rate(world, code, 5);
    await rate(world, code, 4, "The end was hurried");
    expect((await theAppointment(world, code)).feedback).toEqual({
      rating: 4,
      comment: "The end was hurried",
      at: ends,
    });
    const entries = world.table.all().filter((item) => item["action"] === "feedback");
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(entries)).not.toContain("hurried");
  });

  test("pressed with a mailed token proves the address", async () => {
    const world = aWorld();
    const code = await aSessionThatIsOver(world);
    await rate(world, code, 3);
    expect((await theAppointment(world, code)).provenAt).toBe(ends);
  });

  test("names the version that the page showed", async () => {
    const world = aWorld();
    const code = await aSessionThatIsOver(world);
    expect(await rate(world, code, 3, undefined, 2)).toMatchObject({ refused: "changed-meanwhile" });
  });
});
