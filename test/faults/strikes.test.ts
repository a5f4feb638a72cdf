import { expect, test } from "vitest";
import { recordOutcome } from "#steps/record-outcome.ts";
import { cancelAppointment } from "#steps/revise.ts";
import { waiveStrike } from "#steps/strikes.ts";
import { aBookedAppointment } from "../builders/booking.ts";
import { taxdome } from "../builders/world.ts";
import { row } from "../witness/evidence.ts";
import { judge } from "../witness/witness.ts";
import { aStage, type Stage } from "./stage.ts";

const noShow = ({ world }: Stage, code: string) =>
  recordOutcome(world, taxdome(world), { code, outcome: "no-show", by: { actor: "staff:eva" } });

/** What stands against any customer, by appointment. */
const strikes = ({ world }: Stage): string[] =>
  world.table.all().flatMap((item) => Object.keys(row(item["noShows"])));

test("No-show job twice, or after a timely cancel", async () => {
  const stage = aStage();
  const { world } = stage;
  const missed = await aBookedAppointment(world);
  await stage.pass(Date.parse("2026-12-10T09:10:00Z") - Date.parse(world.now()));
  await Promise.all([noShow(stage, missed.code), noShow(stage, missed.code)]);
  await noShow(stage, missed.code);
  expect(strikes(stage)).toEqual([missed.code]);

  const inTime = await aBookedAppointment(world, { start: "2026-12-15T09:00:00.000Z" as never });
  await cancelAppointment(world, taxdome(world), { code: inTime.code, by: { actor: "customer" } });
  await stage.pass(5 * 24 * 60 * 60_000);
  expect(await noShow(stage, inTime.code)).toMatchObject({ refused: "already-over" });
  expect(strikes(stage)).toEqual([missed.code]);
  await stage.rest();
  expect(judge(stage.evidence())).toEqual([]);
});

/** What is left standing: which strikes count and which were waived, and who wrote what, whatever the order. */
const standing = ({ world }: Stage): unknown =>
  world.table.all().flatMap((item) =>
    Object.entries(row(item["noShows"])).map(([code, record]) => {
      const { missed, waived } = row(record);
      return { code, missed: missed !== undefined, waived: waived !== undefined };
    }),
  );

/** In every order: staff's word that nobody came, the waiver, and the waiver again. A waiver of nothing is repeated. */
const orders = [
  ["strike", "waive", "waive"],
  ["waive", "strike", "waive"],
  ["waive", "waive", "strike", "waive"],
] as const;

test("Strike event + ops void, reordered", async () => {
  const ends = [];
  for (const order of orders) {
    const stage = aStage();
    const { world } = stage;
    const { code } = await aBookedAppointment(world);
    await stage.pass(Date.parse("2026-12-10T09:10:00Z") - Date.parse(world.now()));
    const said = { code, actor: "staff:eva", reason: "our link was broken" } as const;
    for (const act of order)
      await (act === "strike" ? noShow(stage, code) : waiveStrike(world, taxdome(world), said));
    await stage.rest();
    expect(judge(stage.evidence())).toEqual([]);
    ends.push(JSON.stringify(standing(stage)).replaceAll(code, "CODE"));
  }
  expect(new Set(ends)).toEqual(new Set([JSON.stringify([{ code: "CODE", missed: true, waived: true }])]));
});
