import { calendarDate } from "#core/calendar.ts";
import { isRefusal } from "#core/errors.ts";
import type { Policy } from "#core/policy/shape.ts";
import { instant } from "#core/time.ts";
import type { Entry } from "#core/waiting/entry.ts";
import type { JoinRequest } from "#core/waiting/join.ts";
import type { WaitingPolicy } from "#core/waiting/offer.ts";
import { cancelAppointment } from "#steps/revise.ts";
import { acceptOffer, declineOffer } from "#steps/waiting/answer.ts";
import { type Joined, join } from "#steps/waiting/join.ts";
import { readEntry } from "#steps/waiting/read.ts";
import { aBookedAppointment } from "./booking.ts";
import { aWorld, type TestWorld, taxdome } from "./world.ts";

/** A world whose list asks so many at once, and in which the rest is as the policy has it. */
export const aWaitingWorld = (changes: Partial<WaitingPolicy> = {}, now?: string): TestWorld => {
  const world = aWorld(now);
  const { policy, version } = taxdome(world);
  const { appointments } = policy;
  if (appointments?.waitingList === undefined) throw new Error("the policy has no waiting list");
  const waitingList = { ...appointments.waitingList, ...changes };
  const limits = { open: 5, perAddressPerDay: 10, perNetworkPerHour: 30 };
  const booking = { ...appointments.booking, limits };
  const changed: Policy = { ...policy, appointments: { ...appointments, booking, waitingList } };
  return { ...world, policies: { ...world.policies, current: () => ({ policy: changed, version }) } };
};

export const address = (person: string): string => `${person}@customer.example`;

/** Waits for an implementation session in the week of 7 December 2026. */
const aWish = (person: string, changes: Partial<JoinRequest> = {}): JoinRequest => ({
  sessionType: "implementation",
  from: calendarDate("2026-12-07"),
  to: calendarDate("2026-12-12"),
  customer: { name: person, email: address(person) },
  language: "en",
  timeZone: "Europe/Amsterdam",
  ...changes,
});

export const tryToJoin = (
  world: TestWorld,
  person: string,
  changes: Partial<JoinRequest> = {},
  key = world.newId(),
) => join(world, taxdome(world), aWish(person, changes), { pack: "taxdome", key, fingerprint: "" });

/** Each a second after the one before. */
export const inLine = async (world: TestWorld, ...people: readonly string[]): Promise<Joined[]> => {
  const places: Joined[] = [];
  for (const person of people) {
    const joined = await tryToJoin(world, person);
    if (isRefusal(joined)) throw new Error(`${person} cannot wait: ${joined.refused}`);
    places.push(joined);
    world.pass(1000);
  }
  return places;
};

/** Thursday 10 December 2026, 10:00 in Amsterdam. */
export const theStart = instant("2026-12-10T09:00:00Z");

/** Somebody books that session, and people line up for one like it. */
export const aFullSlot = async (world: TestWorld, ...people: readonly string[]) => {
  const { code } = await aBookedAppointment(world);
  return { code, places: await inLine(world, ...people) };
};

export const giveBack = async (world: TestWorld, code: string): Promise<void> => {
  const cancelled = await cancelAppointment(world, taxdome(world), { code, by: { actor: "customer" } });
  if (isRefusal(cancelled)) throw new Error(`not cancelled: ${cancelled.refused}`);
};

export const thePlace = async (world: TestWorld, { code }: { readonly code: string }): Promise<Entry> => {
  const entry = await readEntry(world, { pack: "taxdome", code });
  if (entry === undefined) throw new Error(`there is no place ${code}`);
  return entry;
};

export const accept = async (world: TestWorld, place: { readonly code: string }, version?: number) =>
  acceptOffer(world, taxdome(world), {
    code: place.code,
    version: version ?? (await thePlace(world, place)).version,
    proven: true,
  });

export const decline = async (world: TestWorld, place: { readonly code: string }, leave = false) => {
  const { version } = await thePlace(world, place);
  return declineOffer(world, taxdome(world), { code: place.code, version, leave });
};

/** Who was told of an offer, in order. */
export const asked = (world: TestWorld): string[] =>
  world.mails
    .filter(({ mail }) => mail.labels.kind === "offer")
    .map(({ mail }) => mail.to.address.split("@")[0] ?? "");

/** What the cells of the only host of that session type are taken by. */
export const holders = (world: TestWorld): string[] =>
  [
    ...new Set(
      world.table
        .all()
        .filter(({ pk }) => pk === "taxdome#host#anna")
        .flatMap((item) =>
          Object.entries(item).flatMap(([name, held]) => (/^c\d/.test(name) ? [String(held)] : [])),
        ),
    ),
  ].toSorted();
