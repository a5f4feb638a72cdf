import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { buildPages } from "#site/pages.ts";
import { mailTo } from "../../local/mail-client.ts";
import { aBrought, aCompany } from "../../scenarios/case.ts";
import { aBooking, appointments, aStory, type Story } from "../../scenarios/world.ts";
import { aBrowser, hasBrowser } from "../browser.ts";

const pages = buildPages(join(import.meta.dirname, "../../.."));

const named = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
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

  const signedIn = async (url: string, settings = {}): Promise<Page> => {
    const page = await open(url, { timezoneId: "Europe/Amsterdam", ...settings });
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

  test("a session is judged by one press, and an interruption only after more than five minutes of silence", async () => {
    const story = await aStory("2026-12-01T08:00:00Z", { pages });
    const { code } = (await story.post<{ code: string }>(appointments, aBooking("2026-12-14T09:00:00Z")))
      .body;
    await story.advanceTo("2026-12-14T09:10:00Z");
    const page = await signedIn(`${story.world.url}/desk/taxdome`);
    await page.getByText("Running since 10:00").waitFor();
    await named(page, "The customer is silent").click();
    await page.getByRole("timer").waitFor();
    await named(page, "Interrupted").click();
    await outcome(page, "By §4 it counts as interrupted after more than PT5M of silence");
    await story.advance("PT5M1S");
    await page.reload();
    await page
      .getByRole("timer")
      .filter({ hasText: /^Silent for 5:0/ })
      .waitFor();
    await named(page, "Interrupted").click();
    await page.getByText("Interrupted, noted by sanne at 10:15").waitFor();
    expect((await story.mails()).map(({ kind }) => kind)).toContain("interrupted");
    await page.getByRole("link", { name: code }).click();
    await page.getByRole("heading", { name: `Session ${code}` }).waitFor();
    const console = await page.getByRole("link", { name: "Show its execution" }).getAttribute("href");
    expect(console).toContain(`:execution:kept-taxdome-appointment:${code}-v1-r1`);
  });

  test("whoever searches finds a case by its customer, and by its number goes straight to it", async () => {
    const { story, number } = await aComplaint();
    const page = await signedIn(`${story.world.url}/desk/solar`);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const find = async (words: string): Promise<void> => {
      await page.getByRole("searchbox").fill(words);
      await page.keyboard.press("Enter");
    };
    await find("noor@customer.example");
    await page.getByRole("link", { name: `Complaint ${number}` }).waitFor();
    expect(asked.filter((url) => url.includes("/desk") && url.includes("noor"))).toEqual([]);
    await find(number.toLowerCase());
    await page.waitForURL(`**/desk/solar/cases/${number}`);
    await page.getByRole("heading", { name: `Complaint ${number}` }).waitFor();
    await find("nobody at all");
    await page.getByText("Nothing was found.").waitFor();
  });

  test("what was written stays when nobody answers, and the second press does it once", async () => {
    const { story, number } = await aComplaint();
    const page = await signedIn(`${story.world.url}/desk/solar/cases/${number}`);
    await named(page, "Note").click();
    await page.getByLabel("For staff alone").fill("Belde zelf.");
    await page.route("**/note", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await named(page, "Do it").click();
    await outcome(page, "What you wrote is still here");
    expect(await page.getByLabel("For staff alone").inputValue()).toBe("Belde zelf.");
    await page.unroute("**/note");
    await named(page, "Do it").click();
    await outcome(page, "Done: note.");
    expect(await page.getByText("Noted, by sanne").count()).toBe(1);
  });

  test("a mail that nobody could place is let out as a case, which is then at hand", async () => {
    const story = await aStory("2026-12-01T08:00:00Z", { pages });
    await mailTo(story.world.smtpPort ?? 0, {
      from: "Noor Bakker <noor@customer.example>",
      to: "complaints@bnc.example",
      subject: "De levering is te laat",
      text: "Al drie weken wacht ik op antwoord.",
      headers: { "X-Local-Verdicts": "spam=FAIL" },
    });
    await story.advance("PT1S");
    const page = await signedIn(`${story.world.url}/desk/bnc/quarantine`);
    await page.getByRole("heading", { name: "De levering is te laat" }).waitFor();
    await named(page, "Let it out as a case").click();
    await page.getByRole("link", { name: "To case" }).click();
    await page.getByText("Mail from noor@customer.example").first().waitFor();
  });
});
