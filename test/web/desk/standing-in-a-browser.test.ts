import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { buildPages } from "#site/pages.ts";
import { aBooking, appointments, aStory, type SentMail, type Story } from "../../scenarios/world.ts";
import { aBrowser, hasBrowser } from "../browser.ts";
import { aMissedSession, aReport } from "./standing.ts";

const pages = buildPages(join(import.meta.dirname, "../../.."));
const amsterdam = { timezoneId: "Europe/Amsterdam" };

const named = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const outcome = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
const preview = (page: Page) => page.getByRole("heading", { name: "This goes out" }).waitFor();

/** However far down the page the press was. */
const outcomeInSight = `(() => {
  const { top, bottom } = document.getElementById("outcome").getBoundingClientRect();
  return scrollY > 0 && top >= 0 && bottom <= innerHeight;
})()`;

/** As the desk shows it: no token in a link, and no newline that a mail ends with. */
const withoutTokens = (mail: SentMail | undefined): string | undefined =>
  mail?.text.replaceAll(/#\S+/g, "").trimEnd();

const letterOn = async (page: Page): Promise<string | undefined> =>
  (await page.locator(".letter").textContent())?.trimEnd();

describe.skipIf(!hasBrowser())("at the staff desk, in a browser,", () => {
  const { open, leave } = aBrowser();
  afterEach(leave);

  /** @param role as a local token has it, `eva:staff:taxdome`; without one they are a manager everywhere. */
  const signedIn = async (url: string, who = "eva"): Promise<Page> => {
    const page = await open("about:blank", amsterdam);
    await page.addInitScript(`sessionStorage.setItem("kept-desk-name", ${JSON.stringify(who)})`);
    await page.goto(url);
    return page;
  };
  const lastMail = async (story: Story): Promise<SentMail | undefined> => (await story.mails()).at(-1);

  test("a manager waives a strike for a reason, sees the letter first, and the customer's page says who and why", async () => {
    const story = await aStory("2026-12-01T08:00:00Z", { pages });
    const code = await aMissedSession(story, "2026-12-02T13:00:00Z");
    const again = await aMissedSession(story, "2026-12-04T13:00:00Z");
    const page = await signedIn(`${story.world.url}/desk/taxdome/appointments/${code}`);
    await page.getByRole("link", { name: "Noor Bakker" }).click();
    await page.getByText("no session of theirs can start before").waitFor();
    expect(new URL(page.url()).pathname).toBe("/desk/taxdome/customer");
    await page
      .getByRole("group", { name: `Strike ${again}` })
      .getByRole("button")
      .click();
    await page.getByLabel("Why; staff alone read it").fill("Our mail came too late.");
    const sent = (await story.mails()).length;
    await named(page, "See what goes out").click();
    await preview(page);
    const letter = await letterOn(page);
    expect(await story.mails()).toHaveLength(sent);
    await named(page, "Send it").click();
    await outcome(page, "Done: waive it.");
    await page.getByText(/Waived by eva, .*: Our mail came too late\./).waitFor();
    await page.getByText("Nothing stands in the way of a next session.").waitFor();
    const mail = await lastMail(story);
    expect(mail?.kind).toBe("no-show-waived");
    expect(withoutTokens(mail)).toBe(letter);
  });

  test("staff who are no managers see strikes and reports, and are told who decides; whoever reported does not judge", async () => {
    const story = await aStory("2026-12-01T08:00:00Z", { pages });
    await aMissedSession(story, "2026-12-02T13:00:00Z");
    await aReport(story, "eva");
    const customer = `${story.world.url}/desk/taxdome/customer#noor@customer.example`;
    const staff = await signedIn(customer, "anna:staff:taxdome");
    await staff.getByText("A manager can waive them.").waitFor();
    await staff.getByText("A manager judges it.").waitFor();
    expect(await named(staff, "Waive it").or(named(staff, "Judge it")).count()).toBe(0);
    await named(staff, "Report conduct").waitFor();

    const reporter = await signedIn(customer, "eva");
    await reporter.getByText("You reported it: another manager judges it.").waitFor();

    const other = await signedIn(`${story.world.url}/desk/taxdome/tasks`, "bram");
    await other.getByRole("link", { name: "the report" }).click();
    await named(other, "Judge it").click();
    await other.getByLabel("Judgement").selectOption("No sessions until a day");
    await other.getByLabel("First day on which").fill("2026-12-20");
    await other.getByLabel("Why; staff alone read it").fill("Heard by two colleagues.");
    await named(other, "See what goes out").click();
    await other.locator(".letter", { hasText: "20 december 2026" }).waitFor();
    await named(other, "Send it").click();
    await other.getByText("they can book and move no session before Sun, 20 Dec 2026, 00:00").waitFor();
    expect((await lastMail(story))?.kind).toBe("conduct");
  });

  test("a session is moved by half an hour: the times, the mail, the new version; another tab is shown what is now", async () => {
    const story = await aStory("2026-12-01T08:00:00Z", { pages });
    const { body } = await story.post<{ code: string }>(appointments, aBooking("2026-12-14T09:00:00Z"));
    const url = `${story.world.url}/desk/taxdome/appointments/${body.code}`;
    const [page, stale] = [await signedIn(url), await signedIn(url)];
    for (const tab of [page, stale]) {
      await tab.setViewportSize({ width: 320, height: 480 });
      await named(tab, "Move it").click();
      await named(tab, "10:30").first().waitFor();
      await named(tab, "See what goes out").click();
      await outcome(tab, "Choose a time first.");
      expect(await tab.evaluate(outcomeInSight)).toBe(true);
      await named(tab, "10:30").first().click();
      expect(await tab.evaluate("document.activeElement.id")).toBe("move-chosen");
      await tab.getByLabel("Who wants it").selectOption({ index: 1 });
      await tab.getByLabel("Why; staff alone read it").fill("She called.");
      await named(tab, "See what goes out").click();
      await preview(tab);
    }
    await named(page, "11:00").first().click();
    expect(await page.locator(".letter").count()).toBe(0);
    await named(page, "10:30").first().click();
    await named(page, "See what goes out").click();
    const letter = await letterOn(page);
    await named(page, "Send it").click();
    await outcome(page, "Done: move it.");
    await page.getByText("Mon, 14 Dec 2026, 10:30–11:30").first().waitFor();
    await story.advance("PT1M");
    const changed = (await story.mails()).filter(({ kind }) => kind === "changed");
    expect(changed.map(withoutTokens)).toEqual([letter]);

    await named(stale, "Send it").click();
    await outcome(stale, "It has changed since you opened it");
    await stale.getByText("Mon, 14 Dec 2026, 10:30–11:30").first().waitFor();
    expect(await stale.locator(".letter").count()).toBe(0);
    expect(await stale.getByLabel("Why; staff alone read it").inputValue()).toBe("She called.");
  });

  test("a session is cancelled on the customer's word, late: what it means stands there, and the strike is on their page", async () => {
    const story = await aStory("2026-12-01T08:00:00Z", { pages });
    const { body } = await story.post<{ code: string }>(appointments, aBooking("2026-12-02T13:00:00Z"));
    await story.advanceTo("2026-12-02T08:00:00Z");
    const page = await signedIn(`${story.world.url}/desk/taxdome/appointments/${body.code}`);
    await named(page, "Cancel it").click();
    await page.getByText("it is late since Tue, 1 Dec 2026, 14:00, and counts as a no-show").waitFor();
    await page.getByLabel("Who wants it").selectOption({ index: 1 });
    await named(page, "See what goes out").click();
    await preview(page);
    await named(page, "Send it").click();
    await outcome(page, "Done: cancel it.");
    await page.getByText("Cancelled", { exact: true }).first().waitFor();
    expect(await named(page, "Move it").count()).toBe(0);
    await page.getByRole("link", { name: "Noor Bakker" }).click();
    await page.getByRole("heading", { name: `Late cancellation ${body.code}` }).waitFor();
  });
});
