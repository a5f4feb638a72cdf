import { describe, expect, test } from "vitest";
import { cancelAppointment } from "#steps/revise.ts";
import { aJudgement, anIncident } from "../builders/access.ts";
import { aBookedAppointment } from "../builders/booking.ts";
import { at, aWorld, type TestWorld, taxdome } from "../builders/world.ts";

describe("the mail about a session that was cancelled", () => {
  const cancelledMail = async (world: TestWorld): Promise<string> => {
    const { code } = await aBookedAppointment(world);
    const { id } = await anIncident(world);
    const until = at("2027-06-01T00:00:00Z");
    await aJudgement(world, { id, outcome: "restriction", until, openBookings: "keep" });
    world.setNow("2026-12-05T09:00:00Z");
    await cancelAppointment(world, taxdome(world), { code, by: { actor: "customer", proven: true } });
    return world.mails.find(({ mail }) => mail.labels.kind === "cancelled")?.mail.text ?? "";
  };

  test("invites nobody to book again who cannot", async () => {
    const text = await cancelledMail(aWorld());
    expect(text).toContain("geannuleerd");
    expect(text).not.toContain("/book/");
    expect(text).not.toContain("nieuwe sessie boeken");
  });

  test("invites whoever can", async () => {
    const world = aWorld();
    const { code } = await aBookedAppointment(world);
    await cancelAppointment(world, taxdome(world), { code, by: { actor: "customer", proven: true } });
    expect(world.mails.at(-1)?.mail.text).toContain("nieuwe sessie boeken");
  });
});
