import { atLeast, type Bench, compared, type Figure, notThere } from "../figure.ts";
import { inTurn, rounds, sameAnswers } from "../measure.ts";
import { calCom } from "./calcom.ts";
import { naive } from "./luxon.ts";
import { type Busy, busySpans, ours, zones } from "./question.ts";
import { rrule } from "./rrule.ts";

const unit = "host's years/s";
const least = 100;

/** Whoever answers the same question: all that can be booked of one host in a year, in one zone. */
type Peer = (zone: string, busy: readonly Busy[]) => () => string[];

/** Everything that can be booked of one host in a year, in each of four zones. */
export const bench: Bench = async (asked) => {
  const against = async (name: string, of: Peer | undefined, peer: string, spans: number): Promise<Figure> =>
    of === undefined
      ? notThere(name, unit, peer, `≥ ${least}×`)
      : figure(name, await measured(asked, of, busySpans(spans)), peer);
  return [
    await against("slots", calCom(), "Cal.com's slot code", 1_000),
    await against("slots", naive, "luxon, day by day", 1_000),
    await against("slots, nothing taken", rrule(), "rrule, with luxon for the zone", 0),
    await against("slots, nothing taken", naive, "luxon, day by day", 0),
  ];
};

interface Rates {
  readonly own: number;
  readonly other: number;
}

const measured = async (asked: Parameters<Bench>[0], of: Peer, busy: readonly Busy[]): Promise<Rates> => {
  const works = zones.map((zone) => ({ own: ours(zone, busy), other: of(zone, busy) }));
  for (const [at, { own, other }] of works.entries()) sameAnswers(`slots in ${zones[at]}`, own(), other());
  const times = asked.quick ? 1 : 20;
  const took = await inTurn(
    {
      ours: () => {
        for (let time = 0; time < times; time += 1) for (const { own } of works) own();
      },
      theirs: () => {
        for (const { other } of works) other();
      },
    },
    rounds(asked),
  );
  const rate = (time: number, each: number): number => (each * works.length * 1000) / time;
  return { own: rate(took.ours, times), other: rate(took.theirs, 1) };
};

const figure = (name: string, { own, other }: Rates, peer: string): Figure => ({
  name,
  ...compared(own, other, "more"),
  unit,
  peer: `${peer}, ${other.toPrecision(3)}/s`,
  ...atLeast(own / other, least),
  note: "same slots",
});
