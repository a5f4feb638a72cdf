import { describe, expect, it } from "vitest";
import type { Place } from "../../../web/link/offer/offer.ts";
import { createOfferClient } from "../../../web/link/offer/offer-client.ts";
import { createOfferPage, type OfferPage } from "../../../web/link/offer/offer-page.ts";
import { sayOffer } from "../../../web/link/offer/offer-texts.ts";
import de from "../../../web/link/offer/texts/de.json" with { type: "json" };
import en from "../../../web/link/offer/texts/en.json" with { type: "json" };
import es from "../../../web/link/offer/texts/es.json" with { type: "json" };
import nl from "../../../web/link/offer/texts/nl.json" with { type: "json" };

const aPlace = (changes: Partial<Place> = {}): Place & { purpose: string } => ({
  purpose: "offer",
  version: 2,
  status: "offered",
  actions: ["accept", "decline", "leave"],
  language: "nl",
  timeZone: "Europe/Amsterdam",
  company: "TaxDome",
  waiting: { sessionName: "Implementatiesessie" },
  offer: {
    hostName: "Anna",
    start: "2026-12-10T09:00:00.000Z",
    end: "2026-12-10T10:00:00.000Z",
    until: "2026-12-08T09:00:00.000Z",
  },
  terms: { version: "2024-06-06", url: "https://taxdome.example/terms" },
  ...changes,
});

const aPage = (...answers: { body: object; status?: number }[]) => {
  const asked: string[] = [];
  const shown: OfferPage[] = [];
  const ask = async (path: unknown, init: RequestInit = {}): Promise<Response> => {
    asked.push(
      `${init.method ?? "GET"} ${String(path)} ${typeof init.body === "string" ? init.body : ""}`.trim(),
    );
    const { body, status = 200 } = answers.shift() ?? { body: aPlace() };
    return new Response(JSON.stringify(body), { status });
  };
  const client = createOfferClient("o.taxdome.X", ask as typeof fetch);
  return { page: createOfferPage(client, (next) => void shown.push(next)), asked, shown };
};

describe("the page of an offer", () => {
  it("looks and writes nothing until a button is pressed, then answers on the version that it showed", async () => {
    const { page, asked, shown } = aPage(
      { body: aPlace() },
      { body: aPlace({ status: "booked", version: 3 }) },
    );
    await page.again();
    expect(asked).toEqual(["GET /v1/link"]);
    await page.press(aPlace(), "accept");
    expect(asked.at(-1)).toBe('POST /v1/link/accept {"version":2}');
    expect(shown.at(-1)).toMatchObject({ at: "open", place: { status: "booked" } });
  });

  it("leaves the list by declining so", async () => {
    const { page, asked } = aPage({ body: aPlace({ status: "left" }) });
    await page.press(aPlace(), "leave");
    expect(asked).toEqual(['POST /v1/link/decline {"version":2,"leave":true}']);
  });

  it.each([
    ["offer-taken", 409, "offer-taken"],
    ["offer-over", 409, "offer-over"],
    ["restricted", 403, "not-allowed"],
  ])("says of %s what it means, and shows how it stands now", async (code, status, said) => {
    const { page, shown } = aPage({ body: { code }, status }, { body: aPlace({ status: "waiting" }) });
    await page.press(aPlace(), "accept");
    expect(shown.at(-1)).toMatchObject({ at: "open", said, place: { status: "waiting" } });
  });

  it("acts once when a button is pressed twice", async () => {
    const { page, asked } = aPage();
    await Promise.all([page.press(aPlace(), "accept"), page.press(aPlace(), "accept")]);
    expect(asked).toHaveLength(1);
  });

  it("opens nothing for a link that is not valid", async () => {
    const { page, shown } = aPage({ body: { code: "link-invalid" }, status: 404 });
    await page.again();
    expect(shown).toEqual([{ at: "shut", why: "invalid" }]);
  });
});

it.each(Object.entries({ de, es, nl }))(
  "its texts in %s are as many, and name the same fields",
  (_, texts) => {
    const fields = (text: string): string[] => text.match(/\{\w+\}/g) ?? [];
    expect(Object.entries(texts).map(([name, text]) => [name, fields(text)])).toEqual(
      Object.entries(en).map(([name, text]) => [name, fields(text)]),
    );
    expect(sayOffer("nl")("heading", { company: "TaxDome" })).toBe("Wachtlijst van TaxDome");
  },
);
