import type { StaffCase } from "../../../web/desk/answers.ts";

/** A complaint of Solar as its staff see it. */
export const aStaffCase = (changes: Partial<StaffCase> = {}): StaffCase => ({
  number: "K7M2P4Q",
  kind: "complaint",
  status: "open",
  team: "service",
  channel: "portal",
  receivedAt: "2026-12-01T08:00:00.000Z",
  customer: { name: "Noor Bakker", email: "noor@customer.example" },
  fields: {},
  missing: [],
  language: "nl",
  milestones: [],
  earlier: [],
  timeline: [],
  mails: [],
  execution: "solar-complaint:K7M2P4Q-r1",
  ...changes,
});
