import type { Operation } from "./operation.ts";

export const mailboxOperations = {
  "GET /v1/{pack}/staff/mailboxes": {
    summary:
      "The mailboxes, and for each the addresses to which staff send a copy of what they answer from their own mail program",
    answer: { status: 200, schema: "Mailboxes" },
    problems: [],
  },
} as const satisfies Readonly<Record<string, Operation>>;
