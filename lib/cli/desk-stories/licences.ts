import { instant } from "#core/time.ts";
import type { DeskStory } from "./story.ts";

export const licences: DeskStory = {
  name: "licences",
  pack: "taxdome",
  about:
    "An account changes its licence, and staff read what it has now, what it has not, and by which clause.",
  start: instant("2026-12-01T08:00:00Z"),
  play: async (desk) => {
    await desk.staffAreRefused({ licence: "platinum", users: 3 }, "unknown-licence");
    await desk.staffEnterAccount({ licence: "essentials", users: 3 });
    await desk.accountHas(["chat", "help-centre"], ["inbox", "sessions"]);
    await desk.staffEnterAccount({ licence: "pro", users: 3 });
    await desk.accountHas(["chat", "help-centre", "sessions"], []);
  },
};
