import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const folder = join(import.meta.dirname, "../../../docs/screens");

/** Another code each time would be another picture each time: the page is given this one. */
const shownCode = "K7M2P4Q";

export const inPicturesOf = async (page: Page, code: string): Promise<void> => {
  await page.route("**/local/{outbox,mail/**,executions,executions/**}", async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(shownCode, code) });
    await route.fulfill({ response, body: (await response.text()).replaceAll(code, shownCode) });
  });
};

const mostBytes = 300_000;

/**
 * Takes what the page shows for the README. A screen that is there stays, for every browser draws its letters a little differently;
 * `KEPT_SCREENS=1 npm test -- test/web/local` takes them anew.
 */
export const takeScreen = async (page: Page, name: string): Promise<void> => {
  // No ring around what was pressed last.
  await page.evaluate("document.activeElement.blur()");
  await page.mouse.move(0, 0);
  const taken = await page.screenshot({ animations: "disabled" });
  expect(taken.length).toBeLessThan(mostBytes);
  const file = join(folder, `${name}.png`);
  if (existsSync(file) && process.env["KEPT_SCREENS"] === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, taken);
};
