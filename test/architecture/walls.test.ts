import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { root } from "./sources.ts";

const wall = "no-restricted-imports";

/** A file in each place, what it imports, and whether lint must object. */
const crossings: [path: string, source: string, rule: string | undefined][] = [
  ["lib/core/a.ts", 'import { join } from "node:path"; join();', wall],
  ["lib/core/b.ts", 'import { Ports } from "#adapters/ports.ts"; Ports();', wall],
  ["lib/core/policy/c.ts", 'import { x } from "../../steps/x.ts"; x();', wall],
  ["lib/core/d.ts", 'import { parse } from "libphonenumber-js"; parse();', wall],
  ["lib/core/e.ts", 'import * as z from "zod"; z.x();', undefined],
  ["lib/core/f.ts", "export const today = new Date();", "no-restricted-globals"],
  ["lib/core/g.ts", "export const dice = () => Math.random();", "no-restricted-properties"],
  ["lib/core/h.ts", "export const home = process.env;", "no-restricted-globals"],
  ["lib/steps/a.ts", 'import type { Ports } from "#adapters/ports.ts"; export type P = Ports;', undefined],
  ["lib/steps/b.ts", 'import { ports } from "#adapters/ports.ts"; ports();', wall],
  ["lib/steps/c.ts", 'import type { T } from "#adapters/table.ts"; export type U = T;', wall],
  ["lib/steps/d.ts", 'import { SESClient } from "@aws-sdk/client-ses"; SESClient();', wall],
  ["lib/api/a.ts", 'import { createTable } from "#adapters/table.ts"; createTable();', wall],
  ["lib/adapters/a.ts", 'import { SESClient } from "@aws-sdk/client-ses"; SESClient();', undefined],
  ["lib/adapters/b.ts", 'import { Stack } from "aws-cdk-lib"; Stack();', wall],
  ["lib/stack/a.ts", 'import { Stack } from "aws-cdk-lib"; Stack();', undefined],
  ["lib/stack/b.ts", 'import { SESClient } from "@aws-sdk/client-ses"; SESClient();', wall],
  ["lib/local/a.ts", 'import { Runtime } from "aws-cdk-lib/aws-lambda"; Runtime();', wall],
  ["lib/local/b.ts", 'import { settingsOf } from "#stack/settings.ts"; settingsOf();', wall],
  ["lib/cli/a.ts", 'import { App } from "aws-cdk-lib"; App();', wall],
  ["lib/cli/b.ts", 'import { SFNClient } from "@aws-sdk/client-sfn"; SFNClient();', wall],
  ["lib/cli/c.ts", 'import { settingsOf } from "#stack/settings.ts"; settingsOf();', wall],
  ["lib/cli/d.ts", 'import { deliver } from "#steps/deliver.ts"; deliver();', undefined],
  ["lib/local/c.ts", 'import { run } from "#cli/run.ts"; run();', wall],
  ["lib/messages/a.ts", 'import { book } from "#core/appointment/book.ts"; book();', wall],
  ["lambdas/a.ts", 'import { clock } from "#local/clock.ts"; clock();', wall],
  ["lambdas/shared/b.ts", 'import { SESClient } from "@aws-sdk/client-ses"; SESClient();', wall],
  ["lib/site/a.ts", 'import { settingsOf } from "#stack/settings.ts"; settingsOf();', wall],
  ["lib/site/b.ts", 'import { buildSync } from "esbuild"; buildSync({});', undefined],
  ["web/link/a.ts", 'import { instant } from "#core/time.ts"; instant("");', wall],
  ["web/link/b.ts", 'import { routes } from "../../lib/api/routes.ts"; routes();', wall],
  ["web/link/c.ts", 'import { html } from "lit"; html();', wall],
  ["web/link/d.ts", 'import { element } from "../element.ts"; element();', undefined],
  ["web/booking/a.ts", 'import { html } from "lit"; html("");', undefined],
  ["web/booking/b.ts", 'import { live } from "lit/directives/live.js"; live();', undefined],
  ["web/booking/c.ts", 'import { book } from "../../lib/steps/book.ts"; book();', wall],
  ["web/booking/d.ts", 'import { render } from "preact"; render();', wall],
  ["bin/a.ts", 'import { App } from "aws-cdk-lib"; App();', wall],
  ["bin/app.ts", 'import { App } from "aws-cdk-lib"; App();', undefined],
];

interface Finding {
  readonly filename: string;
  readonly code: string;
}

let house: string;
let findings: Finding[];

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), "kept-walls-"));
  cpSync(join(root, ".oxlintrc.json"), join(house, ".oxlintrc.json"));
  for (const [path, source] of crossings) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), `${source}\n`);
  }
  findings = await lint(house);
});

afterAll(() => rmSync(house, { recursive: true }));

/** Lint answers with 1 when it objects, which is no failure here. */
const lint = async (cwd: string): Promise<Finding[]> => {
  const run = promisify(execFile)(join(root, "node_modules/.bin/oxlint"), ["--format", "json"], { cwd });
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  return (JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics;
};

it.each(crossings)("%s: %s", (path, _, rule) => {
  const codes = findings.filter(({ filename }) => filename === path).map(({ code }) => code);
  expect(codes).toEqual(rule === undefined ? [] : [`eslint(${rule})`]);
});
