import { existsSync } from "node:fs";
import { type Browser, chromium, type LaunchOptions, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";

/** Debian's; Playwright's own would have to be downloaded. */
const executablePath = "/usr/bin/chromium";

/** `false` when there is no browser on this machine, and then a line says so. */
export const hasBrowser = (): boolean => {
  const found = existsSync(executablePath);
  if (!found)
    process.stderr.write(`skipped: no browser at ${executablePath} ("apt-get install chromium" brings it)\n`);
  return found;
};

/** Well within the time of a test, so that what is missing on the page is named. */
const patienceMs = 10_000;

/** A browser that talks to nobody but loopback. */
const options: LaunchOptions = {
  executablePath,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

/** One browser for the tests of a file; each `open` is a person of their own, with nothing remembered. */
export const aBrowser = () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch(options);
  });
  afterAll(() => browser?.close());
  return {
    open: async (url: string, settings: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> => {
      const context = await browser.newContext({
        locale: "nl-NL",
        timezoneId: "America/New_York",
        ...settings,
      });
      context.setDefaultTimeout(patienceMs);
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    /** Closes every page that was opened. */
    leave: async (): Promise<void> => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
  };
};
