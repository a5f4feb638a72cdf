import { describe, expect, test } from "vitest";
import { isRefusal } from "#core/errors.ts";
import type { Arrival } from "#core/meeting/meeting.ts";
import { meetingView } from "#core/meeting/meeting.ts";
import { parseInstant } from "#core/time.ts";
import { readRelation } from "#steps/contact/change-relation.ts";
import { readMeeting } from "#steps/meeting/change-meeting.ts";
import { cancelMeeting, planMeeting, recordMeeting } from "#steps/meeting/meeting.ts";
import { sweep } from "#steps/sweep.ts";
import { openTasks } from "#steps/tasks.ts";
import type { CaseWorld } from "../../builders/case.ts";
import { aPartnerWorld, asked, entered, lena, refused } from "./a-partner.ts";

const moment = (text: string) => {
  const read = parseInstant(text);
  if (read === undefined) throw new Error(text);
  return read;
};

/** On Thursday 5 November at 14:00 in Berlin. */
const begins = moment("2026-11-05T13:00:00.000Z");
const facts = {
  account: "vega",
  at: begins,
  place: "Room 2",
  guest: { name: "Petra Vega", email: "petra@vega.example" },
  host: lena,
  language: "es",
  timeZone: "Europe/Madrid",
} as const;

const aMeeting = async (at = begins) => {
  const world = await aPartnerWorld();
  await entered(world);
  const meeting = await planMeeting(world, world.deployed, { ...facts, at }, asked(world));
  if (isRefusal(meeting)) throw new Error(meeting.refused);
  return { world, code: meeting.code };
};

const record = (world: CaseWorld, code: string, arrivals: readonly Arrival[], key?: string) =>
  recordMeeting(world, world.deployed, code, arrivals, asked(world, "vega", key));

const sweepAt = async (world: CaseWorld, when: string): Promise<void> => {
  world.setNow(when);
  await sweep(world);
  await sweep(world);
};

const sent = (world: CaseWorld) =>
  [...world.mails, ...world.staffMails].map(({ mail }) => `${mail.labels.kind} to ${mail.to.address}`);

describe("a meeting that staff register", () => {
  test("is called to mind a day before, to guest and host in their own languages, once", async () => {
    const { world } = await aMeeting();
    await sweepAt(world, "2026-11-04T12:59:59.000Z");
    expect(sent(world)).toEqual([]);
    await sweepAt(world, "2026-11-04T13:00:00.000Z");
    await sweepAt(world, "2026-11-05T12:00:00.000Z");
    expect(sent(world)).toEqual([
      "meeting-reminder to petra@vega.example",
      "staff-meeting-reminder to lena@expandit.com",
    ]);
    expect(world.mails[0]?.mail.text).toMatch(/jueves, 5 de noviembre de 2026.*14:00/);
    expect(world.staffMails[0]?.mail.subject).toContain("Petra Vega");
  });

  test("has no reminder when it is agreed within that day, nor once it has begun or was called off", async () => {
    const soon = await aMeeting(moment("2026-11-03T09:00:00.000Z"));
    await sweepAt(soon.world, "2026-11-03T08:00:00.000Z");
    expect(sent(soon.world)).toEqual([]);
    const outage = await aMeeting();
    await sweepAt(outage.world, begins);
    expect(sent(outage.world)).toEqual([]);
    const { world, code } = await aMeeting();
    await cancelMeeting(world, world.deployed, code, asked(world));
    await sweepAt(world, "2026-11-04T13:00:00.000Z");
    expect(sent(world)).toEqual([]);
    expect(await openTasks(world, "expandit")).toEqual([]);
  });

  test("records who was on time: five minutes late still is, and a second more is not", async () => {
    const { world, code } = await aMeeting();
    world.setNow("2026-11-05T14:00:00.000Z");
    await record(world, code, [
      { name: "Petra Vega", side: "guest", arrivedAt: moment("2026-11-05T13:05:00.000Z") },
      { name: "Lena Brandt", side: "host", arrivedAt: moment("2026-11-05T13:05:01.000Z") },
      { name: "Jonas", side: "host" },
    ]);
    const meeting = await readMeeting(world, "expandit", code);
    expect(meeting && meetingView(meeting)).toMatchObject({
      status: "recorded",
      arrivals: [
        { name: "Petra Vega", onTime: true },
        { name: "Lena Brandt", onTime: false },
        { name: "Jonas", onTime: false },
      ],
    });
    expect(await refused(record(world, code, [{ name: "Petra", side: "guest" }]))).toBe("already-done");
  });

  test("counts as a contact where the guest came, once, and as none where nobody did", async () => {
    const { world, code } = await aMeeting();
    world.setNow("2026-11-05T14:00:00.000Z");
    const came = [{ name: "Petra Vega", side: "guest", arrivedAt: begins }] as const;
    await Promise.all([record(world, code, came, "once"), record(world, code, came, "once")]);
    await record(world, code, came, "once");
    expect(await readRelation(world, "expandit", "vega")).toMatchObject({
      version: 2,
      since: begins,
      lastContact: { how: "meeting", at: begins },
    });
    const empty = await aMeeting();
    empty.world.setNow("2026-11-05T14:00:00.000Z");
    await record(empty.world, empty.code, [{ name: "Petra Vega", side: "guest" }]);
    expect(await readRelation(empty.world, "expandit", "vega")).toMatchObject({ version: 1 });
  });

  test("is asked about an hour after it began, until somebody says who came", async () => {
    const { world, code } = await aMeeting();
    await sweepAt(world, "2026-11-04T13:00:00.000Z");
    await sweepAt(world, "2026-11-05T13:59:59.000Z");
    expect(await openTasks(world, "expandit")).toEqual([]);
    await sweepAt(world, "2026-11-05T14:00:00.000Z");
    expect(await openTasks(world, "expandit")).toMatchObject([
      { what: "meeting-unrecorded", for: "Lena Brandt" },
    ]);
    await record(world, code, [{ name: "Petra Vega", side: "guest", arrivedAt: begins }]);
    expect(await openTasks(world, "expandit")).toEqual([]);
  });

  test("is not recorded before it begins, not called off once it has, and not planned in the past", async () => {
    const { world, code } = await aMeeting();
    world.setNow("2026-11-05T12:59:59.000Z");
    expect(await refused(record(world, code, [{ name: "Petra", side: "guest" }]))).toBe("too-early");
    world.setNow(begins);
    expect(await refused(cancelMeeting(world, world.deployed, code, asked(world)))).toBe("already-over");
    expect(await refused(planMeeting(world, world.deployed, facts, asked(world)))).toBe("date-in-past");
    expect(await refused(record(world, "NONE", []))).toBe("not-found");
    const elsewhere = { ...facts, account: "nobody", at: moment("2026-12-01T09:00:00.000Z") };
    expect(await refused(planMeeting(world, world.deployed, elsewhere, asked(world)))).toBe("not-found");
  });

  test("that is sent twice is one meeting, and nothing personal stands in its entries", async () => {
    const { world } = await aMeeting();
    const by = asked(world, "vega", "one-meeting");
    const [one, other] = await Promise.all([
      planMeeting(world, world.deployed, facts, by),
      planMeeting(world, world.deployed, facts, by),
    ]);
    expect(one).toMatchObject({ code: (other as { code: string }).code });
    const entries = world.table.all().filter(({ type }) => type === "change");
    expect(JSON.stringify(entries)).not.toMatch(/Petra|petra@|lena@/);
  });
});
