import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const folder = join(import.meta.dirname, "../../docs/screens");

/** Another code each time would be another picture each time: the page is given this one. */
export const shownCode = "K7M2P4Q";

/** From here on the page knows the appointment or the case with this code by another. */
export const inPicturesOf = async (page: Page, code: string): Promise<void> => {
  await page.route(
    "**/{v1/**,local/outbox,local/mail/**,local/executions,local/executions/**}",
    async (route) => {
      const response = await route.fetch({ url: route.request().url().replace(shownCode, code) });
      await route.fulfill({ response, body: (await response.text()).replaceAll(code, shownCode) });
    },
  );
};

const mostBytes = 300_000;

/**
 * Takes what the page shows for the README: anew whenever its words or its styles have changed. Otherwise the screen that is
 * there stays, for every machine draws letters in a font of its own. A digest beside it says of what it was taken.
 */
export const takeScreen = async (page: Page, name: string): Promise<void> => {
  // No ring around what was pressed last.
  await page.evaluate("document.activeElement.blur(); scrollTo(0, 0)");
  await page.mouse.move(0, 0);
  const taken = await page.screenshot({ animations: "disabled" });
  expect(taken.length).toBeLessThan(mostBytes);
  const digest = createHash("sha256")
    .update(await page.evaluate<string>(shown))
    .digest("hex");
  const [file, of] = [join(folder, `${name}.png`), join(folder, `${name}.sha256`)];
  if (existsSync(file) && existsSync(of) && readFileSync(of, "utf8").trim() === digest) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, taken);
  writeFileSync(of, `${digest}\n`);
};

/** The words and the styles of a page, shadow trees included. */
const shown = `(() => {
  const rules = (root) => [...root.styleSheets, ...root.adoptedStyleSheets]
    .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
  const within = (root) => [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
    shadowRoot === null ? [] : [...rules(shadowRoot), shadowRoot.textContent, ...within(shadowRoot)]);
  return [...rules(document), document.body.innerText, ...within(document)].join("\\n");
})()`;
