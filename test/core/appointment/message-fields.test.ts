import { describe, expect, it } from "vitest";
import { createPolicies } from "#adapters/policies.ts";
import type { Appointment, Revision } from "#core/appointment/appointment.ts";
import { isAppointmentKind, type MessageFacts, messageFields } from "#core/appointment/message-fields.ts";
import { readerOf } from "#core/appointment/reader.ts";
import { compose } from "#core/message/compose.ts";
import type { Host, Policy } from "#core/policy/shape.ts";
import { messageKinds } from "#core/policy/vocabulary.ts";
import { instant } from "#core/time.ts";

const taxdome = (): Policy => {
  const deployed = createPolicies().current("taxdome");
  if (deployed === undefined) throw new Error("the taxdome policy is missing");
  return deployed.policy;
};

const anAppointment = (changes: Partial<Appointment> = {}): Appointment => ({
  pk: "taxdome#appointment#K7M2P4Q",
  sk: "head",
  type: "appointment",
  pack: "taxdome",
  code: "K7M2P4Q",
  version: 2,
  rev: 3,
  status: "booked",
  sessionType: "quick-assist",
  host: "lucia",
  start: instant("2026-12-10T09:00:00Z"),
  end: instant("2026-12-10T09:30:00Z"),
  customer: { name: "Noor Bakker", email: "noor@customer.example", phone: "+31612345678" },
  language: "nl",
  timeZone: "Atlantic/Canary",
  terms: { version: "2024-06-06", acceptedAt: instant("2026-12-01T08:00:00Z") },
  policy: "taxdome@1",
  promises: {},
  ...changes,
});

const aRevision = (changes: Partial<Revision> = {}): Revision => ({
  action: "changed",
  wish: "customer",
  notice: "in-time",
  at: instant("2026-12-02T08:00:00Z"),
  from: {
    host: "lucia",
    start: instant("2026-12-09T09:00:00Z"),
    end: instant("2026-12-09T09:30:00Z"),
  },
  ...changes,
});

const facts = (changes: Partial<Appointment> = {}, policy = taxdome()): MessageFacts => ({
  policy,
  appointment: anAppointment({ revision: aRevision(), ...changes }),
  now: instant("2026-12-08T09:00:00Z"),
  links: {
    changeUrl: "https://kept.example/link?do=change#t",
    cancelUrl: "https://kept.example/link?do=cancel#t",
    feedbackUrl: "https://kept.example/link?do=feedback#t",
    bookUrl: "https://kept.example/book/taxdome",
  },
});

const withHost = (changes: Partial<Host>): Policy => {
  const policy = taxdome();
  const appointments = policy.appointments;
  if (appointments === undefined) throw new Error("taxdome has appointments");
  const hosts = appointments.hosts.map((host) => (host.id === "lucia" ? { ...host, ...changes } : host));
  return { ...policy, appointments: { ...appointments, hosts } };
};

describe("what a message says", () => {
  it("is enough to write each kind", () => {
    for (const kind of messageKinds.filter(isAppointmentKind)) {
      const { language } = readerOf(facts().policy, facts().appointment, kind);
      const { text } = compose(kind, "email", language, messageFields[kind](facts()));
      expect(text).toContain("K7M2P4Q");
      expect(text).not.toContain("undefined");
    }
  });

  it.each([
    ["customer", "in-time", "in-time"],
    ["customer", "late", "late"],
    ["staff", "late", "company"],
    ["staff", "in-time", "company"],
  ] as const)("of a change by the wish of %s, %s, has the cause %s", (wish, notice, cause) => {
    const changed = facts({ revision: aRevision({ wish, notice }) });
    expect(messageFields.changed(changed)).toMatchObject({ cause, notice: "PT24H", clause: "§3, §4" });
    expect(messageFields.cancelled(changed).cause).toBe(cause);
    expect(messageFields["staff-changed"](changed).cause).toBe(cause);
  });

  it("names the time and the host that were", () => {
    const from = { ...aRevision().from, host: "anna" };
    expect(messageFields.changed(facts({ revision: aRevision({ from }) })).was).toEqual({
      start: "2026-12-09T09:00:00.000Z",
      hostName: "Anna de Vries",
    });
  });

  it("names by its id what has left the policy", () => {
    const gone = messageFields.confirmation(facts({ host: "gone", sessionType: "retired" }));
    expect(gone).toMatchObject({ hostName: "gone", sessionName: "retired" });
  });

  it("refuses to speak of a change that never was", () => {
    const { appointment, ...rest } = facts();
    const { revision: _none, ...first } = appointment;
    for (const kind of ["changed", "cancelled", "staff-changed", "staff-cancelled"] as const)
      expect(() => messageFields[kind]({ ...rest, appointment: first })).toThrow("K7M2P4Q was never changed");
  });

  it("gives how far off a session is, not how far a late reminder was meant to be", () => {
    expect(messageFields.reminder(facts()).before).toBe("PT48H");
    const late = { ...facts(), now: instant("2026-12-08T11:20:00Z") };
    expect(messageFields.reminder(late).before).toBe("PT45H");
  });
});

describe("the reader", () => {
  const reader = (kind: (typeof messageKinds)[number], { policy, appointment }: MessageFacts) =>
    readerOf(policy, appointment, kind);

  it("of what customers are told is the customer, in their language and zone", () => {
    expect(reader("changed", facts())).toEqual({
      name: "Noor Bakker",
      address: "noor@customer.example",
      language: "nl",
      timeZone: "Atlantic/Canary",
    });
    expect(messageFields.changed(facts()).sessionName).toBe("Snelle assistentie");
  });

  it("of what hosts are told is the host, in theirs", () => {
    const spanish = facts({}, withHost({ languages: ["es", "en"] }));
    expect(reader("staff-booked", spanish)).toEqual({
      name: "Lucía Romero",
      address: "lucia@taxdome.example",
      language: "es",
      timeZone: "Europe/Madrid",
    });
    expect(messageFields["staff-booked"](spanish)).toMatchObject({
      sessionName: "Asistencia rápida",
      timeZone: "Europe/Madrid",
    });
  });

  it("of a host who names no language reads the company's first", () => {
    const policy = taxdome();
    const hosts = policy.appointments?.hosts.map(({ languages: _any, ...host }) => host) ?? [];
    const appointments = policy.appointments && { ...policy.appointments, hosts };
    expect(reader("staff-booked", facts({}, { ...policy, appointments })).language).toBe("en");
  });

  it("of a session handed over is, for the time that is free again, the host who had it", () => {
    const from = { ...aRevision().from, host: "anna" };
    const handed = facts({ revision: aRevision({ from }) });
    expect(reader("staff-cancelled", handed).address).toBe("anna@taxdome.example");
    expect(messageFields["staff-cancelled"](handed)).toMatchObject({
      cause: "handed",
      hostName: "Anna de Vries",
      start: "2026-12-09T09:00:00.000Z",
    });
    expect(reader("staff-changed", handed).address).toBe("lucia@taxdome.example");
  });

  it("of a cancelled session is its host, who hears whose wish it was", () => {
    const cancelled = facts({
      status: "cancelled",
      revision: aRevision({ action: "cancelled", notice: "late" }),
    });
    expect(reader("staff-cancelled", cancelled).address).toBe("lucia@taxdome.example");
    expect(messageFields["staff-cancelled"](cancelled).cause).toBe("late");
  });

  it("who left the policy has no address, so that the mail fails and a person hears of it", () => {
    expect(reader("staff-booked", facts({ host: "gone" }))).toMatchObject({ name: "gone", address: "" });
  });
});
