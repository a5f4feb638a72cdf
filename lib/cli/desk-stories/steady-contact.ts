import { instant } from "#core/time.ts";
import type { DeskStory } from "./story.ts";

/** Thirty days from one contact to the next, and five working days in which to have it. */
export const steadyContact: DeskStory = {
  name: "steady-contact",
  pack: "expandit",
  about:
    "Contact with a partner comes due every thirty days: a task a week ahead, a meeting that begins the time anew, and one alert when nobody calls.",
  start: instant("2026-11-02T09:00:00Z"),
  play: async (desk) => {
    await desk.staffEnterAccount({ licence: "standard", users: 12 });
    await desk.contactIsKept("partner", "Lena");
    await desk.contactStands("open 2026-12-02");
    await desk.timePassesTo("2026-11-25T08:06:00Z");
    await desk.contactStands("open 2026-12-02");
    await desk.meetingTakesPlace("Ms Kranz", 3);
    await desk.contactStands("open 2026-12-28");
    await desk.timePassesTo("2027-01-04T09:00:00Z");
    await desk.contactStands("missed 2026-12-28");
    await desk.alertsWere(1);
    await desk.contactIsMade("phone", "Lena");
    await desk.contactStands("open 2027-02-03");
    await desk.alertsWere(1);
  },
};
