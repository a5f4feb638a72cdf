import { createClockView } from "./clock-view.ts";
import { createExecutions } from "./executions.ts";
import { createLetters } from "./letters.ts";
import { part } from "./part.ts";
import { watch } from "./watch.ts";
import { createWorld, type Glance } from "./world.ts";

const world = createWorld((...request) => fetch(...request));
const clock = createClockView(world, world.glance);
const executions = createExecutions(world);
const letters = createLetters(world);
const outcome = part("outcome");

const away = "The world does not answer; it is asked again every second.";

const changed = async (now: Glance, before: Glance | undefined): Promise<void> => {
  if (outcome.textContent === away) outcome.textContent = "";
  clock.show(now);
  if (now.sent !== before?.sent) await letters.refresh();
  if (now.steps !== before?.steps) clock.expect(await executions.refresh());
};

/** A second at least; nobody looks at a page in the background. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (document.hidden) setTimeout(look, 1000);
      else resolve();
    };
    setTimeout(look, 1000);
  });

void watch({ glance: world.glance, changed, away: () => void (outcome.textContent = away) }, pause);
