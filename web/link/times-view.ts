import { button, element } from "../element.ts";
import type { FreeDay, FreeTime } from "./free-times.ts";
import type { Presses } from "./link-page.ts";
import type { ChangePanel } from "./state.ts";
import type { Say, TextName } from "./texts.ts";

/** The free times as a list of buttons for each day, and what there is to say about them. */
export const timesView = (say: Say, on: Presses) => {
  const told = element("p", { role: "status" });
  const days = element("div");
  let shown: ChangePanel["free"] | undefined;
  return {
    nodes: [told, days] as const,
    show: ({ free, chosen }: ChangePanel): void => {
      if (free !== shown) {
        const name = tellingOf(free);
        told.textContent = name === undefined ? "" : say(name);
        days.replaceChildren(...buttonsOf(free, say, on));
      }
      shown = free;
      for (const time of days.querySelectorAll("[data-start]"))
        time.setAttribute("aria-pressed", String(time.getAttribute("data-start") === chosen?.start));
    },
  };
};

const tellingOf = (free: ChangePanel["free"]): TextName | undefined => {
  if (free === "looking" || free === "away") return free;
  if (free.days.length === 0) return "noneAtAll";
  return free.nearest ? "nearest" : undefined;
};

const buttonsOf = (free: ChangePanel["free"], say: Say, on: Presses): Node[] =>
  typeof free === "string" || free.days.length === 0
    ? []
    : [...free.days.flatMap((day) => dayOf(day, on)), button(say("later"), on.later)];

const dayOf = ({ date, name, times }: FreeDay, on: Presses): Node[] => [
  element("h3", { id: `day-${date}` }, name),
  element(
    "ul",
    { class: "times", "aria-labelledby": `day-${date}` },
    ...times.map((time) => element("li", {}, timeOf(time, on))),
  ),
];

const timeOf = (time: FreeTime, on: Presses): HTMLElement =>
  button(time.label, () => on.choose(time), { "data-start": time.start, "aria-pressed": "false" });
