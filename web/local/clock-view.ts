import { button } from "../element.ts";
import { timeZone, wholeMoment } from "./moment.ts";
import { part } from "./part.ts";
import type { Execution, Glance, World } from "./world.ts";

export interface ClockView {
  show(glance: Glance): void;
  /** What the executions wait for tells what comes next. */
  expect(executions: readonly Execution[]): void;
}

const lengths = [
  ["An hour on", { advance: "PT1H" }],
  ["A day on", { advance: "P1D" }],
  ["A week on", { advance: "P7D" }],
  ["To the next event", { to: "next" }],
] as const;

/** The clock, with a button for each length; while it turns, a press waits for its turn. */
export const createClockView = (world: World, glanceNow: () => Promise<Glance>): ClockView => {
  const [now, next, outcome, turn] = [part("now"), part("next"), part("outcome"), part("turn")];
  let waiting: readonly Execution[] = [];
  let shown: Glance | undefined;

  const pass = async (much: Parameters<World["pass"]>[0]): Promise<void> => {
    if (turn.getAttribute("aria-busy") === "true") return;
    turn.setAttribute("aria-busy", "true");
    outcome.textContent = "";
    const before = shown?.sent ?? 0;
    try {
      await world.pass(much);
      const after = await glanceNow();
      show(after);
      outcome.textContent = `It is ${wholeMoment(after.now)}. ${sentence(after.sent - before)}`;
    } catch {
      outcome.textContent = "The world did not take that. Is it running?";
    }
    turn.setAttribute("aria-busy", "false");
  };

  const show = (glance: Glance): void => {
    shown = glance;
    draw();
  };
  turn.replaceChildren(...lengths.map(([name, much]) => button(name, () => pass(much))));
  const draw = (): void => {
    if (shown === undefined) return;
    now.textContent = `${wholeMoment(shown.now)} (${timeZone})`;
    now.setAttribute("datetime", shown.now);
    next.textContent = nextWait(waiting);
  };
  return {
    show,
    expect: (executions) => {
      waiting = executions;
      draw();
    },
  };
};

const sentence = (sent: number): string => {
  if (sent === 0) return "Nothing was sent.";
  return sent === 1 ? "One message was sent." : `${sent} messages were sent.`;
};

/** What executions wait for; the sweeper may find something to do before. */
const nextWait = (executions: readonly Execution[]): string => {
  const waits = executions.flatMap(({ name, at }) =>
    at?.until === undefined ? [] : [{ until: at.until, what: `${name}: ${at.state}` }],
  );
  const [first, ...rest] = waits.toSorted((one, other) => (one.until < other.until ? -1 : 1));
  if (first === undefined) return "No execution waits for a moment.";
  const same = rest.filter(({ until }) => until === first.until).length;
  const others = same === 0 ? "" : ` and ${same} more`;
  return `The next wait ends on ${wholeMoment(first.until)} (${first.what}${others}).`;
};
