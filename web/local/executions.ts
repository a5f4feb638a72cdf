import { element } from "../element.ts";
import { executionView, machineOf, standingOf } from "./execution-view.ts";
import { keyedList } from "./keyed-list.ts";
import { line } from "./line.ts";
import { part } from "./part.ts";
import type { Execution, World } from "./world.ts";

export interface Executions {
  /** Fetches and draws; resolves with all that there are. */
  refresh(): Promise<readonly Execution[]>;
}

/**
 * The list of executions and the one that is looked at: the newest, until somebody chooses, here or by the page's address. What is
 * chosen stands in the address, whose fragment is its ARN: it can be handed on, and the desk's links are made of it.
 */
export const createExecutions = (world: World): Executions => {
  const [shown, none] = [part("execution"), part("no-execution")];
  const which = part("which") as HTMLSelectElement;
  let all: readonly Execution[] = [];
  let chosen = addressed();
  let arriving = chosen !== undefined;
  let open: string | undefined;
  let drawn = "";

  const list = keyedList<{ execution: Execution; chosen: boolean }>(part("execution-list"), {
    keyOf: ({ execution }) => execution.executionArn,
    draw: ({ execution, chosen: now }) =>
      line(
        { first: `${execution.name} · ${machineOf(execution)}`, second: standingOf(execution), chosen: now },
        () => void choose(execution.executionArn),
      ),
  });
  const drawOne = async (): Promise<void> => {
    const arn = chosen ?? wanted(all, which.value)[0]?.executionArn;
    const view = arn === undefined ? undefined : await world.execution(arn);
    const print = JSON.stringify(view ?? null);
    if (print === drawn) return;
    // It was there: the world was set back since.
    if (view === undefined && arn === open) return choose(undefined);
    drawn = print;
    const replace = (): void =>
      shown.replaceChildren(...(view === undefined ? noneAt(arn) : executionView(view)));
    if (arn === open) return keepingScroll(shown, replace);
    open = arn;
    replace();
    toPresent(shown);
    if (arriving) arrive(shown);
    arriving = false;
  };
  const draw = async (): Promise<void> => {
    const shownNow = wanted(all, which.value);
    none.hidden = all.length > 0;
    const now = chosen ?? shownNow[0]?.executionArn;
    list(shownNow.map((execution) => ({ execution, chosen: execution.executionArn === now })));
    await drawOne();
  };
  const choose = async (arn: string | undefined): Promise<void> => {
    chosen = arn;
    history.replaceState(null, "", arn === undefined ? location.pathname : `#${arn}`);
    await draw();
  };
  which.addEventListener("change", () => void choose(undefined));
  addEventListener("hashchange", () => {
    chosen = addressed();
    arriving = chosen !== undefined;
    which.value = "all";
    void draw();
  });
  return {
    refresh: async () => {
      all = await world.executions();
      offer(which, all);
      await draw();
      return all;
    },
  };
};

/** The ARN that the page's address names. */
const addressed = (): string | undefined => (location.hash.length > 1 ? location.hash.slice(1) : undefined);

/** Whoever came for one execution finds it, by the eye and by the keyboard: the clock and a long list stand above it. */
const arrive = (shown: HTMLElement): void => {
  document.querySelector("#execution-list [aria-current=true]")?.scrollIntoView({ block: "center" });
  shown.querySelector("h3")?.focus({ preventScroll: true });
  shown.scrollIntoView({ block: "nearest" });
};

/** A world that was set back knows nothing of the ones before. */
const noneAt = (arn: string | undefined): HTMLElement[] =>
  arn === undefined
    ? []
    : [element("h3", { tabindex: "-1" }, `There is no execution ${arn.split(":").at(-1) ?? arn}.`)];

const wanted = (all: readonly Execution[], which: string): readonly Execution[] => {
  if (which === "all" || which === "") return all;
  if (which === "running") return all.filter(({ status }) => status === "RUNNING");
  return all.filter((execution) => machineOf(execution) === which);
};

/** Offers each machine that has run; what was chosen stays chosen. */
const offer = (which: HTMLSelectElement, all: readonly Execution[]): void => {
  const machines = [...new Set(all.map(machineOf))].toSorted();
  const options = [["all", "all"], ["running", "those that run"], ...machines.map((name) => [name, name])];
  if (which.options.length === options.length) return;
  const before = which.value;
  which.replaceChildren(
    ...options.map(([value = "", text = ""]) =>
      element("option", { value, selected: value === before }, text),
    ),
  );
};

/** Whoever has scrolled a picture goes on seeing the same part of it. */
const keepingScroll = (shown: HTMLElement, replace: () => void): void => {
  const boxes = (): HTMLElement[] => [...shown.querySelectorAll<HTMLElement>(".scroll")];
  const places = boxes().map(({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft] as const);
  const here = boxes().findIndex((box) => box === document.activeElement);
  replace();
  for (const [at, box] of boxes().entries()) {
    const [top, left] = places[at] ?? [0, 0];
    box.scrollTo(left, top);
    if (at === here) box.focus({ preventScroll: true });
  }
};

/** A long machine opens where the execution is. */
const toPresent = (shown: HTMLElement): void => {
  const present = Number(shown.querySelector(".now .frame")?.getAttribute("y") ?? 0);
  shown.querySelector(".scroll")?.scrollTo(0, present - 240);
};
