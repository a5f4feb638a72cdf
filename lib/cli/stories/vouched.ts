import { day } from "#core/time.ts";
import type { Story } from "./story.ts";

export const vouched: Story = {
  name: "vouched",
  about:
    "Staff enter a customer's company with a licence that holds no sessions: none can be booked, until it has a better one.",
  play: async (scene) => {
    await scene.staffEnterLicence("without-sessions");
    await scene.customerIsRefused({ ahead: 9 * day }, "not-entitled");
    await scene.staffEnterLicence("with-sessions");
    await scene.customerBooks({ ahead: 9 * day });
    await scene.timePassesUntilItIsOver();
    await scene.staffRecord("attended");
  },
};
