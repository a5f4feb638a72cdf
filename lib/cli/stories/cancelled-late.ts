import { day, hour } from "#core/time.ts";
import type { Story } from "./story.ts";

export const cancelledLate: Story = {
  name: "cancelled-late",
  about: "A customer cancels five hours before: it works and frees the slot, and is recorded as late.",
  play: async (scene) => {
    await scene.customerBooks({ ahead: 9 * day });
    await scene.timePassesUntil({ before: 5 * hour });
    await scene.customerCancels();
    await scene.timePassesUntilItIsOver();
  },
};
