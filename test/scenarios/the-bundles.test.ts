import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Assembly, readAssembly } from "#local/assembly.ts";
import { synthesize } from "#local/synthesize.ts";
import { aBooking, appointments, aStory } from "./world.ts";

const folder = mkdtempSync(join(tmpdir(), "kept-bundles-"));
let assembly: Assembly;

beforeAll(async () => {
  const root = join(import.meta.dirname, "../..");
  assembly = readAssembly(await synthesize(root, folder, { bundling: true }));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true }));

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
});
