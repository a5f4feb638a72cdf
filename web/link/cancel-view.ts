import { button, element } from "../element.ts";
import type { Link } from "./link.ts";
import type { Presses } from "./link-page.ts";
import { readerOf } from "./reader.ts";

/** What cancelling means at this moment, and the button that really cancels. */
export const cancelView = (link: Link, on: Presses): Node[] => {
  const { say, notice } = readerOf(link);
  return [
    element("h2", { id: "panel-heading", tabindex: "-1" }, say("cancelHeading")),
    element("p", {}, notice("cancelInTime", "cancelLate") ?? ""),
    element("p", {}, say("cancelFrees")),
    element(
      "div",
      { class: "actions" },
      button(say("cancelNow"), () => on.press({ action: "cancel" }), { class: "final" }),
      button(say("back"), on.back),
    ),
  ];
};
