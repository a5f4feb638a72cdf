import { describe, expect, it } from "vitest";
import { type Shown, wantedAnswer } from "../../../web/link/case/case.ts";
import { createCaseClient } from "../../../web/link/case/case-client.ts";
import { type CasePage, createCasePage } from "../../../web/link/case/case-page.ts";
import de from "../../../web/link/case/texts/de.json" with { type: "json" };
import en from "../../../web/link/case/texts/en.json" with { type: "json" };
import es from "../../../web/link/case/texts/es.json" with { type: "json" };
import nl from "../../../web/link/case/texts/nl.json" with { type: "json" };

const aCase = (changes: Partial<Shown> = {}): Shown & { purpose: string } => ({
  purpose: "case",
  version: 1,
  status: "open",
  actions: ["answer", "escalate"],
  language: "nl",
  timeZone: "Europe/Amsterdam",
  company: "Solar",
  number: "K7M2P4Q",
  kind: "complaint",
  receivedAt: "2026-11-02T09:00:00.000Z",
  missing: [],
  questions: [],
  costs: [],
  files: [],
  replyTo: "reply+c.solar.k7m2p4q.c.0000000000000000@kept.example",
  milestones: [],
  ...changes,
});

const aPage = (...answers: { body: object; status?: number }[]) => {
  const asked: string[] = [];
  const shown: CasePage[] = [];
  const ask = async (path: unknown, init: RequestInit = {}): Promise<Response> => {
    asked.push(
      `${init.method ?? "GET"} ${String(path)} ${typeof init.body === "string" ? init.body : ""}`.trim(),
    );
    const next = answers.shift();
    if (next === undefined) throw new Error("nobody answers");
    return new Response(JSON.stringify(next.body), { status: next.status ?? 200 });
  };
  const client = createCaseClient("c.solar.X", ask as typeof fetch);
  return { page: createCasePage(client, (next) => void shown.push(next)), asked, shown };
};

describe("the page of a case", () => {
  it("looks and writes nothing until a button is pressed", async () => {
    const { page, asked, shown } = aPage({ body: aCase() }, { body: aCase() });
    await page.again();
    expect(asked).toEqual(["GET /v1/link"]);
    await page.press(aCase(), { act: "answer", text: " The part has come. " });
    expect(asked.at(-1)).toBe('POST /v1/link/answer {"version":1,"text":"The part has come."}');
    expect(shown.at(-1)).toMatchObject({ at: "open", said: "answer" });
  });

  it("asks for words before it sends an answer or a wish for somebody else", async () => {
    const { page, asked, shown } = aPage();
    await page.press(aCase(), { act: "escalate", text: "  " });
    expect(asked).toEqual([]);
    expect(shown.at(-1)).toMatchObject({ said: "write" });
  });

  it("sends satisfaction by one press, with a comment or without", async () => {
    const { page, asked } = aPage({ body: aCase() }, { body: aCase() });
    await page.press(aCase(), { act: "satisfaction", satisfied: false, text: "" });
    await page.press(aCase(), { act: "satisfaction", satisfied: true, text: "Quick." });
    expect(asked).toEqual([
      'POST /v1/link/satisfaction {"version":1,"satisfied":false}',
      'POST /v1/link/satisfaction {"version":1,"satisfied":true,"text":"Quick."}',
    ]);
  });

  it("shows how it stands where a press came too late", async () => {
    const { page, shown } = aPage(
      { status: 409, body: { code: "closed" } },
      { body: aCase({ status: "closed" }) },
    );
    await page.press(aCase(), { act: "escalate", text: "Please." });
    expect(shown.at(-1)).toMatchObject({ shown: { status: "closed" }, said: "refused" });
  });

  it("stays open where nobody answers, and shuts for a link that opens nothing", async () => {
    const away = aPage();
    await away.page.press(aCase(), { act: "answer", text: "Hello." });
    expect(away.shown.at(-1)).toMatchObject({ at: "open", said: "away" });
    const forged = aPage({ status: 404, body: { code: "link-invalid" } });
    await forged.page.again();
    expect(forged.shown).toEqual([{ at: "shut", why: "invalid" }]);
  });

  it("sends one press at a time", async () => {
    const { page, asked } = aPage({ body: aCase() }, { body: aCase() });
    const press = { act: "answer", text: "Hello." } as const;
    await Promise.all([page.press(aCase(), press), page.press(aCase(), press)]);
    expect(asked).toHaveLength(1);
  });
});

it("takes the answer that a mail chose, and no other", () => {
  expect(["?do=satisfied", "?do=not-satisfied", "?do=change", ""].map(wantedAnswer)).toEqual([
    true,
    false,
    undefined,
    undefined,
  ]);
});

const fields = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([field]) => field).sort();

describe.each(Object.entries({ de, es, nl }))("the texts in %s", (_, texts: Record<string, string>) => {
  it("are as many as in English, name the same fields and are not left in English", () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
    for (const [name, text] of Object.entries(en)) {
      expect([name, fields(texts[name] ?? "")]).toEqual([name, fields(text)]);
      if (name !== "status") expect([name, texts[name]]).not.toEqual([name, text]);
    }
  });
});
