import { calendarDate } from "#core/calendar.ts";
import { instant } from "#core/time.ts";
import type { CaseStory } from "./story.ts";

/** Across the King's birthday, Ascension and Whit Monday. */
const planSlips: CaseStory = {
  name: "plan-slips",
  pack: "bnc",
  about:
    "A plan names a date, which moves once with a reason and in time, and then passes: a third date is refused, and the answer is late.",
  start: instant("2027-04-20T08:00:00Z"),
  play: async (scene) => {
    await scene.customerBrings({ kind: "complaint", fields: { description: "Nobody calls me back." } });
    await scene.timePassesTo("2027-04-21T08:00:00Z");
    await scene.staffDo("acknowledge", { text: "We have your complaint." });
    await scene.timePassesTo("2027-04-26T08:00:00Z");
    await scene.staffDo("plan", { text: "You get one person to talk to.", by: calendarDate("2027-05-14") });
    await scene.timePassesTo("2027-05-03T08:00:00Z");
    await scene.staffDo("update", { text: "We have found somebody." });
    await scene.timePassesTo("2027-05-12T08:00:00Z");
    await scene.staffDo("extend", {
      reason: "She begins a week later.",
      newDate: calendarDate("2027-05-21"),
    });
    await scene.timePassesTo("2027-05-24T08:00:00Z");
    const later = { reason: "One week more.", newDate: calendarDate("2027-05-28") };
    await scene.staffAreRefused("extend", later, "too-late-to-extend");
    await scene.staffDo("resolve", { text: "From today on you have one person to talk to." });
    await scene.timePassesUntilAsked();
    await scene.customerDoes("satisfaction", { satisfied: false, text: "It took long." });
  },
  ends: { milestones: { acknowledge: "kept", plan: "kept", update: "kept", resolve: "late" }, alerts: 1 },
};

/** Across the weekend in which summer time ends. */
const wasAComplaint: CaseStory = {
  name: "incident-was-a-complaint",
  pack: "bnc",
  about:
    "What reads like a disturbance is an incident for an hour, then a complaint: its dates count from the same receipt, in its own machine.",
  start: instant("2026-10-23T13:00:00Z"),
  play: async (scene) => {
    await scene.customerBrings({ fields: { description: "Outage: nobody tells me how long." } });
    await scene.timePassesTo("2026-10-23T14:00:00Z");
    await scene.staffDo("classify", { kind: "complaint", text: "It is about not being told." });
    await scene.timePassesTo("2026-10-26T09:00:00Z");
    await scene.staffDo("acknowledge", { text: "We have your complaint." });
    await scene.timePassesTo("2026-10-29T09:00:00Z");
    await scene.staffDo("plan", {
      text: "You will be told within the hour.",
      by: calendarDate("2026-11-06"),
    });
    await scene.timePassesTo("2026-11-04T09:00:00Z");
    await scene.staffDo("update", { text: "The list of addresses is ready." });
    await scene.timePassesTo("2026-11-05T09:00:00Z");
    await scene.staffDo("resolve", { text: "You are on the list." });
    await scene.timePassesUntilAsked();
  },
  ends: { milestones: { acknowledge: "kept", plan: "kept", update: "kept", resolve: "kept" }, alerts: 0 },
};

const wasAnIncident: CaseStory = {
  name: "complaint-was-an-incident",
  pack: "bnc",
  about:
    "A complaint turns out to be an incident: what was acknowledged stays so, and two working days from receipt remain.",
  start: instant("2026-11-02T09:00:00Z"),
  play: async (scene) => {
    await scene.customerBrings({ kind: "complaint", fields: { description: "The reports are empty." } });
    await scene.timePassesTo("2026-11-02T12:00:00Z");
    await scene.staffDo("acknowledge", { text: "We have your complaint." });
    await scene.timePassesTo("2026-11-03T09:00:00Z");
    await scene.staffDo("classify", { kind: "incident", text: "A job stands still." });
    await scene.timePassesTo("2026-11-03T15:00:00Z");
    await scene.staffDo("resolve", { text: "The job runs again." });
    await scene.timePassesUntilAsked();
  },
  ends: { milestones: { acknowledge: "kept", resolve: "kept" }, alerts: 0 },
};

export const ofBnc: readonly CaseStory[] = [planSlips, wasAComplaint, wasAnIncident];
