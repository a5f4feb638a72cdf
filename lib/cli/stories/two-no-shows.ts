import { day } from "#core/time.ts";
import type { Story } from "./story.ts";

export const twoNoShows: Story = {
  name: "two-no-shows",
  about:
    "A customer stays away twice in a year: a warning, then no third session before six months have passed, then one again.",
  play: async (scene) => {
    await scene.customerBooks({ ahead: 9 * day });
    await scene.customerConfirms();
    await scene.timePassesUntilItIsOver();
    await scene.staffRecord("no-show");
    await scene.customerBooks({ ahead: 9 * day });
    await scene.timePassesUntilItIsOver();
    await scene.staffRecord("no-show");
    await scene.customerIsRefused({ ahead: 9 * day }, "not-before");
    await scene.timePasses(184 * day);
    await scene.customerBooks({ ahead: 9 * day });
    await scene.timePassesUntilItIsOver();
    await scene.staffRecord("attended");
  },
};
