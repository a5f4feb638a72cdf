import { createHash } from "node:crypto";
import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { BookingRequest } from "#core/appointment/book.ts";
import { instant } from "#core/time.ts";
import { begin } from "#steps/begin.ts";
import { book } from "#steps/book.ts";
import { deliver } from "#steps/deliver.ts";
import { end } from "#steps/end-appointment.ts";
import { cancelAppointment, changeAppointment } from "#steps/revise.ts";
import { sweep } from "#steps/sweep.ts";
import { aRequest } from "../builders/booking.ts";

/** What a process is asked to do once: enough to say it to another process. */
export type Act =
  | { readonly do: "book" | "sweep" }
  | { readonly do: "begin" | "change" | "change-and-begin" | "cancel" | "end"; readonly code: string }
  | { readonly do: "deliver"; readonly code: string; readonly promise: string };

const laterStart = instant("2026-12-11T09:30:00Z");

const policyOf = (ports: Ports): DeployedPolicy => {
  const deployed = ports.policies.current("taxdome");
  if (deployed === undefined) throw new Error("the taxdome policy is missing");
  return deployed;
};

/** Noor books, and always with the same key: however often, it is one request. */
export const bookNoor = (ports: Ports) => bookWith(ports, {}, "noor");

/** One of many people who want the same time. */
export const bookAs = (ports: Ports, person: number) =>
  bookWith(
    ports,
    { customer: { name: `Person ${person}.`, email: `p${person}.@customer.example` } },
    `person ${person}`,
  );

const bookWith = (ports: Ports, changes: Partial<BookingRequest>, key: string) => {
  const request = aRequest(changes);
  const fingerprint = createHash("sha256").update(JSON.stringify(request)).digest("hex");
  return book(ports, policyOf(ports), request, { pack: "taxdome", key, fingerprint });
};

const change = (ports: Ports, code: string) => {
  const by = { actor: "customer" } as const;
  return changeAppointment(ports, policyOf(ports), { code, version: 1, by, start: laterStart });
};

const confirmation = (code: string, version: number) => ({
  pack: "taxdome",
  code,
  version,
  promise: "confirmation",
});

export const perform = (ports: Ports, act: Act): Promise<unknown> => {
  switch (act.do) {
    case "book":
      return bookNoor(ports);
    case "sweep":
      return sweep(ports);
    case "begin":
      return begin(ports, confirmation(act.code, 1));
    case "change":
      return change(ports, act.code);
    case "change-and-begin":
      return change(ports, act.code).then(() => begin(ports, confirmation(act.code, 2)));
    case "cancel": {
      const by = { actor: "staff:eva", reason: "ill" } as const;
      return cancelAppointment(ports, policyOf(ports), { code: act.code, version: 1, by });
    }
    case "end":
      return end(ports, { pack: "taxdome", code: act.code, version: 1 });
    case "deliver":
      return deliver(ports, { pack: "taxdome", code: act.code, version: 1, promise: act.promise });
  }
};
