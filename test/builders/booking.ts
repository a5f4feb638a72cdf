import { createHash } from "node:crypto";
import type { Appointment } from "#core/appointment/appointment.ts";
import type { Booked, BookingRequest } from "#core/appointment/book.ts";
import { isRefusal } from "#core/errors.ts";
import { instant } from "#core/time.ts";
import { readAppointment } from "#steps/appointment.ts";
import { begin } from "#steps/begin.ts";
import { book } from "#steps/book.ts";
import { type TestWorld, taxdome } from "./world.ts";

/** Thursday 10 December 2026, 10:00 in Amsterdam: nine days after a world begins. */
export const aRequest = (changes: Partial<BookingRequest> = {}): BookingRequest => ({
  sessionType: "implementation",
  start: instant("2026-12-10T09:00:00Z"),
  customer: { name: "Noor Bakker", email: "noor@customer.example", phone: "+31612345678" },
  language: "nl",
  timeZone: "Europe/Amsterdam",
  termsVersion: "2024-06-06",
  ...changes,
});

export const tryToBook = (world: TestWorld, changes: Partial<BookingRequest> = {}, key = world.newId()) => {
  const request = aRequest(changes);
  const fingerprint = createHash("sha256").update(JSON.stringify(request)).digest("hex");
  return book(world, taxdome(world), request, { pack: "taxdome", key, fingerprint });
};

export const aBookedAppointment = async (
  world: TestWorld,
  changes: Partial<BookingRequest> = {},
): Promise<Booked> => {
  const booked = await tryToBook(world, changes);
  if (isRefusal(booked)) throw new Error(`not booked: ${booked.refused}`);
  return booked;
};

/** The first step of its execution: the customer is told, and what the booking or the change owes besides is carried out. */
export const begun = (world: TestWorld, code: string, version = 1): Promise<void> =>
  begin(world, { pack: "taxdome", code, version, promise: "confirmation" });

export const theAppointment = async (world: TestWorld, code: string): Promise<Appointment> => {
  const appointment = await readAppointment(world, { pack: "taxdome", code });
  if (appointment === undefined) throw new Error(`there is no appointment ${code}`);
  return appointment;
};
