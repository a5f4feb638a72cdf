import type { Link, Slot } from "../../../web/link/link.ts";

/** What the API shows of a session on Thursday 10 December 2026, 10:00 in Amsterdam, with Anna. */
export const aLink = (more: Partial<Link> = {}): Link & { purpose: string } => ({
  pack: "taxdome",
  purpose: "appointment",
  version: 1,
  status: "booked",
  actions: ["confirm", "change", "cancel"],
  language: "nl",
  timeZone: "Europe/Amsterdam",
  company: "TaxDome",
  appointment: {
    code: "ABC1234",
    sessionType: "quick-assist",
    sessionName: "Snelle assistentie",
    start: "2026-12-10T09:00:00.000Z",
    end: "2026-12-10T09:30:00.000Z",
    host: "anna",
    hostName: "Anna",
  },
  notice: { atLeast: "PT24H", until: "2026-12-09T09:00:00.000Z", now: "in-time" },
  terms: { version: "2024-06-06", url: "https://taxdome.example/terms" },
  ...more,
});

/** Half an hour from a moment such as `2026-12-11T09:00Z`. */
export const aSlot = (start: string, host = "anna"): Slot => ({
  start: new Date(start).toISOString(),
  end: new Date(Date.parse(start) + 30 * 60_000).toISOString(),
  host,
});
