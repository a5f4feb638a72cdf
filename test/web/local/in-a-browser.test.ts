import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { buildLocalPages } from "#local/console/pages.ts";
import { buildPages } from "#site/pages.ts";
import { aBooking, appointments, aStory, type Story } from "../../scenarios/world.ts";
import { faultsInEveryView } from "../accessible.ts";
import { aBrowser, hasBrowser } from "../browser.ts";
import { inPicturesOf, takeScreen } from "../screen.ts";

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
const letter = (page: Page, text: string) => page.locator("#letter-list button", { hasText: text }).first();

/** The names of the states that are drawn so, those in two lines put together. */
const marked = (page: Page, mark: string): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll("#execution .machine .box.${mark}")].map((box) =>
    [...box.querySelectorAll("text:not(.badge):not(.clause)")].map((line) => line.textContent).join(" "))`);

const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", ({ message }) => complaints.push(message));
  return complaints;
};

describe.skipIf(!hasBrowser())("on the start page of the local world, in a browser,", () => {
  const { open, leave } = aBrowser();
  afterEach(leave);
  const amsterdam = { timezoneId: "Europe/Amsterdam", viewport: { width: 1280, height: 1040 } };

  // First, for Lambdas keep the address that links of mails lead to, and it is the first world's of this process.
  test("each mail is there as its reader sees it, in a frame that runs nothing; what happens elsewhere comes by itself", async () => {
    const { story, code } = await aBookedStory();
    const page = await open(story.world.url, amsterdam);
    await letter(page, "Geboekt").click();
    const mail = page.frameLocator("iframe");
    await mail.getByText("Noor").first().waitFor();
    expect(await page.locator("iframe").getAttribute("sandbox")).not.toMatch(
      /script|same-origin|forms|top-nav/,
    );
    const [opened] = await Promise.all([
      page.context().waitForEvent("page"),
      mail.getByRole("link", { name: "Wijzigen" }).click(),
    ]);
    await opened.getByRole("heading", { name: "Uw sessie bij TaxDome" }).waitFor();

    await named(page, "Text").click();
    expect(await page.locator("#letter pre").textContent()).toContain(code);
    await named(page, "Calendar").click();
    await page.locator("#letter dl").getByText("enters or moves the session").waitFor();
    expect(await page.locator("#letter pre").textContent()).toContain("BEGIN:VCALENDAR");

    // The focus stays on a mail that was chosen, though a new one comes above it.
    await letter(page, "Geboekt").focus();
    await story.advanceTo("2026-12-14T08:31:00Z");
    await letter(page, "SMS: ").waitFor();
    expect(await page.evaluate("document.activeElement.textContent")).toContain("Geboekt");
    expect(await page.locator("#letter h3").textContent()).toContain("Geboekt");
    await letter(page, "SMS: ").click();
    await page.locator("#letter").getByText("+31612345678").waitFor();

    await page.getByLabel("Show").selectOption("those that run");
    expect(await page.locator("#execution-list li").count()).toBe(1);
    await story.post(
      `/v1/taxdome/staff/appointments/${code}/cancel`,
      { reason: "The host is ill" },
      { authorization: "Bearer local:anna" },
    );
    await page.getByText("No execution waits for a moment.").waitFor();
    await page.getByLabel("Show").selectOption("all");
    await page.locator("#execution").getByText("stopped").waitFor();
    expect(await marked(page, "now")).toEqual([]);
  });

  test("time goes from event to event: mails go out, the picture follows, and the page says what happened", async () => {
    const { story, code } = await aBookedStory();
    const page = await open("about:blank", amsterdam);
    const complaints = complaintsOf(page);
    await page.goto(story.world.url);
    await page.getByText("Tuesday 1 December 2026, 09:01 (Europe/Amsterdam)").waitFor();
    await page.getByRole("heading", { name: `${code}-v1-r1` }).waitFor();
    expect(await marked(page, "been")).toEqual(["Confirm by e-mail"]);
    expect(await marked(page, "now")).toEqual(["Wait until 2 days before"]);
    await page
      .getByText(`ends on Saturday 12 December 2026, 10:00 (${code}-v1-r1: Wait until 2 days`)
      .waitFor();

    await named(page, "To the next event").click();
    await outcome(page, "It is Saturday 12 December 2026, 10:00. One message was sent.");
    await expect.poll(() => marked(page, "now"), { timeout: 10_000 }).toEqual(["Wait until 24 hours before"]);
    await letter(page, "Over 2 dagen").waitFor();

    // By the keyboard alone, and the focus stays on what was pressed.
    await named(page, "A day on").focus();
    await page.keyboard.press("Enter");
    await outcome(page, "It is Sunday 13 December 2026, 10:00. One message was sent.");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await outcome(page, "It is Sunday 13 December 2026, 11:00. Nothing was sent.");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("An hour on");
    await expect
      .poll(() => marked(page, "been"), { timeout: 10_000 })
      .toContain("E-mail reminder, 24 hours before");
    expect(complaints).toEqual([]);
  });

  test("an address names an execution: the desk's link opens it among others, what is chosen stands in it, and one that is none says so", async () => {
    const { story, code } = await aBookedStory();
    const later = aBooking("2026-12-15T09:00:00Z", { customer: { name: "Sam", email: "sam@x.example" } });
    const { body } = await story.post<{ code: string }>(appointments, later);
    await story.advance("PT1M");
    const page = await open(`${story.world.url}/desk/taxdome/appointments/${code}`, {
      ...amsterdam,
      viewport: { width: 1280, height: 500 },
    });
    await page.getByLabel("Your name").fill("sanne");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Show its execution" }).click();
    const shown = (name: string) =>
      page.locator("#execution").getByRole("heading", { name, exact: true }).waitFor();
    const named = `${code}-v1-r1`;
    await shown(named);
    expect(await page.evaluate("document.activeElement.textContent")).toBe(named);
    expect(await page.locator("#execution h3").first().isVisible()).toBe(true);
    const chosen = page.locator("#execution-list [aria-current=true]");
    expect(await chosen.textContent()).toContain(named);

    await page.locator("#execution-list button", { hasText: body.code }).click();
    await shown(`${body.code}-v1-r1`);
    await page.reload();
    await shown(`${body.code}-v1-r1`);
    await page.goBack();
    await page.getByRole("heading", { name: `Session ${code}` }).waitFor();
    await page.goto(`${story.world.url}/#arn:aws:states:eu-west-1:000000000000:execution:kept-x:NONE-r1`);
    await shown("There is no execution NONE-r1.");
    await page.evaluate(
      `location.hash = "${new URL(page.url()).hash.replace("x:NONE-r1", `taxdome-appointment:${named}`)}"`,
    );
    await shown(named);
  });

  test("the owner of a policy reads what it does, in a language, beside its machines", async () => {
    const { story } = await aBookedStory();
    const page = await open("about:blank", amsterdam);
    const complaints = complaintsOf(page);
    await page.goto(`${story.world.url}/local/policies`);
    await page.getByLabel("Company").selectOption("TaxDome");
    await outcome(page, "TaxDome: 3 machines.");
    await page
      .getByText("TaxDome reminds the customer by e-mail, 2 days before the session begins.")
      .waitFor();
    await page.getByText("Clause §3. Our own choice: ").first().waitFor();
    await page.getByRole("img", { name: "The machine kept-taxdome-appointment" }).waitFor();
    await page.getByLabel("Company").selectOption("Solar");
    await page.getByLabel("Language").selectOption("Nederlands");
    await page.locator("#words[lang=nl]").getByText("Oplossing binnen 30 werkdagen").first().waitFor();
    expect(new URL(page.url()).search).toBe("?pack=solar&language=nl");
    await page.reload();
    await page.getByRole("img", { name: "The machine kept-solar-complaint" }).waitFor();
    expect(await page.getByLabel("Language").inputValue()).toBe("nl");
    expect(complaints).toEqual([]);
  });

  test("nothing is wrong for those who do not see or use colours, light or dark, on a telephone or a desk; the screens are taken", async () => {
    const { story, code } = await aBookedStory();
    await story.advanceTo("2026-12-13T10:00:00Z");
    for (const path of ["/", "/local/policies?pack=solar&language=en"]) {
      const page = await open("about:blank", amsterdam);
      await inPicturesOf(page, code);
      await page.goto(story.world.url + path);
      await page.locator("svg.machine").first().waitFor();
      if (path === "/") await letter(page, "Geboekt").click();
      if (path === "/") await page.frameLocator("iframe").getByText("Noor").first().waitFor();
      await takeScreen(page, path === "/" ? "time-machine" : "policies");
      expect(await faultsInEveryView(page)).toEqual([]);
    }
  });
});
