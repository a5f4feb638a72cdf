import { expect, test } from "vitest";
import { isRefusal } from "#core/errors.ts";
import { judgeConduct, previewConduct } from "#steps/judge-conduct.ts";
import { previewCancel, previewChange } from "#steps/preview-revision.ts";
import type { Previewed } from "#steps/previewed.ts";
import { cancelAppointment } from "#steps/revise.ts";
import { previewWaiver, waiveStrike } from "#steps/strikes.ts";
import { anIncident } from "../builders/access.ts";
import { aBookedAppointment } from "../builders/booking.ts";
import { at, aWorld, type TestWorld, taxdome } from "../builders/world.ts";

const eva = "staff:eva" as const;
const onTheirWord = { actor: eva, onBehalfOf: "customer" } as const;

const seen = (previewed: Previewed | { refused: string }): Previewed["mails"] => {
  if (isRefusal(previewed)) throw new Error(`refused: ${previewed.refused}`);
  return (previewed as Previewed).mails;
};

/** What went to the customer since so many mails, as the desk shows it: no link has a token. */
const sentSince = (world: TestWorld, before: number): unknown[] =>
  world.mails
    .slice(before)
    .filter(({ mail }) => mail.to.address.includes("noor"))
    .map(({ mail: { to, labels, subject, text } }) => ({
      to,
      language: labels.language,
      subject,
      text: text.replaceAll(/#\S+/g, ""),
    }));

const calledOffLate = async (world: TestWorld, start: string): Promise<string> => {
  const { code } = await aBookedAppointment(world, { start: at(start) });
  world.setNow(new Date(Date.parse(start) - 5 * 3_600_000).toISOString());
  await cancelAppointment(world, taxdome(world), { code, by: { actor: "customer", proven: true } });
  return code;
};

test("a second late cancellation shows both letters that go out: the cancellation, and what follows from it", async () => {
  const world = aWorld();
  await calledOffLate(world, "2026-12-10T09:00:00Z");
  const { code } = await aBookedAppointment(world, { start: at("2026-12-14T09:00:00Z") });
  world.setNow("2026-12-14T04:00:00.000Z");
  const items = structuredClone(world.table.all());
  const before = world.mails.length;
  const mails = seen(await previewCancel(world, taxdome(world), { code, by: onTheirWord }));
  expect([world.table.all(), world.mails.length]).toEqual([items, before]);
  await cancelAppointment(world, taxdome(world), { code, by: onTheirWord });
  expect(mails).toHaveLength(2);
  expect(sentSince(world, before)).toEqual(expect.arrayContaining([...mails]));
  expect(mails[1]?.text).toContain("14 juni 2027");
});

test("a move shows the mail about the change alone, and none of the reminders that come later", async () => {
  const world = aWorld();
  const { code } = await aBookedAppointment(world);
  const wish = { code, start: at("2026-12-14T09:00:00Z"), by: { actor: eva } };
  const mails = seen(await previewChange(world, taxdome(world), wish));
  expect(mails.map(({ subject }) => subject)).toEqual([expect.stringContaining("Gewijzigd")]);
});

test("a waiver shows the letter that says so, and none where nothing follows for the customer", async () => {
  const world = aWorld();
  const code = await calledOffLate(world, "2026-12-10T09:00:00Z");
  const waiver = { code, actor: eva, reason: "Our mail came late" };
  const before = world.mails.length;
  const mails = seen(await previewWaiver(world, taxdome(world), waiver));
  await waiveStrike(world, taxdome(world), waiver);
  expect(sentSince(world, before)).toEqual(mails);
  expect(mails).toHaveLength(1);
  expect(seen(await previewWaiver(world, taxdome(world), waiver))).toEqual([]);
});

test("a judgement shows its letter, in the language of whom it is about", async () => {
  const world = aWorld();
  await aBookedAppointment(world);
  const key = { pack: "taxdome", key: "judgement", fingerprint: "judgement" };
  const { id } = await anIncident(world);
  const verdict = {
    id,
    outcome: "warning",
    reason: "Heard",
    openBookings: "keep",
    by: "eva",
  } as const;
  const before = world.mails.length;
  const mails = seen(await previewConduct(world, taxdome(world), verdict));
  await judgeConduct(world, taxdome(world), verdict, key);
  expect(mails).toHaveLength(1);
  expect(sentSince(world, before)).toEqual(mails);
});
