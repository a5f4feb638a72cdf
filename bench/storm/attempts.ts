import type { Ports } from "#adapters/ports.ts";
import type { BookingRequest } from "#core/appointment/book.ts";
import { isRefusal } from "#core/errors.ts";
import { day, fromEpoch, hour, type Instant, minute } from "#core/time.ts";
import { book } from "#steps/book.ts";
import { type company, hosts, sessionTypes } from "./company.ts";

/** Where an attempt aims: a handful of times of one host, at which all who try at the same moment aim too. */
export interface Aim {
  readonly number: number;
  readonly host: string;
  readonly sessionType: string;
  readonly start: Instant;
}

/** So many aim at one host's day, of which five to sixteen can have a session. */
const perDay = 100;

export const aimOf = (number: number, from: Instant, chance: () => number): Aim => {
  const place = Math.floor(number / perDay);
  const [date, host] = [Math.floor(place / hosts.length), hosts[place % hosts.length]!];
  const length = Math.floor(chance() * sessionTypes.length);
  const midnight = Math.floor(Date.parse(from) / day) * day + (date + 2) * day;
  const start = fromEpoch(midnight + 8 * hour + Math.floor(chance() * (16 - length)) * 30 * minute);
  return { number, host, sessionType: sessionTypes[length]!, start };
};

export type Outcome = "booked" | "refused" | "contended";

/** The real step, over the real adapter; what a booking owes is left to the sweeper, for it holds no slot. */
export const byUs =
  (ports: Ports, deployed: ReturnType<typeof company>) =>
  async ({ number, ...aim }: Aim): Promise<Outcome> => {
    const request: BookingRequest = {
      ...aim,
      customer: { name: "Noor Bakker", email: `noor${number}@customer.example` },
      language: "nl",
      timeZone: "Europe/Amsterdam",
      termsVersion: deployed.policy.terms.version,
    };
    const key = { pack: "taxdome", key: `storm-${number}`, fingerprint: "storm" };
    const booked = await book(ports, deployed, request, key).catch((error: unknown) => contended(error));
    if (booked === "contended") return booked;
    if (!isRefusal(booked)) return "booked";
    if (booked.refused === "slot-taken") return "refused";
    throw new Error(booked.detail);
  };

const contended = (error: unknown): "contended" => {
  if (error instanceof Error && error.name === "Contended") return "contended";
  throw error;
};
