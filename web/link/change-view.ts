import { button, element } from "../element.ts";
import type { FreeDay, FreeTime } from "./free-times.ts";
import type { Link } from "./link.ts";
import type { Presses } from "./link-page.ts";
import { type Reader, readerOf } from "./reader.ts";
import type { ChangePanel } from "./state.ts";

export interface ChangeView {
  readonly nodes: readonly Node[];
  show(panel: ChangePanel): void;
}

/** The slot picker. Its parts change one by one, so that the focus stays where the person is. */
export const changeView = (link: Link, on: Presses): ChangeView => {
  const reader = readerOf(link);
  const { say, moments } = reader;
  const from = element("input", { type: "date", id: "from" });
  from.addEventListener("change", () => void (from.value !== "" && on.from(from.value)));
  const days = element("div", { id: "days" });
  const choice = element("div", { id: "choice" });
  let shown: ChangePanel | undefined;
  return {
    nodes: [
      element("h2", { id: "panel-heading", tabindex: "-1" }, say("changeHeading")),
      element("p", {}, say("zone", { zone: moments.zone(link.appointment.start) })),
      element("p", {}, element("label", { for: "from" }, say("from")), from),
      days,
      choice,
      element("div", { class: "actions" }, button(say("back"), on.back)),
    ],
    show: (panel) => {
      if (panel.from !== shown?.from) from.value = panel.from;
      if (panel.free !== shown?.free) days.replaceChildren(...freeTimes(panel.free, reader, on));
      markPressed(days, panel.chosen);
      if (panel.chosen !== shown?.chosen) choice.replaceChildren(...chosen(panel.chosen, link, reader, on));
      shown = panel;
    },
  };
};

const freeTimes = (free: ChangePanel["free"], { say }: Reader, on: Presses): Node[] => {
  const told = (text: string) => element("p", { role: "status" }, text);
  if (free === "looking") return [told(say("looking"))];
  if (free === "away") return [told(say("away"))];
  if (free.days.length === 0) return [told(say("noneAtAll"))];
  return [
    ...(free.nearest ? [told(say("nearest"))] : []),
    ...free.days.flatMap((day) => dayOf(day, on)),
    button(say("later"), on.later),
  ];
};

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

const markPressed = (days: HTMLElement, chosen: FreeTime | undefined): void => {
  for (const time of days.querySelectorAll("[data-start]"))
    time.setAttribute("aria-pressed", String(time.getAttribute("data-start") === chosen?.start));
};

/** What would change and what it means, before the button that does it. */
const chosen = (time: FreeTime | undefined, link: Link, reader: Reader, on: Presses): Node[] => {
  if (time === undefined) return [];
  const { say, span, notice } = reader;
  const { start, end, hostName } = link.appointment;
  const move = { before: span(start, end), after: span(time.start, time.end) };
  return [
    element("p", { role: "status" }, say("move", move)),
    ...(time.otherHost ? [element("p", {}, say("otherHost", { host: hostName }))] : []),
    element("p", { class: "weighs" }, notice("moveInTime", "moveLate") ?? ""),
    element(
      "div",
      { class: "actions" },
      button(say("moveNow"), () => on.press({ action: "change", start: time.start }), { class: "final" }),
    ),
  ];
};
