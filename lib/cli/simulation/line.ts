import type { DeployedPolicy } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { calendarDate } from "#core/calendar.ts";
import { day, duration, type Milliseconds, minute, plus } from "#core/time.ts";
import { acceptOffer } from "#steps/waiting/answer.ts";
import { join } from "#steps/waiting/join.ts";
import { readEntry } from "#steps/waiting/read.ts";
import { Mistake } from "../mistake.ts";
import { agreed } from "./agreed.ts";
import type { Simulation } from "./world.ts";

/** The people of a story who wait for what somebody gives back. */
export const createLine = (world: Simulation, deployed: DeployedPolicy) => {
  const { ports, clock } = world;
  const { policy } = deployed;
  const { pack, timeZone, languages } = policy;
  const codes: string[] = [];

  const joins = async (place: number, { sessionType, start }: Appointment): Promise<void> => {
    const span = { from: dateOf(plus(start, -day)), to: dateOf(plus(start, 2 * day)) };
    const language = languages.includes("en") ? "en" : (languages[0] ?? "en");
    const customer = { name: `Number ${place}`, email: `number-${place}@customer.example` };
    const key = { pack, key: `place-${place}`, fingerprint: "the-story" };
    const wish = { sessionType, ...span, customer, language, timeZone };
    codes.push(agreed(await join(ports, deployed, wish, key)).code);
    await clock.advance(plus(clock.now(), minute));
  };

  /** Until they are asked: each stage before them keeps silent. */
  const isAsked = async (code: string): Promise<number> => {
    for (let stage = 0; stage < codes.length; stage += 1) {
      const entry = await readEntry(ports, { pack, code });
      if (entry?.status !== "waiting") break;
      if (entry.offer !== undefined) return entry.version;
      await clock.advance(plus(clock.now(), stageLength));
    }
    throw new Mistake("the slot never came to that place in line");
  };

  const stageLength = holdOf(deployed);
  return {
    forms: async (count: number, now: () => Promise<Appointment>): Promise<void> => {
      const appointment = await now();
      for (let place = 1; place <= count; place += 1) await joins(place, appointment);
    },
    takes: async (place: number): Promise<void> => {
      const code = codes[place - 1] ?? "";
      agreed(await acceptOffer(ports, deployed, { code, version: await isAsked(code), proven: true }));
      await world.settle();
    },
  };
};

/** The hold, and at the most one sweep after it. */
const holdOf = ({ policy }: DeployedPolicy): Milliseconds =>
  duration(policy.appointments?.waitingList?.hold ?? "PT0S") + 5 * minute;

const dateOf = (at: string) => calendarDate(at.slice(0, 10));
