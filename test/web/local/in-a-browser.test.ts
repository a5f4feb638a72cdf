import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { buildLocalPages } from "#local/console/pages.ts";
import { buildPages } from "#site/pages.ts";
import { aBooking, appointments, aStory, type Story } from "../../scenarios/world.ts";
import { aBrowser, hasBrowser } from "../browser.ts";

const root = join(import.meta.dirname, "../../..");
const [pages, localPages] = [buildPages(root), buildLocalPages(root)];

/** It is Tuesday 1 December 2026, 09:00 in Amsterdam; Noor has a session on the 14th at 10:00. */
const aBookedStory = async (): Promise<{ story: Story; code: string }> => {
  const story = await aStory("2026-12-01T08:00:00Z", { pages, localPages });
  const { body } = await story.post<{ code: string }>(appointments, aBooking("2026-12-14T09:00:00Z"));
  await story.advance("PT1M");
  return { story, code: body.code };
};

const named = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const outcome = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
const marked = (page: Page, mark: string): Promise<string[]> =>
  page.locator(`#execution .machine .${mark} text:not(.badge):not(.clause)`).allTextContents();

describe.skipIf(!hasBrowser())("the start page of the local world, in a browser", () => {
  const { open, leave } = aBrowser();
  afterEach(leave);
  const amsterdam = { timezoneId: "Europe/Amsterdam", viewport: { width: 1280, height: 900 } };

  test("drives the clock from event to event: mails go out, the picture follows, and the page says what happened", async () => {
    const { story, code } = await aBookedStory();
    const page = await open(`${story.world.url}/`, amsterdam);
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", ({ message }) => complaints.push(message));
    await page.getByText("Tuesday 1 December 2026, 09:01 (Europe/Amsterdam)").waitFor();
    await page.getByRole("heading", { name: `${code}-v1-r1` }).waitFor();
    expect(await marked(page, "been")).toEqual(["Confirm by e-mail"]);
    expect(await marked(page, "now")).toEqual(["Wait until 2 days before"]);
    await page
      .getByText(
        `The next wait ends on Saturday 12 December 2026, 10:00 (${code}-v1-r1: Wait until 2 days before).`,
      )
      .waitFor();

    await named(page, "To the next event").click();
    await outcome(page, "It is Saturday 12 December 2026, 10:00. One message was sent.");
    await expect.poll(() => marked(page, "now")).toEqual(["Wait until 24 hours before"]);
    await expect.poll(() => page.locator("#letter-list button").count()).toBe(3);

    await named(page, "A day on").click();
    await outcome(page, "It is Sunday 13 December 2026, 10:00. One message was sent.");
    await named(page, "An hour on").click();
    await outcome(page, "It is Sunday 13 December 2026, 11:00. Nothing was sent.");
    expect(complaints).toEqual([]);
  });
});
