import { describe, expect, it } from "vitest";
import type { Answer } from "../../../web/link/client.ts";
import type { Link, Press, Slot } from "../../../web/link/link.ts";
import { createLinkPage } from "../../../web/link/link-page.ts";
import { momentsIn } from "../../../web/link/moment.ts";
import type { Open, Page } from "../../../web/link/state.ts";
import { aLink, aSlot } from "./fixtures.ts";

/** A page whose API says what the test says; what is not said is a session that stands as booked. */
const aPage = (wanted: string | null = null) => {
  const says = {
    looks: [] as Answer<Link>[],
    answers: [] as Answer<Link>[],
    slots: (_from: string): Slot[] | Promise<Slot[]> => [
      aSlot("2026-12-11T09:00Z"),
      aSlot("2026-12-11T10:00Z"),
    ],
  };
  const pressed: { version: number; press: Press }[] = [];
  const spans: string[] = [];
  const shown: Page[] = [];
  const page = createLinkPage({
    client: {
      look: async () => says.looks.shift() ?? { found: aLink() },
      press: async ({ version }, press) => {
        pressed.push({ version, press });
        return says.answers.shift() ?? { found: aLink({ version: version + 1 }) };
      },
      slots: async (_, from, to) => {
        spans.push(`${from}/${to}`);
        return { found: await says.slots(from) };
      },
    },
    wanted,
    momentsOf: ({ timeZone }) => momentsIn("en", timeZone),
    show: (next) => void shown.push(next),
    wait: () => {},
  });
  const now = () => shown.at(-1) as Open;
  const times = () => {
    const { panel } = now();
    return panel.shows === "change" && typeof panel.free === "object"
      ? panel.free.days.flatMap((day) => day.times)
      : [];
  };
  return { page, says, pressed, spans, now, times };
};

describe("opening a link", () => {
  it.each([null, "change", "cancel", "confirm", "nonsense"])(
    "presses nothing, whatever the mail's button says: %s",
    async (wanted) => {
      const { page, pressed, now } = aPage(wanted);
      await page.again();
      expect(now().panel.shows).toBe(wanted === "change" || wanted === "cancel" ? wanted : "nothing");
      expect(pressed).toEqual([]);
    },
  );

  it("shows no panel for what can no longer be done", async () => {
    const { page, says, now } = aPage("cancel");
    says.looks = [{ found: aLink({ status: "cancelled", actions: [] }) }];
    await page.again();
    expect(now().panel.shows).toBe("nothing");
  });

  it("says that a link is not valid, or that nobody answers, and then tries again when asked", async () => {
    const { page, says, now } = aPage();
    says.looks = [{ failed: "invalid" }, { failed: "away" }];
    await page.again();
    expect(now()).toEqual({ at: "shut", why: "invalid" });
    await page.again();
    expect(now()).toEqual({ at: "shut", why: "away" });
    await page.again();
    expect(now().at).toBe("open");
  });
});

