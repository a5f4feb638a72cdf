import { describe, expect, it } from "vitest";
import { type Asked, wantedRating } from "../../../web/link/feedback/feedback.ts";
import { createFeedbackClient } from "../../../web/link/feedback/feedback-client.ts";
import { createFeedbackPage, type FeedbackPage } from "../../../web/link/feedback/feedback-page.ts";
import de from "../../../web/link/feedback/texts/de.json" with { type: "json" };
import en from "../../../web/link/feedback/texts/en.json" with { type: "json" };
import es from "../../../web/link/feedback/texts/es.json" with { type: "json" };
import nl from "../../../web/link/feedback/texts/nl.json" with { type: "json" };

const asked: Asked & { purpose: string } = {
  purpose: "feedback",
  version: 1,
  language: "nl",
  timeZone: "Europe/Amsterdam",
  company: "TaxDome",
  appointment: { sessionName: "Implementatiesessie", hostName: "Anna", start: "2026-12-10T09:00:00.000Z" },
};

const aPage = (...answers: { body: object; status?: number }[]) => {
  const sent: string[] = [];
  const shown: FeedbackPage[] = [];
  const ask = async (path: unknown, init: RequestInit = {}): Promise<Response> => {
    sent.push(
      `${init.method ?? "GET"} ${String(path)} ${typeof init.body === "string" ? init.body : ""}`.trim(),
    );
    const { body, status = 200 } = answers.shift() ?? { body: asked };
    return new Response(JSON.stringify(body), { status });
  };
  const client = createFeedbackClient("f.taxdome.X", ask as typeof fetch);
  return { page: createFeedbackPage(client, (next) => void shown.push(next)), sent, shown };
};

describe("the page that asks for feedback", () => {
  it("says nothing until a mark is pressed, whatever the mail's link has chosen", async () => {
    const { page, sent, shown } = aPage();
    await page.again();
    expect(sent).toEqual(["GET /v1/link"]);
    expect(shown).toEqual([{ at: "open", asked }]);
  });

  it("sends one press with the comment, if there is one", async () => {
    const { page, sent, shown } = aPage();
    await page.give(asked, 5, "  ");
    await page.give(asked, 4, " Helder ");
    expect(sent).toEqual([
      'POST /v1/link/feedback {"version":1,"rating":5}',
      'POST /v1/link/feedback {"version":1,"rating":4,"comment":"Helder"}',
    ]);
    expect(shown.at(-1)).toMatchObject({ said: "thanks" });
  });

  it("acts once when a button is pressed twice", async () => {
    const { page, sent } = aPage();
    await Promise.all([page.give(asked, 5, ""), page.give(asked, 5, "")]);
    expect(sent).toHaveLength(1);
  });

  it("keeps what was written when nobody answers, and opens nothing for a link that is not valid", async () => {
    const { page, shown } = aPage({ body: {}, status: 503 }, { body: { code: "link-invalid" }, status: 404 });
    await page.give(asked, 5, "Helder");
    expect(shown.at(-1)).toEqual({ at: "open", asked, said: "again" });
    await page.again();
    expect(shown.at(-1)).toEqual({ at: "shut", why: "invalid" });
  });

  it("knows marks from 1 to 5 and no other", () => {
    const wanted = ["1", "5", "0", "6", "2.5", "x", ""].map((mark) => wantedRating(`?rating=${mark}`));
    expect(wanted).toEqual([1, 5, undefined, undefined, undefined, undefined, undefined]);
  });

  it.each(Object.entries({ de, es, nl }))("speaks %s as completely as English", (_, texts) => {
    const fields = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(Object.keys(texts)).toEqual(Object.keys(en));
    expect(Object.values(texts).map(fields)).toEqual(Object.values(en).map(fields));
  });
});
