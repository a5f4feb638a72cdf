import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { buildPages } from "#site/pages.ts";
import { aBooking, appointments, aStory, type Story } from "../../scenarios/world.ts";
import { aBrowser, hasBrowser } from "../browser.ts";

const pages = buildPages(join(import.meta.dirname, "../../.."));
const start = "2026-12-14T09:00:00Z";

/** Noor has a session on Monday 14 December 2026, 10:00 in Amsterdam; it is the 1st. */
const aBookedStory = async (): Promise<{ story: Story; link: string }> => {
  const story = await aStory("2026-12-01T08:00:00Z", { pages });
  const { body } = await story.post<{ link: string }>(appointments, aBooking(start));
  // What the booking set going has ended when the clock has moved, so that a later write is the page's.
  await story.advance("PT1M");
  return { story, link: body.link };
};

const addressesIn = (text: string): string[] => text.match(/http:\/\/127[^\s"<]+\/link[^\s"<]*/g) ?? [];

const named = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const outcome = (page: Page, text: string) =>
  page.getByRole("status").filter({ hasText: text }).first().waitFor();
const heading = (page: Page) => page.getByRole("heading", { name: "Uw sessie bij TaxDome" }).waitFor();

const focused = (page: Page): Promise<string> => page.evaluate("document.activeElement.textContent");

/** By the keyboard alone: to the button with this name, and Enter. */
const pressByKeyboard = async (page: Page, name: string): Promise<void> => {
  for (let stops = 0; stops < 80; stops += 1) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === name) return page.keyboard.press("Enter");
  }
  throw new Error(`the keyboard does not reach "${name}"`);
};