describe("pressing", () => {
  it("cancels what was shown, and shows how it stands then", async () => {
    const { page, pressed, now } = aPage();
    await page.again();
    await page.open("cancel");
    expect(pressed).toEqual([]);
    await page.press({ action: "cancel" });
    expect(pressed).toEqual([{ version: 1, press: { action: "cancel" } }]);
    expect(now()).toMatchObject({ link: { version: 2 }, panel: { shows: "nothing" }, said: "didCancel" });
  });

  it("twice in a hurry is once", async () => {
    const { page, pressed } = aPage();
    await page.again();
    await Promise.all([page.press({ action: "confirm" }), page.press({ action: "confirm" })]);
    expect(pressed).toHaveLength(1);
  });

  it("shows what is now when it has changed meanwhile", async () => {
    const { page, says, now } = aPage("cancel");
    await page.again();
    says.answers = [{ failed: "changed-meanwhile" }];
    says.looks = [{ found: aLink({ version: 2 }) }];
    await page.press({ action: "cancel" });
    expect(now()).toMatchObject({
      link: { version: 2 },
      panel: { shows: "nothing" },
      said: "changed-meanwhile",
    });
  });

  it("keeps what was chosen when nobody answers, and shows a change whose answer got lost", async () => {
    const { page, says, now, times } = aPage("change");
    await page.again();
    const [first] = times();
    page.choose(first!);
    says.answers = [{ failed: "away" }, { failed: "away" }];
    says.looks = [{ failed: "away" }, { found: aLink({ version: 2 }) }];
    const press = { action: "change", start: first!.start } as const;
    await page.press(press);
    expect(now()).toMatchObject({ said: "away", panel: { shows: "change", chosen: first } });
    await page.press(press);
    expect(now()).toMatchObject({
      link: { version: 2 },
      panel: { shows: "nothing" },
      said: "changed-meanwhile",
    });
  });

  it("offers the nearest times when somebody else was faster", async () => {
    const { page, says, spans, now, times } = aPage("change");
    await page.again();
    page.choose(times()[0]!);
    says.answers = [{ failed: "slot-taken" }];
    await page.press({ action: "change", start: "2026-12-11T09:00:00.000Z" });
    expect(now()).toMatchObject({ said: "slot-taken", panel: { shows: "change", free: { nearest: true } } });
    expect(now().panel).not.toHaveProperty("chosen");
    expect(spans.at(-1)).toBe("2026-12-04/2026-12-18");
  });

  it("says once that it is too late, and offers nothing more", async () => {
    const { page, says, now } = aPage("cancel");
    await page.again();
    says.answers = [{ failed: "already-over" }];
    says.looks = [{ found: aLink({ actions: [] }) }];
    await page.press({ action: "cancel" });
    expect(now()).toMatchObject({ said: "already-over", panel: { shows: "nothing" }, link: { actions: [] } });
  });
});

describe("choosing another time", () => {
  it("starts from the session's own day, and goes on after the last day shown", async () => {
    const { page, spans } = aPage("change");
    await page.again();
    await page.later();
    await page.from("2027-01-30");
    expect(spans).toEqual(["2026-12-10/2026-12-24", "2026-12-12/2026-12-26", "2027-01-30/2027-02-13"]);
  });

  it("shows the nearest times where none are free from that day on", async () => {
    const { page, says, now, times } = aPage("change");
    says.slots = (from) => (from < "2026-12-01" ? [aSlot("2026-12-03T09:00Z")] : []);
    await page.again();
    expect(now().panel).toMatchObject({ free: { nearest: true } });
    expect(times().map(({ start }) => start)).toEqual(["2026-12-03T09:00:00.000Z"]);
  });

  it("throws away the times of a day that is no longer asked for", async () => {
    const { page, says, now } = aPage("change");
    await page.again();
    const { promise: answered, resolve: answer } = Promise.withResolvers<Slot[]>();
    says.slots = (from) => (from === "2026-12-20" ? answered : [aSlot(`${from}T09:00Z`)]);
    const first = page.from("2026-12-20");
    await page.from("2026-12-21");
    answer([aSlot("2026-12-20T09:00Z")]);
    await first;
    expect(now().panel).toMatchObject({ from: "2026-12-21", free: { days: [{ date: "2026-12-21" }] } });
  });

  it("looks again before it says what a button means", async () => {
    const { page, says, now } = aPage();
    await page.again();
    const late = { atLeast: "PT24H", until: "2026-12-09T09:00:00.000Z", now: "late" } as const;
    says.looks = [{ found: aLink({ notice: late }) }, { found: aLink({ version: 2 }) }];
    await page.open("cancel");
    expect(now()).toMatchObject({ link: { notice: late }, panel: { shows: "cancel" } });
    await page.open("change");
    expect(now()).toMatchObject({ link: { version: 2 }, said: "changed-meanwhile" });
    page.back();
    expect(now()).toMatchObject({ panel: { shows: "nothing" } });
  });
});
