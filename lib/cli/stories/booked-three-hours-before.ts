import { hour } from "#core/time.ts";
import type { Story } from "./story.ts";

export const bookedThreeHoursBefore: Story = {
  name: "booked-three-hours-before",
  about:
    "A customer books three hours ahead: the reminders whose moment has passed are skipped, and stand as skipped.",
  play: async (scene) => {
    await scene.customerBooks({ ahead: 3 * hour });
    await scene.timePassesUntilItIsOver();
  },
};
