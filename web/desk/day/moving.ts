import { type AskSlots, type Found, timesAround, timesFrom } from "../../link/find-times.ts";
import type { FreeTime } from "../../link/free-times.ts";
import type { Slot } from "../../link/link.ts";
import { daysAfter, momentsIn } from "../../link/moment.ts";
import type { Desk } from "../desk.ts";
import type { StaffAppointment } from "./session-answers.ts";

/** Where a session could be moved to, as far as somebody has looked. */
export interface MoveTimes {
  /** The first day that is looked at, `2026-12-01` in the desk's zone. */
  readonly from: string;
  readonly free: Found | "looking";
  readonly chosen?: FreeTime;
}

/** Finds the times for a session that is to be moved, and keeps which one was chosen. @param draw shows what it has found. */
export const createMoving = ({ client, face }: Desk, session: () => StaffAppointment, draw: () => void) => {
  const moments = momentsIn("en", face.timeZone);
  const ask: AskSlots = async (from, to) => {
    const query = new URLSearchParams({ from, to, timeZone: face.timeZone });
    const path = `appointments/${session().appointment.code}/slots?${query}`;
    const answer = await client.get<{ slots: readonly Slot[] }>(path);
    return "found" in answer ? { found: answer.found.slots } : answer;
  };
  let times: MoveTimes = { from: moments.day(session().appointment.start), free: "looking" };
  const become = (next: MoveTimes): void => {
    times = next;
    draw();
  };
  let searches = 0;
  /** An answer that was overtaken by another question is thrown away. */
  const look = async (from: string, search: () => Promise<Found>): Promise<void> => {
    const mine = (searches += 1);
    become({ from, free: "looking" });
    const free = await search();
    if (mine === searches) become({ from, free });
  };
  const from = (date: string): Promise<void> => look(date, () => timesFrom(ask, session(), date, moments));
  return {
    times: (): MoveTimes => times,
    from,
    begin: (): Promise<void> => from(moments.day(session().appointment.start)),
    /** From the day after the last one shown. */
    later: (): Promise<void> => {
      const last = typeof times.free === "object" ? times.free.days.at(-1)?.date : undefined;
      return from(daysAfter(last ?? times.from, 1));
    },
    /** In the place of a time that somebody else took. */
    around: (start: string): Promise<void> =>
      look(times.from, () => timesAround(ask, session(), start, moments)),
    choose: (chosen: FreeTime): void => {
      become({ ...times, chosen });
      document.getElementById("move-chosen")?.focus();
    },
  };
};

export type Moving = ReturnType<typeof createMoving>;
