import { day, hour } from "#core/time.ts";
import type { Story } from "./story.ts";

export const movedTwice: Story = {
  name: "moved-twice",
  about:
    "A customer moves the session five days on, then four days back: each time has fresh messages, the old ones are void.",
  play: async (scene) => {
    await scene.customerBooks({ ahead: 9 * day });
    await scene.timePassesUntil({ before: 36 * hour });
    await scene.customerMoves({ later: 5 * day });
    await scene.timePassesUntil({ before: 120 * hour });
    await scene.customerMoves({ later: -4 * day });
    await scene.timePassesUntilItIsOver();
  },
};
