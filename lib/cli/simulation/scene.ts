import type { DeployedPolicy } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import type { Outcome } from "#core/appointment/attendance.ts";
import type { Slot } from "#core/appointment/slots.ts";
import { calendarDate } from "#core/calendar.ts";
import type { Actor } from "#core/change.ts";
import { isRefusal } from "#core/errors.ts";
import { day, hour, type Instant, type Milliseconds, plus } from "#core/time.ts";
import { readAppointment } from "#steps/appointment.ts";
import { book } from "#steps/book.ts";
import { cancelAppointment, changeAppointment } from "#steps/revise.ts";
import { findSlots } from "#steps/slots.ts";
import { Mistake } from "../mistake.ts";
import { agreed } from "./agreed.ts";
import { createBelonging } from "./belonging.ts";
import { createLine } from "./line.ts";
import { createStanding } from "./standing.ts";
import type { Simulation } from "./world.ts";

/** What people do in a story, and how time passes in between. It is about one appointment at a time. */
export interface Scene {
  /** Exactly that long before the first free session from tomorrow, or from as far ahead as is asked. */
  customerBooks(when: { readonly ahead: Milliseconds }): Promise<void>;
  /** To the first free session that starts at least that much later; less than nothing is earlier. */
  customerMoves(to: { readonly later: Milliseconds }): Promise<void>;
  customerCancels(): Promise<void>;
  /** By the button in a mail, which also proves the address. */
  customerConfirms(): Promise<void>;
  /** That long ahead, no session can be had now, for this reason. */
  customerIsRefused(when: { readonly ahead: Milliseconds }, reason: string): Promise<void>;
  /** In the session: from now on they count how long nobody answers. */
  staffNoteSilence(): Promise<void>;
  staffRecord(outcome: Outcome): Promise<void>;
  staffWaive(reason: string): Promise<void>;
  /** The customer belongs to a company with such a licence: one that gives sessions like the story's, or none. */
  staffEnterLicence(sessions: "with-sessions" | "without-sessions"): Promise<void>;
  timePasses(length: Milliseconds): Promise<void>;
  /** So many others wait for a session like the customer's, in the fortnight around it; each a minute after the one before. */
  othersWait(count: number): Promise<void>;
  /** Nobody answers until the slot has passed to that place in line, counted from one; that person takes it. */
  takenByPlace(place: number): Promise<void>;
  staffCancel(reason: string): Promise<void>;
  /** Until exactly that long before the session starts. */
  timePassesUntil(when: { readonly before: Milliseconds }): Promise<void>;
  /** The session's time, and a day more. */
  timePassesUntilItIsOver(): Promise<void>;
}

/** @throws Mistake when the policy refuses what the story asks for: then it is no story of this pack. */
export const createScene = (world: Simulation, deployed: DeployedPolicy): Scene => {
  const { ports, clock } = world;
  const { pack } = deployed.policy;
  let code = "";
  let bookings = 0;
  const now = async (): Promise<Appointment> => {
    const appointment = await readAppointment(ports, { pack, code });
    if (appointment === undefined) throw new Mistake("the story's customer has not booked yet");
    return appointment;
  };
  const line = createLine(world, deployed);
  const revise = async (act: typeof cancelAppointment, actor: Actor, reason?: string): Promise<void> => {
    const { version } = await now();
    agreed(
      await act(ports, deployed, { code, version, by: { actor, reason, proven: actor === "customer" } }),
    );
    await world.settle();
  };
  return {
    customerBooks: async ({ ahead }) => {
      const slot = await firstSlot(world, deployed, plus(clock.now(), ahead));
      await clock.advance(plus(slot.start, -ahead));
      bookings += 1;
      code = agreed(await book(ports, deployed, request(deployed, slot), storyRequest(pack, bookings))).code;
      await world.settle();
    },
    customerMoves: async ({ later }) => {
      const { start } = await firstSlot(world, deployed, plus((await now()).start, later));
      await revise(
        (_ports, _deployed, asked) => changeAppointment(ports, deployed, { ...asked, start }),
        "customer",
      );
    },
    customerCancels: () => revise(cancelAppointment, "customer"),
    ...createStanding(world, deployed, now),
    ...createBelonging(world, deployed, email),
    customerIsRefused: async ({ ahead }, reason) => {
      const slot = await firstSlot(world, deployed, plus(clock.now(), ahead));
      const result = await book(ports, deployed, request(deployed, slot), storyRequest(pack, bookings + 1));
      if (!isRefusal(result) || result.refused !== reason)
        throw new Mistake(`the story cannot be played: a booking was not refused as ${reason}`);
    },
    timePasses: async (length) => void (await clock.advance(plus(clock.now(), length))),
    othersWait: (count) => line.forms(count, now),
    takenByPlace: (place) => line.takes(place),
    staffCancel: (reason) => revise(cancelAppointment, "staff:planner", reason),
    timePassesUntil: async ({ before }) => void (await clock.advance(plus((await now()).start, -before))),
    timePassesUntilItIsOver: async () => void (await clock.advance(plus((await now()).end, day))),
  };
};

const storyRequest = (pack: string, number: number) => ({
  pack,
  key: `the-story-${number}`,
  fingerprint: "the-story",
});

/** A fortnight holds a free session, whatever holidays fall into it. */
const searched = 14 * day;

const firstSlot = async ({ ports }: Simulation, { policy }: DeployedPolicy, from: Instant): Promise<Slot> => {
  const sessionType = policy.appointments?.sessionTypes[0]?.id ?? "";
  const span = { from: dateIn(from), to: dateIn(plus(from, searched)), timeZone: "UTC" };
  const slots = agreed(await findSlots(ports, policy, { sessionType, ...span }));
  const slot = slots.find(({ start }) => start >= from);
  if (slot === undefined)
    throw new Mistake(`no session is free in the ${searched / hour} hours from ${from}`);
  return slot;
};

const dateIn = (at: Instant) => calendarDate(at.slice(0, 10));

const email = "noor@customer.example";

/** Noor, who reads English where the company writes it: the command speaks English too. */
const request = ({ policy }: DeployedPolicy, { start, host }: Slot) => ({
  sessionType: policy.appointments?.sessionTypes[0]?.id ?? "",
  start,
  host,
  customer: { name: "Noor Bakker", email, phone: "+31612345678" },
  language: policy.languages.includes("en") ? ("en" as const) : (policy.languages[0] ?? "en"),
  timeZone: policy.timeZone,
  termsVersion: policy.terms.version,
});
