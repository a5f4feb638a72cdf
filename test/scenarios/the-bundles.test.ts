import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { createHolidays } from "#adapters/holidays.ts";
import { deployedPolicies, deployedTexts } from "#adapters/policies.ts";
import { openApi } from "#api/openapi.ts";
import { holidayRegions } from "#core/policy/holiday-regions.ts";
import { type Assembly, readAssembly } from "#local/assembly.ts";
import { synthesize } from "#local/synthesize.ts";
import { filesOf, folderOf, lambdas, loaded, root, sources } from "./bundles.ts";
import { aBooking, appointments, aStory } from "./world.ts";

const folder = mkdtempSync(join(tmpdir(), "kept-bundles-"));
let assembly: Assembly;

// All that would be deployed is bundled once, and takes a dozen seconds.
beforeAll(async () => {
  assembly = readAssembly(await synthesize(root, folder, { bundling: true }));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

/**
 * What each compiles before its first event, in KB: a cold start takes about as long as that is much. Whoever needs more here
 * has made every cold start longer; what not every event needs can be imported late.
 */
const atStart: Readonly<Record<string, number>> = {
  "ask-feedback": 610,
  "await-attendance": 290,
  "await-case": 290,
  "count-mail": 540,
  "end-appointment": 290,
  "execution-ended": 290,
  "link-api": 660,
  "mail-events": 400,
  "next-step": 370,
  "note-outcome": 290,
  "personal-api": 640,
  "public-api": 320,
  "receive-mail": 680,
  "send-confirmation": 680,
  "send-reminder": 610,
  "staff-api": 660,
  sweep: 380,
  "tell-elsewhere": 320,
  "tell-staff": 290,
};

const withAtStart = (part: RegExp): string[] =>
  lambdas.filter((name) => sources(loaded(assembly, name)).some((path) => part.test(path)));

describe("what a Lambda loads at its start", () => {
  it.each(lambdas)("is no more than it was: %s", (name) => {
    const bytes = loaded(assembly, name).reduce((sum, file) => sum + file.bytes, 0);
    expect(bytes / 1024).toBeGreaterThan(200);
    expect(bytes / 1024).toBeLessThan(atStart[name]!);
  });

  it("writes mails where every event sends one, and nowhere else", () => {
    expect(withAtStart(/nodemailer/)).toEqual(["ask-feedback", "send-confirmation", "send-reminder"]);
    // The page of a link offers the file of its appointment.
    expect(withAtStart(/ical-generator/)).toEqual(["link-api", "send-confirmation"]);
  });

  it("writes letters where every event sends one, and nowhere else", () => {
    expect(withAtStart(/core\/message\/compose\.ts/)).toEqual([
      "ask-feedback",
      "link-api",
      "send-confirmation",
      "send-reminder",
    ]);
    expect(withAtStart(/core\/message\/compose-case\.ts/)).toEqual([]);
  });

  it("reads mails where they come in, or are handed out, and nowhere else", () => {
    expect(withAtStart(/postal-mime|client-s3/)).toEqual(["count-mail", "personal-api", "receive-mail"]);
  });

  it("parses with the whole of zod only where much is parsed", () => {
    expect(withAtStart(/zod\/v4/)).toEqual(["link-api", "staff-api"]);
  });

  it("is neither what describes the API, nor what reads policies, phone numbers and other sites' tokens", () => {
    expect(withAtStart(/lib\/api\/(openapi|answers)|policy\/shape\.ts|libphonenumber|\/jose\//)).toEqual([]);
  });
});

describe("a bundle", () => {
  it.each(lambdas)("asks for nothing but Node's own modules: %s", (name) => {
    const outside = filesOf(assembly, name).flatMap(({ imports }) =>
      imports.filter(({ external }) => external).map(({ path }) => path),
    );
    expect(outside.length).toBeGreaterThan(0);
    expect(outside.filter((path) => !isBuiltin(path))).toEqual([]);
  });

  it("never reads all that some of Node's modules export, and looks for credentials in the environment alone", () => {
    for (const name of lambdas) {
      const files = filesOf(assembly, name);
      const imported = files.flatMap(({ imports }) => imports).map(({ path }) => path);
      expect(imported.filter((path) => /^(node:)?(fs|fs\/promises|http|process|zlib)$/.test(path))).toEqual(
        [],
      );
      expect(sources(files).filter((path) => /credential-provider|nested-clients/.test(path))).toEqual([]);
    }
  });

  it("has beside it what describes the API, where it is asked for that, and no schema of an answer", () => {
    const described = (name: string): boolean =>
      existsSync(join(folderOf(assembly, name), "policies/openapi.json"));
    expect(lambdas.filter(described)).toEqual(["public-api"]);
    const text = readFileSync(join(folderOf(assembly, "public-api"), "policies/openapi.json"), "utf8");
    expect(text).toBe(JSON.stringify(openApi()));
    for (const name of lambdas)
      expect(sources(filesOf(assembly, name)).filter((path) => /lib\/api\/.*answers/.test(path))).toEqual([]);
  });

  it("has beside it every policy word for word, and what reading policies and holidays came to", () => {
    const beside = (path: string): unknown =>
      JSON.parse(readFileSync(join(folderOf(assembly, "public-api"), "policies", `${path}.json`), "utf8"));
    for (const { pack, text } of deployedTexts()) expect(JSON.stringify(beside(pack))).toBe(text);
    for (const policy of deployedPolicies()) expect(beside(`read/${policy.policy.pack}`)).toEqual(policy);
    const tables = createHolidays();
    for (const region of holidayRegions) expect(beside(`read/holidays/${region}`)).toEqual(tables[region]);
  });
});

test("the bundles that would be deployed keep an appointment, from its booking to its end", async () => {
  const story = await aStory("2026-12-01T08:00:00Z", { assembly, bundles: true });
  const { status, body } = await story.post<{ id: string }>(appointments, aBooking("2026-12-14T09:00:00Z"));
  expect(status).toBe(201);
  await story.advance("P17D");
  const sent = [...(await story.mails()), ...(await story.sms())].filter(({ promise }) =>
    /^(confirmation|email-|sms-)/.test(promise),
  );
  expect(sent.map(({ promise }) => promise)).toEqual([
    "confirmation",
    "email-PT48H",
    "email-PT24H",
    "email-PT1H",
    "sms-PT30M",
  ]);
  const head = (await story.items()).find(({ code, sk }) => code === body.id && sk === "head");
  expect(head).toMatchObject({ status: "ended" });
  expect((await story.get("/openapi.json")).body).toEqual(openApi());
});
