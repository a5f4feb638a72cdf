import { earliest, type Instant } from "#core/time.ts";
import { type Case, isOver, isWorkedOn } from "./case.ts";
import { type Moment, moments } from "./moments.ts";
import { type InformationRequest, isAsked } from "./request.ts";

/** What time alone brings about in a case, besides what it brings about in its milestones. */
export type CaseMoment =
  | Moment
  | { readonly at: Instant; readonly what: "remind" | "silent"; readonly request: number }
  | { readonly at: Instant; readonly what: "close" | "ask" | "pass-on" };

/** The earliest first. What is owed while somebody works on it is no concern of an answered one, and the reverse. */
export const momentsOfCase = (it: Case): CaseMoment[] => {
  if (isWorkedOn(it))
    return [...moments(it.milestones), ...it.requests.flatMap(ofRequest), ...ofCall(it)].sort((a, b) =>
      a.at < b.at ? -1 : 1,
    );
  if (!isOver(it)) return it.closeAt === undefined ? [] : [{ at: it.closeAt, what: "close" }];
  return it.askAt === undefined ? [] : [{ at: it.askAt, what: "ask" }];
};

const ofRequest = (request: InformationRequest): CaseMoment[] => {
  if (!isAsked(request)) return [];
  const { entry, remindAt, reminded, silentAt } = request;
  const next = remindAt[reminded];
  return [
    ...(next === undefined ? [] : [{ at: next, what: "remind" as const, request: entry }]),
    ...(silentAt === undefined ? [] : [{ at: silentAt, what: "silent" as const, request: entry }]),
  ];
};

const ofCall = ({ call }: Case): CaseMoment[] =>
  call?.passAt === undefined ? [] : [{ at: call.passAt, what: "pass-on" }];

export const nextMoment = (it: Case): Instant | undefined => earliest(momentsOfCase(it).map(({ at }) => at));
