import { day } from "#core/time.ts";
import type { Story } from "./story.ts";

export const keptToPlan: Story = {
  name: "kept-to-plan",
  about:
    "A customer books nine days ahead and comes: every message goes out at its moment, and the request for feedback at the end.",
  play: async (scene) => {
    await scene.customerBooks({ ahead: 9 * day });
    await scene.timePassesUntil({ before: 0 });
    await scene.staffRecord("attended");
    await scene.timePassesUntilItIsOver();
  },
};
