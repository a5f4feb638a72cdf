import { type ClockFace, lengthOf, said, whoIs } from "../words.ts";
import type { Session } from "./session-answers.ts";

type Standing = Pick<Session, "status" | "start" | "end" | "attendance" | "silentSince">;

/** What can be said of a session with one press, by the API's word. */
export const outcomes = [
  ["attended", "Attended"],
  ["no-show", "No-show"],
  ["interrupted", "Interrupted"],
  ["host-fault", "Our fault"],
] as const;

export const isRunning = ({ status, start, end }: Standing, now: Date): boolean =>
  status !== "cancelled" && Date.parse(start) <= now.getTime() && now.getTime() < Date.parse(end);

/** From its start on, and without end: a wrong outcome is corrected by another press. */
export const canBeJudged = ({ status, start }: Standing, now: Date): boolean =>
  status !== "cancelled" && Date.parse(start) <= now.getTime();

/** Where a session stands, in words. */
export const standingOf = (session: Standing, now: Date, face: ClockFace): string => {
  const { status, start, end, attendance } = session;
  if (status === "cancelled") return "Cancelled";
  if (attendance !== undefined)
    return `${said(attendance.outcome)}, noted by ${whoIs(attendance.actor)} at ${face.time(attendance.at)}`;
  const [begins, ends] = [Date.parse(start) - now.getTime(), Date.parse(end) - now.getTime()];
  if (begins > 0) return `Starts in ${lengthOf(begins)}`;
  return ends > 0 ? `Running since ${face.time(start)}` : "Over: say how it went";
};

/** Minutes and seconds since the customer fell silent, `5:01`. */
export const silence = (since: string, now: Date): string => {
  const seconds = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};
