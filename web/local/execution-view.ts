import { element } from "../element.ts";
import { pairs } from "./line.ts";
import { briefMoment, wholeMoment } from "./moment.ts";
import { picture } from "./picture.ts";
import type { Execution, ExecutionView } from "./world.ts";

const ended: Readonly<Record<Execution["status"], string>> = {
  RUNNING: "runs",
  SUCCEEDED: "over",
  FAILED: "failed",
  TIMED_OUT: "timed out",
  ABORTED: "stopped",
};

/** `kept-taxdome-appointment` without what all have in common. */
export const machineOf = ({ stateMachineArn }: Pick<Execution, "stateMachineArn">): string =>
  (stateMachineArn.split(":").at(-1) ?? "").replace(/^kept-/, "").replaceAll("-", " ");

/** Where it is and until when, or how it ended. */
export const standingOf = ({ status, at, stopDate }: Execution): string => {
  if (at === undefined)
    return `${ended[status]}${stopDate === undefined ? "" : `, ${briefMoment(stopDate)}`}`;
  return at.until === undefined ? at.state : `${at.state}, until ${briefMoment(at.until)}`;
};

/** The machine with the way taken and the present state marked, and the same way in words. */
export const executionView = (view: ExecutionView): HTMLElement[] => [
  element("h3", { tabindex: "-1" }, view.name),
  pairs([
    ["Machine", machineOf(view)],
    ["Begun", wholeMoment(view.startDate)],
    ["Now", standingOf(view)],
    ...(view.cause === undefined ? [] : [["Because", view.cause] as const]),
  ]),
  element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": "Picture" },
    picture(view.picture),
  ),
  element("h3", {}, "Step by step"),
  element(
    "ol",
    { class: "scroll", tabindex: "0" },
    ...view.path.map(({ state, entered }) =>
      element("li", {}, `${state} `, element("span", { class: "quiet" }, briefMoment(entered))),
    ),
  ),
];
