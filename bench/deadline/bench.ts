import { atLeast, type Bench, compared, type Figure, notThere } from "../figure.ts";
import { inTurn, rounds } from "../measure.ts";
import { dateFns, dayjsBusinessTime, luxonBusinessDays } from "./peers.ts";
import { type Answerer, ours, oursWithCalendar, type Question, questions, regions } from "./questions.ts";

const unit = "deadlines/s";

/** Deadlines of cases, from an instant to the instant at which business ends, against what people would take instead. */
export const bench: Bench = async (asked) => {
  const list = questions(asked.quick ? 200 : 1000);
  const count = rounds(asked);
  const against = async (peerOf: Peer, name: string): Promise<Measured | undefined> => {
    const answerers = peerOf();
    if (answerers === undefined) return undefined;
    const wrong = shareOfWrong(answerers, list);
    if (name !== "date-fns" && wrong > 0) throw new Error(`${name} answers ${wrong} of all otherwise`);
    const took = await inTurn({ ours: run(ours, list, 50), theirs: run(answerers, list, 1) }, count);
    const total = list.length * regions.length * 1000;
    return { own: (total * 50) / took.ours, other: total / took.theirs, wrong };
  };
  const anew = await inTurn({ ours: run(oursWithCalendar, list, 1) }, count);
  return [
    ...line(await against(dayjsBusinessTime, "dayjs-business-time"), "dayjs-business-time", 100),
    ...line(await against(luxonBusinessDays, "luxon-business-days"), "luxon-business-days"),
    ...line(await against(dateFns, "date-fns"), "date-fns"),
    {
      name: "deadline, calendar made anew each time",
      value: (list.length * regions.length * 1000) / anew.ours,
      unit,
      peer: null,
      ratio: null,
      goal: null,
      met: null,
      note: "one deadline of one case, all that a handler counts, where the holidays were read before",
    },
  ];
};

type Peer = () => ((of: (typeof regions)[number]) => Answerer) | undefined;

interface Measured {
  readonly own: number;
  readonly other: number;
  /** Of all answers, those that are not ours. */
  readonly wrong: number;
}

/** By region, because Day.js keeps one list of holidays for all; many times over, where one time is too short to measure. */
const run =
  (answererOf: (of: (typeof regions)[number]) => Answerer, list: readonly Question[], times: number) =>
  () => {
    let length = 0;
    for (const region of regions) {
      const answer = answererOf(region);
      for (let time = 0; time < times; time += 1)
        for (const question of list) length += answer(question).length;
    }
    return length;
  };

const answersOf = (
  answererOf: (of: (typeof regions)[number]) => Answerer,
  list: readonly Question[],
): string[] => regions.flatMap((region) => list.map(answererOf(region)));

const shareOfWrong = (
  peerOf: (of: (typeof regions)[number]) => Answerer,
  list: readonly Question[],
): number => {
  const [own, other] = [answersOf(ours, list), answersOf(peerOf, list)];
  return own.filter((answer, at) => answer !== other[at]).length / own.length;
};

const line = (measured: Measured | undefined, peer: string, goal?: number): Figure[] => {
  const name = `deadline`;
  if (measured === undefined) return [notThere(name, unit, peer, goal === undefined ? null : `≥ ${goal}×`)];
  const { own, other, wrong } = measured;
  const { value, ratio } = compared(own, other, "more");
  const goals = goal === undefined ? { goal: null, met: null } : atLeast(own / other, goal);
  const note =
    wrong === 0
      ? "same answers"
      : `${(wrong * 100).toFixed(1)} % of its answers are wrong: it knows no holidays`;
  return [{ name, value, unit, peer: `${peer}, ${Math.round(other)}/s`, ratio, ...goals, note }];
};
