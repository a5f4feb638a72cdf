import { button, element } from "../element.ts";
import type { FreeTime } from "./free-times.ts";
import type { Link } from "./link.ts";
import type { Presses } from "./link-page.ts";
import type { Reader } from "./reader.ts";

/** What would change and what it means, before the button that does it. The focus comes here when a time is chosen. */
export const choiceView = (link: Link, reader: Reader, on: Presses) => {
  const node = element("div", { id: "choice", tabindex: "-1" });
  let shown: FreeTime | undefined;
  return {
    node,
    show: (chosen: FreeTime | undefined): void => {
      if (chosen === shown) return;
      shown = chosen;
      node.replaceChildren(...(chosen === undefined ? [] : moveTo(chosen, link, reader, on)));
      if (chosen !== undefined) node.focus();
    },
  };
};

const moveTo = (time: FreeTime, link: Link, { say, span, notice }: Reader, on: Presses): Node[] => {
  const { start, end, hostName } = link.appointment;
  const move = { before: span(start, end), after: span(time.start, time.end) };
  return [
    element("p", {}, say("move", move)),
    ...(time.otherHost ? [element("p", {}, say("otherHost", { host: hostName }))] : []),
    element("p", {}, notice("moveInTime", "moveLate") ?? ""),
    element(
      "div",
      { class: "actions" },
      button(say("moveNow"), () => on.press({ action: "change", start: time.start }), { class: "final" }),
    ),
  ];
};
