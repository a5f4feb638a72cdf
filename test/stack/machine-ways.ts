import type { Definition, State } from "./definition.ts";

/*
 * Where an execution can go, and where it can end. "Every open case has a next moment and a live execution" (design,
 * invariant 4) holds only if no way through a case's machine ends while the case is open: it ends where the hub has said
 * that nothing is owed any more, or where a later run watches.
 */

const caught = ({ Catch = [] }: State): string[] => Catch.map(({ Next }) => Next);

const chosen = ({ Choices = [], Default }: State): string[] => [
  ...Choices.map(({ Next }) => Next),
  ...(Default === undefined ? [] : [Default]),
];

const waysFrom = (state: State): string[] => [
  ...(state.Next === undefined ? [] : [state.Next]),
  ...chosen(state),
  ...caught(state),
];

const ends = ({ Type, End }: State): boolean => Type === "Succeed" || Type === "Fail" || End === true;

/** All that is reached from `first` in the given direction, itself among them. */
const reached = (
  first: readonly string[],
  from: (name: string) => readonly string[],
): ReadonlySet<string> => {
  const seen = new Set<string>();
  const ahead = [...first];
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop())
    if (!seen.has(name)) {
      seen.add(name);
      ahead.push(...from(name));
    }
  return seen;
};

/** No state is beside the way, none is a dead end, none fails the execution, and an end lies ahead of each. */
export const leadsOn = ({ StartAt, States }: Definition): string[] => {
  const names = Object.keys(States);
  const there = reached([StartAt], (name) => waysFrom(States[name] ?? { Type: "Succeed" }));
  const back = (name: string): string[] =>
    names.filter((each) => waysFrom(States[each] ?? { Type: "Succeed" }).includes(name));
  const home = reached(
    names.filter((name) => States[name] !== undefined && ends(States[name])),
    back,
  );
  return Object.entries(States).flatMap(([name, state]) => {
    if (!there.has(name)) return [`${name}: nothing leads there`];
    if (state.Type === "Fail") return [`${name}: fails the execution`];
    if (state.Type === "Choice" && state.Default === undefined)
      return [`${name}: has no way for what it does not know`];
    if (!ends(state) && waysFrom(state).length === 0) return [`${name}: is a dead end`];
    return home.has(name) ? [] : [`${name}: never comes to an end`];
  });
};

const isHub = ({ ResultSelector, Type }: State): boolean => Type === "Task" && ResultSelector !== undefined;

/** How a state leads straight to another: what must be true for it. */
const reasonsFor = (state: State, end: string): string[] => [
  ...(state.Next === end ? ["done"] : []),
  ...(state.Choices ?? []).flatMap(({ Next, Variable, StringEquals }) =>
    Next === end ? [`${Variable} is ${StringEquals}`] : [],
  ),
  ...(state.Default === end ? ["anything else"] : []),
  ...(state.Catch ?? []).flatMap(({ ErrorEquals, Next }) => (Next === end ? [ErrorEquals.join()] : [])),
];

/** The only reasons for which an execution of a case may end. */
const purposes = new Set(["$.next.front is over", "Superseded"]);

/** Of a machine with a hub, which is that of a case; an appointment's line ends after its last promise. */
export const endsOnPurpose = ({ States }: Definition): string[] => {
  if (!Object.values(States).some(isHub)) return [];
  const ended = Object.entries(States).filter(([, state]) => ends(state));
  return ended.flatMap(([end, { Type }]) => {
    if (Type !== "Succeed") return [`${end}: ends while a case may be open`];
    const reasons = Object.entries(States).flatMap(([name, state]) =>
      reasonsFor(state, end).map((reason) => ({ name, reason })),
    );
    return reasons
      .filter(({ reason }) => !purposes.has(reason))
      .map(({ name, reason }) => `${name}: ends while a case may be open (${reason})`);
  });
};
