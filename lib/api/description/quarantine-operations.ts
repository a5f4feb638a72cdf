import type { Operation } from "./operation.ts";

/** Mails that wait for a person. */
export const quarantineOperations = {
  "GET /v1/{pack}/staff/quarantine": {
    summary: "Mails that no program could place, the oldest first",
    answer: { status: 200, schema: "Quarantine" },
    problems: [],
  },
  "POST /v1/{pack}/staff/quarantine/{id}/release": {
    summary: "Let a mail out, as a case of its own or as a reply on the case that you name",
    body: "ReleaseRequest",
    answer: { status: 200, schema: "Released" },
    problems: ["not-found", "already-done", "closed", "no-sender", "no-cases"],
  },
} as const satisfies Readonly<Record<string, Operation>>;
