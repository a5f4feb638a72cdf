import { day } from "#core/time.ts";
import type { Story } from "./story.ts";

export const waived: Story = {
  name: "waived",
  about:
    "The second no-show of a year is waived with a reason: the customer is told, and the next session is free to book.",
  play: async (scene) => {
    await scene.customerBooks({ ahead: 9 * day });
    await scene.customerConfirms();
    await scene.timePassesUntilItIsOver();
    await scene.staffRecord("no-show");
    await scene.customerBooks({ ahead: 9 * day });
    await scene.timePassesUntilItIsOver();
    await scene.staffRecord("no-show");
    await scene.customerIsRefused({ ahead: 9 * day }, "not-before");
    await scene.staffWaive("The link in our mail did not work");
    await scene.customerBooks({ ahead: 9 * day });
    await scene.timePassesUntilItIsOver();
    await scene.staffRecord("attended");
  },
};
