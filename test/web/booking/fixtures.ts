import { vi } from "vitest";
import { createBooker } from "../../../web/booking/booker.ts";
import type { Company, Slot } from "../../../web/booking/booking.ts";
import type { Answer, Client } from "../../../web/booking/client.ts";
import { readerIn } from "../../../web/booking/reader.ts";
import type { Choosing, Page } from "../../../web/booking/state.ts";

export const aCompany = (changes: Partial<Company> = {}): Company => ({
  name: "TaxDome",
  terms: { version: "2024-06-06", url: "https://taxdome.example/terms" },
  sessionTypes: [
    { id: "implementation", name: { en: "Implementation session", nl: "Implementatiesessie" }, minutes: 60 },
    { id: "quick-assist", name: { en: "Quick assist", nl: "Snelle hulp" }, minutes: 15 },
  ],
  rules: {
    earliest: "2026-12-01T09:00:00.000Z",
    end: "2027-01-30T23:00:00.000Z",
    notice: "PT24H",
    inTimeFrom: "2026-12-02T08:00:00.000Z",
    noShow: { window: "P12M", notBefore: "P6M" },
    waitingList: true,
  },
  ...changes,
});

export const aSlot = (start: string): Slot => ({ start, end: start, host: "anna" });

export const noor = {
  customer: { name: "Noor", email: "noor@customer.example" },
  feeAccepted: false,
  from: "2026-12-01",
  until: "2026-12-14",
};

/** A widget before an API that finds these slots, whatever it is asked; each of its answers can be put in its place. */
export const aWidget = async (slots: readonly Slot[], changes: Partial<Client> = {}) => {
  const lost = async (): Promise<Answer<never>> => ({ failed: "away" });
  const client = {
    company: vi.fn<Client["company"]>(changes.company ?? (async () => ({ found: aCompany() }))),
    slots: vi.fn<Client["slots"]>(changes.slots ?? (async () => ({ found: slots }))),
    book: vi.fn<Client["book"]>(changes.book ?? lost),
    wait: vi.fn<Client["wait"]>(changes.wait ?? lost),
  };
  const pages: Page[] = [];
  const told: (readonly [string, object])[] = [];
  const booker = createBooker({
    client,
    reader: readerIn(["nl"], "Europe/Amsterdam"),
    sessionType: undefined,
    show: (page) => pages.push(page),
    wait: () => undefined,
    tell: (event, detail) => told.push([event, detail]),
  });
  await booker.open();
  const now = (): Page => pages.at(-1)!;
  /** What is shown while somebody chooses. */
  const choosing = (): Choosing => {
    const page = now();
    if (page.at !== "choosing") throw new Error(`shows ${page.at}`);
    return page;
  };
  return { booker, client, now, choosing, told };
};
