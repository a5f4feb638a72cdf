import { button, element } from "../element.ts";
import { choiceView } from "./choice-view.ts";
import type { Link } from "./link.ts";
import type { Presses } from "./link-page.ts";
import { readerOf } from "./reader.ts";
import type { ChangePanel } from "./state.ts";
import { timesView } from "./times-view.ts";

export interface ChangeView {
  readonly nodes: readonly Node[];
  show(panel: ChangePanel): void;
}

/** A year is typed digit by digit, and 0002, 0020 and 0202 are years as well. */
const earliest = "2000-01-01";

/** The slot picker. Its parts change one by one, so that the focus stays where the person is. */
export const changeView = (link: Link, on: Presses): ChangeView => {
  const reader = readerOf(link);
  const { say, moments } = reader;
  const from = element("input", { type: "date", id: "from", min: earliest });
  from.addEventListener("change", () => {
    if (from.value !== "" && from.validity.valid) void on.from(from.value);
  });
  const times = timesView(say, on);
  const choice = choiceView(link, reader, on);
  return {
    nodes: [
      element("h2", { id: "panel-heading", tabindex: "-1" }, say("changeHeading")),
      element("p", {}, say("zone", { zone: moments.zone(link.appointment.start) })),
      element("p", {}, element("label", { for: "from" }, say("from")), from),
      ...times.nodes,
      choice.node,
      element("div", { class: "actions" }, button(say("back"), on.back)),
    ],
    show: (panel) => {
      if (from.value !== panel.from) from.value = panel.from;
      times.show(panel);
      choice.show(panel.chosen);
    },
  };
};
