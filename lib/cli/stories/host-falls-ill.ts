import { day, hour } from "#core/time.ts";
import type { Story } from "./story.ts";

export const hostFallsIll: Story = {
  name: "host-falls-ill",
  about:
    "The host falls ill and staff cancel two hours before: the customer is told at once, and nothing counts against them.",
  play: async (scene) => {
    await scene.customerBooks({ ahead: 9 * day });
    await scene.timePassesUntil({ before: 2 * hour });
    await scene.staffCancel("The host has fallen ill");
    await scene.timePassesUntilItIsOver();
  },
};
