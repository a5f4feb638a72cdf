import { promisesQuery } from "../ledger-schemas.ts";
import type { Operation } from "./operation.ts";

/** The ledger of promises. */
export const ledgerOperations = {
  "GET /v1/{pack}/staff/promises": {
    summary: "What was promised about what was booked, changed or received on these days, and how it stands",
    query: promisesQuery,
    answer: { status: 200, schema: "Promises" },
    problems: ["invalid-request", "span-empty", "span-too-long"],
  },
} as const satisfies Readonly<Record<string, Operation>>;
