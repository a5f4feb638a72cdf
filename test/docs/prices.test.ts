import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

interface Line {
  readonly what: string;
  readonly quantity: number;
  readonly price: number | null;
  readonly source: string;
}

const docs = join(import.meta.dirname, "../../docs");
const { perThousandAppointments: lines }: { perThousandAppointments: Line[] } = JSON.parse(
  readFileSync(join(docs, "prices-2026-11.json"), "utf8"),
);
const page = readFileSync(join(docs, "deploy.md"), "utf8");

const dollars = ({ quantity, price }: Line): number => quantity * (price ?? 0);
const thousands = (quantity: number): string => quantity.toLocaleString("en");

describe("the cost of a thousand appointments", () => {
  it.each(lines)("names $what with its quantity, and where its price comes from", (line) => {
    const cost = line.price === null ? "to be filled" : dollars(line).toFixed(2);
    expect(page).toContain(`| ${line.what} | ${thousands(line.quantity)} | ${cost} |`);
    expect(line.source).toMatch(/https:\/\/|as above/);
  });

  it("adds up", () => {
    const sum = lines.map(dollars).reduce((total, cost) => total + cost, 0);
    expect(page).toContain(`| **without SMS** | | **${sum.toFixed(2)}** |`);
  });
});
