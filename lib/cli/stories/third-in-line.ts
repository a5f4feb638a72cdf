import { day, hour } from "#core/time.ts";
import type { Story } from "./story.ts";

export const thirdInLine: Story = {
  name: "third-in-line",
  about:
    "A customer gives a session back; of three who wait for one like it two keep silent, and the third takes it.",
  play: async (scene) => {
    await scene.customerBooks({ ahead: 9 * day });
    await scene.othersWait(3);
    await scene.timePassesUntil({ before: 60 * hour });
    await scene.customerCancels();
    await scene.takenByPlace(3);
    await scene.timePassesUntilItIsOver();
  },
};
