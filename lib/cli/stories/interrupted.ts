import { day, minute } from "#core/time.ts";
import type { Story } from "./story.ts";

export const interrupted: Story = {
  name: "interrupted",
  about: "The connection fails, and after more than five minutes of silence the host breaks the session off.",
  play: async (scene) => {
    await scene.customerBooks({ ahead: 9 * day });
    await scene.timePassesUntil({ before: 0 });
    await scene.timePasses(20 * minute);
    await scene.staffNoteSilence();
    await scene.timePasses(6 * minute);
    await scene.staffRecord("interrupted");
    await scene.timePassesUntilItIsOver();
  },
};
