import { describe, expect, inject, test, vi } from "vitest";
import { readPolicy } from "#core/policy/read.ts";
import { readAssembly } from "#local/assembly.ts";
import { functionName } from "#local/template/account.ts";
import type { TestWorld } from "../builders/world.ts";
import { pathOf, tasksOf } from "../stack/definition.ts";
import { type Release, releases } from "./release.ts";
import { aWorldOf, head } from "./world.ts";

const current = vi.hoisted(() => {
  process.env["POWERTOOLS_LOG_LEVEL"] = "SILENT";
  return { world: undefined as unknown };
});
vi.mock("../../lambdas/shared/ports.ts", () => ({ ports: () => current.world }));

const over = "2026-12-11T00:00:00Z";

/** A newer build may promise more to those who are under way; what was promised must be kept. */
const promisedThen = ({ items }: Release): string[] =>
  Object.keys(items.find(({ type }) => type === "appointment")?.["promises"] as object);

const messages = (world: TestWorld): string[] =>
  [
    ...world.mails.map(({ at, mail }) => `${at} ${mail.labels.promise}`),
    ...world.texts.map(({ at, text }) => `${at} ${text.labels.promise}`),
  ].sort();

describe.each(releases())("what release $name left running", (release) => {
  const begin = async () => {
    const running = await aWorldOf(release);
    current.world = running.world;
    return running;
  };

  test("goes its own way to its end on today's Lambdas, and keeps each promise once, at its moment", async () => {
    const { world, advance, status, entered } = await begin();
    await advance(over);
    expect(status()).toBe("SUCCEEDED");
    expect(entered()).toEqual(pathOf(release.definition));
    expect(messages(world)).toEqual([
      "2026-12-01T08:00:00.000Z confirmation",
      "2026-12-08T09:00:00.000Z email-PT48H",
      "2026-12-09T09:00:00.000Z email-PT24H",
      "2026-12-10T08:00:00.000Z email-PT1H",
      "2026-12-10T08:30:00.000Z sms-PT30M",
    ]);
    expect(head(world).status).not.toBe("booked");
    const { promises } = head(world);
    for (const promise of promisedThen(release))
      expect(promises[promise], promise).toMatchObject({ state: "kept" });
  });

  test("still tells a person when a step of today's fails it", async () => {
    const { world, advance, status } = await begin();
    world.mailer.send = () => Promise.reject(new Error("broken"));
    await advance(over);
    expect(status()).toBe("SUCCEEDED");
    const tasks = world.table.all().filter((item) => item["type"] === "task");
    const about = tasks.map((task) => (task["about"] as { promise: string }).promise);
    expect(about).toEqual(
      expect.arrayContaining(["confirmation", "email-PT48H", "email-PT24H", "email-PT1H"]),
    );
    expect(world.texts).toHaveLength(1);
  });

  test("finds every function that its definition names", () => {
    const deployed = readAssembly(inject("assembly")).functions.map(({ name }) => name);
    for (const [, { Parameters }] of tasksOf(release.definition))
      expect(deployed).toContain(functionName(Parameters!.FunctionName));
  });

  test("was promised under a policy that can still be read", () => {
    expect(readPolicy(release.policy)).toHaveProperty("policy");
  });
});
