import { describe, expect, test } from "vitest";
import { instant } from "#core/time.ts";
import { countMails } from "#steps/mail/count.ts";
import { takeMail } from "#steps/mail/take.ts";
import { aMailRoom, anArrival } from "./arriving.ts";

const morning = instant("2026-12-02T03:00:00.000Z");
const received = (at: string) => ({ receivedAt: instant(at) });

describe("the count of a day", () => {
  test("finds each mail of yesterday among what became of them", async () => {
    const { ports, store } = aMailRoom();
    for (const id of ["m1", "m2"]) {
      store(id);
      await takeMail(ports, anArrival(id));
    }
    expect(await countMails(ports, morning)).toEqual({
      day: "2026-12-01",
      raw: 2,
      cases: 0,
      replies: 0,
      quarantine: 2,
      unsettled: 0,
      unregistered: 0,
      difference: 0,
    });
  });

  test("tells one that nobody announced, and one that nobody could read", async () => {
    const { ports, store } = aMailRoom(() => {
      throw new Error("out of memory");
    });
    store("never-announced");
    store("unreadable");
    await takeMail(ports, anArrival("unreadable")).catch(() => undefined);
    const counted = await countMails(ports, morning);
    expect(counted).toMatchObject({ raw: 2, unsettled: 1, unregistered: 1, difference: 2 });
  });

  test("is of one UTC day: the first moment belongs to it, that of the next does not", async () => {
    const { ports, store } = aMailRoom();
    const stored = {
      before: "2026-11-30T23:59:59.999Z",
      first: "2026-12-01T00:00:00.000Z",
      last: "2026-12-01T23:59:59.999Z",
      after: "2026-12-02T00:00:00.000Z",
    };
    for (const [id, at] of Object.entries(stored)) store(id, at);
    expect(await countMails(ports, morning)).toMatchObject({ raw: 2, unregistered: 2 });
  });

  test("finds a mail that was received a moment before midnight, and stored after it", async () => {
    const { ports, store } = aMailRoom();
    store("m1", "2026-12-01T00:00:00.500Z");
    await takeMail(ports, anArrival("m1", received("2026-11-30T23:59:59.900Z")));
    expect(await countMails(ports, morning)).toMatchObject({ raw: 1, quarantine: 1, difference: 0 });
  });
});