describe.skipIf(!hasBrowser())("the page behind a link, in a browser", () => {
  const { open, leave } = aBrowser();
  afterEach(leave);

  test("opening every link of every mail writes nothing, and tells the token to nobody", async () => {
    const { story } = await aBookedStory();
    await story.advanceTo("2026-12-13T10:00:00Z");
    const links = new Set((await story.mails()).flatMap(({ text, html }) => addressesIn(text + html)));
    expect(links.size).toBeGreaterThanOrEqual(2);
    const before = await story.items();
    for (const link of links) {
      const asked: string[] = [];
      const complaints: string[] = [];
      const page = await open("about:blank");
      page.on("request", (request) => asked.push(`${request.method()} ${request.url()}`));
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", ({ message }) => complaints.push(message));
      await page.goto(link.replaceAll("&amp;", "&"));
      await heading(page);
      await page.waitForLoadState("networkidle");
      const token = link.slice(link.indexOf("#") + 1);
      expect(asked.filter((each) => !each.startsWith(`GET ${story.world.url}/`))).toEqual([]);
      expect(asked.filter((each) => each.split("#")[0]?.includes(token))).toEqual([]);
      expect([complaints, await page.context().cookies()]).toEqual([[], []]);
      for (const method of ["HEAD", "OPTIONS"]) await fetch(link, { method });
    }
    expect(await story.items()).toEqual(before);
  });

  test("cancelling takes two presses, and the first says what the second means", async () => {
    const { story, link } = await aBookedStory();
    const page = await open(`${story.world.url}/link#${link}`);
    const before = await story.items();
    await named(page, "Annuleren").click();
    await page.getByText("U bent op tijd: annuleren heeft geen gevolgen").waitFor();
    expect(await focused(page)).toBe("Deze sessie annuleren?");
    expect(await story.items()).toEqual(before);
    await named(page, "Zo laten").click();
    expect(await focused(page)).toBe("Annuleren");
    await named(page, "Annuleren").click();
    await named(page, "Ja, annuleren").click();
    await outcome(page, "Uw sessie is geannuleerd.");
    expect(await focused(page)).toBe("Uw sessie bij TaxDome");
    expect(await named(page, "Wijzigen").count()).toBe(0);
    expect((await story.mails()).map(({ kind }) => kind)).toContain("cancelled");
  });

  test("less than a day before, cancelling says that it counts as a no-show", async () => {
    const { story, link } = await aBookedStory();
    const page = await open(`${story.world.url}/link#${link}`);
    await heading(page);
    await story.advanceTo("2026-12-13T09:00:01Z");
    await named(page, "Annuleren").click();
    await page.getByText("De sessie begint over minder dan 24 uur. Annuleert u nu").waitFor();
  });

  test("of two tabs that both move, one moves and the other sees what is now", async () => {
    const { story, link } = await aBookedStory();
    const tabs = await Promise.all([1, 2].map(() => open(`${story.world.url}/link?do=change#${link}`)));
    for (const tab of tabs) await named(tab, "11:00").first().click();
    for (const tab of tabs) await named(tab, "Wijzigen naar deze tijd").click();
    await Promise.all([
      outcome(tabs[0]!, "Uw sessie is gewijzigd."),
      outcome(tabs[1]!, "Deze sessie is intussen gewijzigd."),
    ]);
    for (const tab of tabs)
      await tab.getByText("maandag 14 december 2026, 11:00–12:00 uur").first().waitFor();
  });

  test("a session is moved by the keyboard alone", async () => {
    const { story, link } = await aBookedStory();
    const page = await open(`${story.world.url}/link#${link}`);
    await heading(page);
    await pressByKeyboard(page, "Wijzigen");
    await named(page, "11:30").first().waitFor();
    await pressByKeyboard(page, "11:30");
    await pressByKeyboard(page, "Wijzigen naar deze tijd");
    await outcome(page, "Uw sessie is gewijzigd.");
    await page.getByText("maandag 14 december 2026, 11:30–12:30 uur (Amsterdam, CET)").waitFor();
  });

  test("a time that somebody else took in the meantime is told, with the nearest that are free", async () => {
    const { story, link } = await aBookedStory();
    const page = await open(`${story.world.url}/link?do=change#${link}`);
    await named(page, "11:00").first().click();
    const other = { name: "Sam", email: "sam@customer.example" };
    const taken = await story.post(appointments, aBooking("2026-12-14T10:00:00Z", { customer: other }));
    expect(taken.status).toBe(201);
    await named(page, "Wijzigen naar deze tijd").click();
    await outcome(page, "Iemand anders heeft deze tijd zojuist genomen.");
    await page.getByText("die er het dichtst bij liggen").waitFor();
    expect(await page.locator('[data-start="2026-12-14T10:00:00.000Z"]').count()).toBe(0);
    expect(await page.locator('[data-start^="2026-12-14"]').count()).toBeGreaterThan(0);
  });

  test("what was chosen stays when the API fails, a wait shows, and pressing again moves it once", async () => {
    const { story, link } = await aBookedStory();
    const page = await open(`${story.world.url}/link?do=change#${link}`);
    await named(page, "11:00").first().click();
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    await page.route("**/v1/link/change", async (route) => {
      await answered;
      await route.abort();
    });
    await named(page, "Wijzigen naar deze tijd").click();
    await page.locator("main[aria-busy=true]").waitFor();
    const spinner = "getComputedStyle(document.querySelector('main'), '::after').opacity";
    await expect.poll(() => page.evaluate(spinner)).toBe("1");
    answer();
    await outcome(page, "Wij zijn nu niet bereikbaar.");
    await page.unroute("**/v1/link/change");
    await named(page, "Wijzigen naar deze tijd").click();
    await outcome(page, "Uw sessie is gewijzigd.");
    expect((await story.mails()).filter(({ kind }) => kind === "changed")).toHaveLength(1);
  });

  test("the calendar file is the API's, named after the code", async () => {
    const { story, link } = await aBookedStory();
    const page = await open("about:blank");
    await page.route("**/v1/link", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), calendar: "BEGIN:VCALENDAR" } });
    });
    await page.goto(`${story.world.url}/link#${link}`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      named(page, "In agenda zetten").click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^[0-9A-Z]{7}\.ics$/);
    expect(await new Response((await download.createReadStream()) as never).text()).toBe("BEGIN:VCALENDAR");
  });

  test.each(["light", "dark"] as const)("fits a small telephone, %s", async (colorScheme) => {
    const { story, link } = await aBookedStory();
    const viewport = { width: 320, height: 640 };
    const page = await open(`${story.world.url}/link?do=change#${link}`, { viewport, colorScheme });
    await named(page, "11:00").first().click();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe(
      colorScheme === "light" ? "rgb(255, 255, 255)" : "rgb(22, 25, 29)",
    );
  });

  test("a link that opens nothing, none at all, and a browser without script each get a sentence", async () => {
    const { story } = await aBookedStory();
    const at = (path: string, more = {}) => open(story.world.url + path, more);
    await outcome(await at("/link#a.taxdome.NOTHING.c.a.zzz.x.y"), "Deze link is niet of niet meer geldig.");
    await outcome(await at("/link", { locale: "de-DE" }), "Diese Adresse ist nicht vollständig.");
    const plain = await at("/link", { javaScriptEnabled: false });
    const told = plain.locator("noscript p[lang=nl]");
    await told.waitFor();
    expect(await told.textContent()).toContain("beantwoord onze e-mail: schrijf wat u wilt");
  });
});
