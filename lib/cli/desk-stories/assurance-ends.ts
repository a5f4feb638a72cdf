import { calendarDate } from "#core/calendar.ts";
import { instant } from "#core/time.ts";
import type { DeskStory } from "./story.ts";

/** The last day counts whole, by the clock in Berlin. */
export const assuranceEnds: DeskStory = {
  name: "assurance-ends",
  pack: "expandit",
  about:
    "A partner's Software Assurance ends: up to its last second an upgrade costs the difference, a second later portals, hotfixes and protection are gone.",
  start: instant("2026-11-02T09:00:00Z"),
  play: async (desk) => {
    const assurances = [{ customer: "Möbel Kranz", until: calendarDate("2026-11-30") }];
    const facts = { licence: "standard", users: 12, level: "basic", currentSoftware: true, assurances };
    await desk.staffAreRefused({ ...facts, level: "golden" }, "unknown-level");
    await desk.staffEnterAccount(facts);
    await desk.accountHas(["partner-portal", "hotfixes", "investment-protection"], ["source-escrow"]);
    await desk.staffEnterAccount({ ...facts, escrow: { checkedOn: calendarDate("2026-11-03") } });
    await desk.timePassesTo("2026-11-30T22:59:59Z");
    await desk.accountHas(["partner-portal", "hotfixes", "source-escrow"], []);
    await desk.upgradesCost(["extended 1500.00 EUR", "full 4000.00 EUR"]);
    await desk.timePassesTo("2026-11-30T23:00:00Z");
    await desk.accountHas([], ["partner-portal", "hotfixes", "licence-mobility", "source-escrow"]);
    await desk.upgradesCost(["extended 2500.00 EUR", "full 5000.00 EUR"]);
  },
};
