import { calendarDate } from "#core/calendar.ts";
import { instant } from "#core/time.ts";
import type { CaseStory } from "./story.ts";

const inverter = { model: "SG10RT", serialNumber: "A-17", description: "No output since Sunday" };
const aProduct = { kind: "complaint", topic: "product", fields: inverter } as const;

/** Across Christmas and New Year. */
const kept: CaseStory = {
  name: "kept",
  pack: "solar",
  about:
    "A complaint in December is acknowledged, told of and resolved in time: Christmas and New Year count for nothing.",
  start: instant("2026-12-01T08:00:00Z"),
  play: async (scene) => {
    await scene.customerBrings(aProduct);
    await scene.timePassesTo("2026-12-03T09:00:00Z");
    await scene.staffDo("acknowledge", { text: "We are looking into it." });
    await scene.timePassesTo("2026-12-14T09:00:00Z");
    await scene.staffDo("update", { text: "The part has been ordered." });
    await scene.timePassesTo("2026-12-28T09:00:00Z");
    await scene.staffDo("resolve", { text: "The inverter was replaced." });
    await scene.timePassesUntilAsked();
    await scene.customerDoes("satisfaction", { satisfied: true });
  },
  ends: { milestones: { acknowledge: "kept", update: "kept", resolve: "kept" }, alerts: 0 },
};

/** Across Good Friday, which Catalonia has and the Netherlands have not, Easter Monday and the change to summer time. */
const extended: CaseStory = {
  name: "extended",
  pack: "solar",
  about:
    "A customer in Catalonia hears on working day 29, with the reason, that day 30 cannot be met: a new date, and that one is kept.",
  start: instant("2027-03-01T09:00:00Z"),
  play: async (scene) => {
    await scene.customerBrings({ ...aProduct, region: "ES-CT" });
    await scene.timePassesTo("2027-03-08T10:00:00Z");
    await scene.staffDo("acknowledge", { text: "We are looking into it." });
    await scene.timePassesTo("2027-03-22T10:00:00Z");
    await scene.staffDo("update", { text: "The part has been ordered." });
    await scene.timePassesTo("2027-04-13T09:00:00Z");
    const later = { reason: "The maker delivers a week late.", newDate: calendarDate("2027-04-23") };
    await scene.staffDo("extend", later);
    await scene.timePassesTo("2027-04-22T09:00:00Z");
    await scene.staffDo("resolve", { text: "The inverter was replaced." });
    await scene.timePassesUntilAsked();
  },
  ends: { milestones: { acknowledge: "kept", update: "kept", resolve: "kept" }, alerts: 0 },
};

/** Across the 11th of September in Catalonia, and the 12th of October in Spain. */
const acknowledgedLate: CaseStory = {
  name: "acknowledged-on-day-17",
  pack: "solar",
  about:
    "Nobody acknowledges a complaint from Catalonia before working day 17: three levels hear of it, each once; what follows is in time.",
  start: instant("2026-09-02T08:00:00Z"),
  play: async (scene) => {
    await scene.customerBrings({ ...aProduct, region: "ES-CT" });
    await scene.timePassesTo("2026-09-28T08:00:00Z");
    await scene.staffDo("acknowledge", { text: "We are sorry: this comes late." });
    await scene.timePassesTo("2026-10-09T08:00:00Z");
    await scene.staffDo("update", { text: "The part has been ordered." });
    await scene.timePassesTo("2026-10-14T08:00:00Z");
    await scene.staffDo("resolve", { text: "The inverter was replaced." });
    await scene.timePassesUntilAsked();
  },
  ends: { milestones: { acknowledge: "late", update: "kept", resolve: "kept" }, alerts: 3 },
};

/** Across the end of summer time. */
const escalated: CaseStory = {
  name: "escalated",
  pack: "solar",
  about:
    "A customer does not accept that a complaint cannot be resolved: somebody else looks at it, never the one who declined, and finds a way.",
  start: instant("2026-10-12T08:00:00Z"),
  play: async (scene) => {
    await scene.customerBrings(aProduct);
    await scene.timePassesTo("2026-10-14T09:00:00Z");
    await scene.staffDo("acknowledge", { text: "We are looking into it." });
    await scene.timePassesTo("2026-10-22T09:00:00Z");
    const declined = {
      findings: "Water in the housing.",
      reasons: "No warranty covers it.",
      next: "A repair.",
    };
    await scene.staffDo("decline", declined);
    await scene.timePassesTo("2026-10-24T10:00:00Z");
    await scene.customerDoes("escalate", { text: "I would like somebody else to look at it." });
    await scene.staffAreRefused("assign", { to: "sanne" }, "not-offered");
    await scene.timePassesTo("2026-10-30T10:00:00Z");
    await scene.staffDo("update", { text: "The housing had a crack." }, "joost");
    await scene.timePassesTo("2026-11-10T10:00:00Z");
    await scene.staffDo("resolve", { text: "You get another inverter." }, "joost");
    await scene.timePassesUntilAsked();
  },
  ends: { milestones: { acknowledge: "kept", update: "kept", resolve: "kept" }, alerts: 0 },
};

export const ofSolar: readonly CaseStory[] = [kept, extended, acknowledgedLate, escalated];
