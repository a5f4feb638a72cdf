import { type Machine, type State, successors } from "#local/states/machine.ts";
import { awaitsToken } from "#local/states/task.ts";

/** `asks` waits for somebody to answer it; `end` is where an execution ends. */
export type Shape = "task" | "asks" | "wait" | "choice" | "end";

/** A state, as it is drawn. */
export interface Box {
  readonly name: string;
  readonly shape: Shape;
  /** What the state says about itself: its clause, as a rule. */
  readonly comment: string;
}

/** From one state to another; of several ways between the same two the first counts. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly by: "next" | "choice" | "error";
}

/** What of a machine is drawn. */
export interface Outline {
  readonly start: string;
  readonly boxes: readonly Box[];
  readonly ways: readonly Way[];
}

export const outlineOf = ({ StartAt: start, States: states }: Machine): Outline => ({
  start,
  boxes: Object.entries(states).map(([name, state]) => ({
    name,
    shape: shapeOf(state),
    comment: state.Comment ?? "",
  })),
  ways: Object.entries(states).flatMap(([name, state]) => waysFrom(name, state)),
});

const shapeOf = (state: State): Shape => {
  switch (state.Type) {
    case "Choice":
      return "choice";
    case "Wait":
      return "wait";
    case "Fail":
    case "Succeed":
      return "end";
    case "Pass":
      return "task";
    case "Task":
      return awaitsToken(state) ? "asks" : "task";
  }
};

const waysFrom = (from: string, state: State): Way[] => {
  const onwards = "Next" in state && state.Next !== undefined ? state.Next : undefined;
  const by = (to: string): Way["by"] => {
    if (state.Type === "Choice") return "choice";
    return to === onwards ? "next" : "error";
  };
  return [...new Set(successors(state))].map((to) => ({ from, to, by: by(to) }));
};
