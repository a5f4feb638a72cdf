import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { buildPages } from "#site/pages.ts";
import { aBrought, aCompany } from "../../scenarios/case.ts";
import { aStory, type Story } from "../../scenarios/world.ts";
import { aBrowser, hasBrowser } from "../browser.ts";

const pages = buildPages(join(import.meta.dirname, "../../.."));

const focused = (page: Page): Promise<string> => page.evaluate("document.activeElement.textContent.trim()");
const outcome = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();

/** By the keyboard alone: to whatever has this name, and Enter. */
const pressByKeyboard = async (page: Page, name: string): Promise<void> => {
  for (let stops = 0; stops < 80; stops += 1) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === name) return page.keyboard.press("Enter");
  }
  throw new Error(`the keyboard does not reach "${name}"`);
};

const aComplaint = async (): Promise<{ story: Story; number: string }> => {
  const story = await aStory("2026-12-01T08:00:00Z", { pages });
  const { number } = await aCompany(story, "solar").bring(aBrought());
  await story.advance("PT1M");
  return { story, number };
};

describe.skipIf(!hasBrowser())("the staff desk, in a browser", () => {
  const { open, leave } = aBrowser();
  afterEach(leave);

  const signedIn = async (url: string): Promise<Page> => {
    const page = await open(url);
    await page.getByLabel("Your name").waitFor();
    await page.keyboard.press("Tab");
    await page.getByLabel("Your name").focus();
    await page.keyboard.type("sanne");
    await page.keyboard.press("Enter");
    return page;
  };

  test("a complaint is worked by the keyboard alone, from the mail that told of it to its end", async () => {
    const { story, number } = await aComplaint();
    const page = await signedIn(`${story.world.url}/desk/solar/cases/${number}`);
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", ({ message }) => complaints.push(message));
    await page.getByRole("heading", { name: `Complaint ${number}` }).waitFor();

    await pressByKeyboard(page, "Acknowledge");
    expect(await focused(page)).toBe("Acknowledge");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Wij kijken er vandaag nog naar.");
    await pressByKeyboard(page, "See what goes out");
    await page.getByRole("heading", { name: "This goes out" }).waitFor();
    await page.locator(".letter", { hasText: "Beste Noor Bakker" }).waitFor();
    expect((await story.mails()).map(({ kind }) => kind)).not.toContain("acknowledged");
    await pressByKeyboard(page, "Send it");
    await outcome(page, "Done: acknowledge.");
    expect(await focused(page)).toBe(`Complaint ${number}`);
    await page.getByText("Acknowledged, by sanne").waitFor();

    await pressByKeyboard(page, "Resolve");
    await page.keyboard.press("Tab");
    await page.keyboard.type("De omvormer is vervangen.");
    await pressByKeyboard(page, "See what goes out");
    await page.getByRole("heading", { name: "This goes out" }).waitFor();
    await pressByKeyboard(page, "Send it");
    await outcome(page, "Done: resolve.");
    const mails = await story.mails();
    expect(mails.filter(({ to }) => to.includes("noor")).map(({ kind }) => kind)).toEqual([
      "registered",
      "acknowledged",
      "resolved",
    ]);
    expect(complaints).toEqual([]);
  });
});
