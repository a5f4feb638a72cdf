import { describe, expect, test } from "vitest";
import { isRefusal } from "#core/errors.ts";
import { readAudit } from "#steps/case/read-audit.ts";
import { forget } from "#steps/erase/forget.ts";
import { readPromises } from "#steps/promises.ts";
import { anIncident } from "../../builders/access.ts";
import { aBookedAppointment, theAppointment, tryToBook } from "../../builders/booking.ts";
import { aCaseWorld, aRegisteredCase, staffAct, theCase } from "../../builders/case.ts";
import { forgotten, noor, tracesOf, wish, withErasing } from "../../builders/erase.ts";
import { arrive, keptMails } from "../../builders/mail.ts";
import { inLine } from "../../builders/waiting.ts";
import { aWorld, taxdome } from "../../builders/world.ts";

const bram = { name: "Bram de Wit", email: "bram@customer.example" };

const taxdomeWorld = () => withErasing(aWorld(), ["taxdome"]);
const solarWorld = () => withErasing(aCaseWorld(), ["solar"]);

describe("a customer with something open", () => {
  test("is not forgotten before somebody has read what is open, and nothing is written until then", async () => {
    const world = taxdomeWorld();
    const { code } = await aBookedAppointment(world);
    const before = world.table.all();
    const answer = await forget(world, taxdome(world), wish());
    expect(answer).toMatchObject({
      refused: "still-open",
      detail: expect.stringContaining(`session ${code}`),
    });
    expect(world.table.all()).toEqual(before);
  });

  test("is forgotten all the same where a manager says so: the session is cancelled, and host and customer hear of it", async () => {
    const world = taxdomeWorld();
    await aBookedAppointment(world);
    expect(await forgotten(world, taxdome(world), { evenOpen: true })).toMatchObject({
      done: true,
      busy: [],
    });
    expect(world.mails.at(-1)?.mail.labels.kind).toBe("cancelled");
    expect(world.staffMails.at(-1)?.mail.labels.kind).toBe("staff-cancelled");
    expect(tracesOf(world, noor, "Noor", "+31612345678")).toEqual([]);
  });

  test("has a case closed that nobody answered, with word of it, and its milestones are void and not broken", async () => {
    const world = solarWorld();
    const { number } = await aRegisteredCase(world);
    expect(await forget(world, world.deployed, wish())).toMatchObject({ refused: "still-open" });
    expect(await forgotten(world, world.deployed, { evenOpen: true })).toMatchObject({
      done: true,
      codes: [number],
    });
    expect(world.mails.at(-1)?.mail.labels.kind).toBe("closed");
    expect(tracesOf(world, noor, "Noor", "No output")).toEqual([]);
    expect(await readAudit(world, { pack: "solar", number })).toMatchObject({ verified: true });
  });
});
