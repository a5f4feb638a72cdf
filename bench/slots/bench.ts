import { atLeast, type Bench, compared, type Figure, notThere } from "../figure.ts";
import { inTurn, rounds, sameAnswers } from "../measure.ts";
import { naive } from "./luxon.ts";
import { busySpans, ours, zones } from "./question.ts";

const unit = "host's years/s";

/** Everything that can be booked of one host in a year, in each of four zones. */
export const bench: Bench = async (asked) => {
  const taken = await against(asked, 1_000);
  const free = await against(asked, 0);
  return [
    // Its package names others of its own workspace that are not on the registry, so nobody can install it.
    notThere("slots", unit, "Cal.com's slot code (@calcom/platform-libraries)", "≥ 100×"),
    figure("slots", taken, 100, "1 000 spans are taken; each slot is asked of every span"),
    figure("slots, nothing taken", free),
  ];
};

const against = async (asked: Parameters<Bench>[0], spans: number) => {
  const busy = busySpans(spans);
  const works = zones.map((zone) => ({ own: ours(zone, busy), other: naive(zone, busy) }));
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

const figure = (
  name: string,
  { own, other }: { readonly own: number; readonly other: number },
  least?: number,
  note = "same slots",
): Figure => ({
  name,
  ...compared(own, other, "more"),
  unit,
  peer: `luxon, day by day, ${other.toPrecision(3)}/s`,
  ...(least === undefined ? { goal: null, met: null } : atLeast(own / other, least)),
  note,
});
