import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Cost } from "./play.ts";

interface Line {
  readonly what: string;
  readonly quantity: number;
  readonly price: number | null;
}

/** Dated, with the source of each price; what was not read on AWS's own page says so there. */
export const priceFile = "docs/prices-2026-11.json";

const { perThousandAppointments: lines } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../..", priceFile), "utf8"),
) as { readonly perThousandAppointments: readonly Line[] };

/** What each request of a person costs besides is in the file's own quantities: API, and Lambda's seconds for each call. */
const counted = ({ transitions, mails, writeUnits, readUnits, steps }: Cost, requests: number) => ({
  "Step Functions, state transitions": transitions,
  "SES, mails": mails,
  "DynamoDB, write units": writeUnits,
  "DynamoDB, read units": readUnits,
  "Lambda, requests": steps + requests,
  // As in the file: half a gigabyte for 0.3 seconds each.
  "Lambda, GB-seconds on arm64": (steps + requests) * 0.15,
  "API Gateway, HTTP API requests": requests,
});

/** US$ for a thousand, without SMS, free tiers and tax. @throws Error when the file has no price for what was counted. */
export const dollarsPerThousand = (cost: Cost, requests: number): number =>
  Object.entries(counted(cost, requests)).reduce((sum, [what, quantity]) => {
    const price = lines.find((line) => line.what === what)?.price;
    if (price === undefined || price === null) throw new Error(`${priceFile} has no price for "${what}"`);
    return sum + quantity * 1000 * price;
  }, 0);
