import type { Link } from "./link.ts";
import { type Moments, momentsIn } from "./moment.ts";
import { languageOf, type Say, sayIn, type TextName } from "./texts.ts";

/** Says things about one link in its customer's language and zone. */
export interface Reader {
  readonly say: Say;
  readonly moments: Moments;
  /** From start to end, with weekday and zone. */
  span(start: string, end: string): string;
  /** What the notice means at this moment, in the text for one of the two cases. */
  notice(inTime: TextName, late: TextName): string | undefined;
}

export const readerOf = (link: Link): Reader => {
  const language = languageOf(link.language);
  const say = sayIn(language);
  const moments = momentsIn(language, link.timeZone);
  const parts = (at: string) => ({ date: moments.date(at), from: moments.time(at), zone: moments.zone(at) });
  return {
    say,
    moments,
    span: (start, end) => say("moment", { ...parts(start), to: moments.time(end) }),
    notice: (inTime, late) => {
      if (link.notice === undefined) return undefined;
      const { atLeast, until, now } = link.notice;
      return now === "in-time"
        ? say(inTime, { until: say("deadline", parts(until)) })
        : say(late, { notice: moments.length(atLeast) });
    },
  };
};
