import { instant } from "#core/time.ts";
import type { CaseStory } from "./story.ts";

/** Across Christmas, New Year and Epiphany, which Bavaria has. */
const defectClaim: CaseStory = {
  name: "defect-claim",
  pack: "expandit",
  about:
    "A claim about a defect is the board's; its fourteen days begin when the version is known, and end on a holiday in Bavaria: a day later.",
  start: instant("2026-12-21T09:00:00Z"),
  play: async (scene) => {
    const fields = { description: "The totals are wrong." };
    await scene.customerBrings({ kind: "complaint", topic: "defect", fields, region: "DE-BY" });
    await scene.timePassesTo("2026-12-22T09:00:00Z");
    await scene.staffDo("acknowledge", { text: "We are looking into it." });
    await scene.timePassesTo("2026-12-23T09:00:00Z");
    await scene.customerDoes("answer", { text: "Version 4.2." });
    await scene.timePassesTo("2026-12-23T10:00:00Z");
    await scene.staffDo("information-complete", { text: "Version 4.2." });
    await scene.timePassesTo("2027-01-05T09:00:00Z");
    await scene.staffDo("answer", { text: "A rounding mistake: version 4.3 corrects it." });
    await scene.timePassesTo("2027-01-05T10:00:00Z");
    await scene.staffDo("resolve", { text: "Version 4.3 is out." });
    await scene.timePassesUntilAsked();
    await scene.customerDoes("satisfaction", { satisfied: true });
  },
  ends: { milestones: { acknowledge: "kept", answer: "kept" }, alerts: 0 },
};

const callPassedOn: CaseStory = {
  name: "call-passed-on",
  pack: "expandit",
  about:
    "A call is the first contact's for four working hours of silence, then the second's, who answers it an hour before its 24 hours are over.",
  start: instant("2026-11-02T09:00:00Z"),
  play: async (scene) => {
    await scene.customerCalls("usage", { fields: { description: "Please call back." } });
    await scene.timePassesTo("2026-11-02T13:00:00Z");
    await scene.timePassesTo("2026-11-03T08:00:00Z");
    await scene.staffDo("answer", { text: "It is under Settings." }, "jonas");
    await scene.timePassesUntilAsked();
    await scene.customerDoes("satisfaction", { satisfied: true });
  },
  ends: { milestones: { "phone-answer": "kept" }, alerts: 0 },
};

const whileAway: CaseStory = {
  name: "while-away",
  pack: "expandit",
  about:
    "Nobody leaves for more than 8 hours without a stand-in. Whoever calls reaches the second contact, and whoever writes is told once who is there.",
  start: instant("2026-11-02T09:00:00Z"),
  play: async (scene) => {
    await scene.awayIsRefused({ person: "lena", hours: 48 }, "absence-unanswered");
    await scene.isAway({ person: "lena", hours: 48, standIn: "mara" });
    await scene.customerCalls("usage", { fields: { description: "Please call back." } });
    await scene.staffDo("assign", { to: "lena" }, "jonas");
    await scene.timePassesTo("2026-11-02T10:00:00Z");
    await scene.customerWrites("It is urgent.");
    await scene.customerWrites("Is somebody there?");
    await scene.timePassesTo("2026-11-02T12:00:00Z");
    await scene.staffDo("answer", { text: "I am there for Lena: it is under Settings." }, "mara");
    await scene.timePassesUntilAsked();
    await scene.customerDoes("satisfaction", { satisfied: true });
  },
  ends: { milestones: { "phone-answer": "kept" }, alerts: 0 },
};

const extraCost: CaseStory = {
  name: "extra-cost",
  pack: "expandit",
  about:
    "Work that no licence covers is told with its price: nothing is answered before the customer, who was reminded once, agrees.",
  start: instant("2026-11-02T09:00:00Z"),
  play: async (scene) => {
    const fields = { description: "Our invoices do not reach our bookkeeping." };
    await scene.customerBrings({ kind: "inquiry", topic: "support", fields });
    await scene.staffDo("clarify", {
      answers: { what: "An interface to their bookkeeping", why: "They enter each invoice twice" },
    });
    const text = "This interface is no part of your licence: two hours of work.";
    await scene.staffDo("cost-notice", { text, amount: "250.00", currency: "EUR" });
    await scene.staffAreRefused("answer", { text: "It is there." }, "cost-unanswered");
    await scene.timePassesTo("2026-11-05T16:01:00Z");
    await scene.customerAnswersCosts("accept");
    await scene.timePassesTo("2026-11-06T15:00:00Z");
    await scene.staffDo("answer", { text: "It is there: look under Interfaces." });
    await scene.timePassesUntilAsked();
    await scene.customerDoes("satisfaction", { satisfied: true });
  },
  ends: { milestones: { reply: "kept", "default-answer": "kept" }, alerts: 0 },
};

export const ofExpandit: readonly CaseStory[] = [extraCost, defectClaim, callPassedOn, whileAway];
