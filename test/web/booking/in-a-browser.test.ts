import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, inject, test } from "vitest";
import { readAssembly } from "#local/assembly.ts";
import { buildPages } from "#site/pages.ts";
import { aBooking, appointments, aStory, type Story } from "../../scenarios/world.ts";
import { faultsInEveryView } from "../accessible.ts";
import { aBrowser, hasBrowser } from "../browser.ts";
import { takeScreen } from "../screen.ts";
import { aHostPage } from "./host-page.ts";

const pages = buildPages(join(import.meta.dirname, "../../.."));
const first = "2026-12-01T08:00:00Z";
const amsterdam = { timezoneId: "Europe/Amsterdam" };

const named = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const day = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name}`) });
const time = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });
const book = (page: Page) => named(page, "Deze sessie boeken");
const done = (page: Page) => page.getByRole("heading", { name: "Uw sessie is geboekt" }).waitFor();

/** Noor chooses Monday 14 December, 10:00, and says who she is. */
const fill = async (page: Page): Promise<void> => {
  await day(page, "maandag 14 december 2026").click();
  await time(page, "10:00").check();
  await page.getByLabel("Naam").fill("Noor Bakker");
  await page.getByLabel("E-mailadres").fill("noor@customer.example");
};

const focused = (page: Page): Promise<string> =>
  page.evaluate(
    "(() => { const deep = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement; return deep.getAttribute('aria-label') || deep.name || deep.textContent; })()",
  );

const kinds = async (story: Story, kind: string) =>
  (await story.mails()).filter((mail) => mail.kind === kind).map(({ to }) => to);
const ofType = async (story: Story, type: string) =>
  (await story.items()).filter((item) => item["type"] === type);

describe.skipIf(!hasBrowser())("the widget, in a browser", () => {
  const { open, leave } = aBrowser();
  afterEach(leave);

  test("books, moves and cancels by the keyboard alone, from a company's own page with two lines and a strict policy", async () => {
    const shop = await aHostPage();
    const story = await aStory(first, { pages });
    const { url } = story.world;
    const widget = `<kept-booking pack="taxdome"><a href="${url}/book/taxdome">Boek een sessie</a></kept-booking>`;
    const lines = `<script type="module" src="${url}/booking/v1/kept-booking.js"></script>${widget}`;
    shop.show(
      `<script src="/own.js"></script>${lines}`,
      `default-src 'self'; script-src 'self' ${url}; connect-src 'self' ${url}`,
    );
    const page = await open("about:blank", amsterdam);
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", ({ message }) => complaints.push(message));
    await page.goto(shop.origin);
    await day(page, "dinsdag 1 december 2026").waitFor();
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const tabTo = async (what: string): Promise<void> => {
      for (let stops = 0; stops < 80 && !(await focused(page)).startsWith(what); stops += 1)
        await press("Tab");
      expect(await focused(page)).toContain(what);
    };
    await tabTo("dinsdag 1 december 2026: vrije tijden");
    await press("ArrowDown", "ArrowDown", "ArrowLeft");
    expect(await focused(page)).toContain("maandag 14 december 2026: vrije tijden");
    await press("Enter");
    expect(await focused(page)).toBe("Vrije tijden op maandag 14 december 2026");
    await press("Tab", "Space", "ArrowDown", "ArrowDown");
    await tabTo("name");
    await page.keyboard.type("Noor Bakker");
    await tabTo("email");
    await page.keyboard.type("noor@customer.example");
    await press("Enter");
    await done(page);
    expect(await focused(page)).toBe("Uw sessie is geboekt");
    await page.getByText("maandag 14 december 2026, 10:00–11:00 uur (Amsterdam, CET)").waitFor();
    const told: object = JSON.parse((await page.locator("body").getAttribute("data-booked")) ?? "{}");
    expect(told).toMatchObject({ start: "2026-12-14T09:00:00.000Z", sessionType: "implementation" });
    expect(Object.keys(told).sort()).toEqual(["code", "end", "host", "id", "sessionType", "start"]);
    expect([complaints, await page.context().cookies()]).toEqual([[], []]);
    await story.advance("PT1M");
    expect(await kinds(story, "confirmation")).toEqual(["noor@customer.example"]);
    const then: [press: string, shows: string][] = [
      ["Bekijken, wijzigen of annuleren", "Uw sessie bij TaxDome"],
      ["Wijzigen", "Alle tijden gelden in"],
      ["11:30", "Van maandag 14 december 2026, 10:00"],
      ["Wijzigen naar deze tijd", "Uw sessie is gewijzigd."],
      ["Annuleren", "Deze sessie annuleren?"],
      ["Ja, annuleren", "Uw sessie is geannuleerd."],
    ];
    for (const [what, shows] of then) {
      await tabTo(what);
      await press("Enter");
      await page.getByText(shows).first().waitFor();
    }
    await story.advance("PT1M");
    for (const kind of ["changed", "cancelled"])
      expect([kind, await kinds(story, kind)]).toEqual([kind, ["noor@customer.example"]]);
  });

  test("is refused by the browser on a page whose origin the settings do not name", async () => {
    const shop = await aHostPage();
    const { cors, ...rest } = readAssembly(inject("assembly"));
    const assembly = { ...rest, cors: cors.map((each) => ({ ...each, origins: ["https://shop.example"] })) };
    const { world } = await aStory(first, { pages, assembly });
    shop.show(
      `<script type="module" src="${world.url}/booking/v1/kept-booking.js"></script><kept-booking pack="taxdome"></kept-booking>`,
      "",
    );
    const page = await open(shop.origin);
    await page.getByText("Wij zijn nu niet bereikbaar.").waitFor();
  });

  test("says of a time that somebody else took which ones are nearest, keeps what was typed, and books one of them", async () => {
    const story = await aStory(first, { pages });
    const page = await open(`${story.world.url}/book/taxdome`, amsterdam);
    await fill(page);
    const sam = { name: "Sam", email: "sam@customer.example" };
    const taken = await story.post(appointments, aBooking("2026-12-14T09:00:00Z", { customer: sam }));
    expect(taken.status).toBe(201);
    await book(page).click();
    await page.getByText("Iemand anders heeft deze tijd zojuist genomen.").waitFor();
    expect(await focused(page)).toContain("Iemand anders heeft deze tijd");
    await time(page, "maandag 14 december 2026, 09:00 uur").check();
    expect(await page.getByLabel("Naam").inputValue()).toBe("Noor Bakker");
    expect(await faultsInEveryView(page)).toEqual([]);
    await book(page).click();
    await done(page);
    expect(await faultsInEveryView(page)).toEqual([]);
    expect(await ofType(story, "appointment")).toHaveLength(2);
  });

  test("shows a wait after 300 ms, keeps what was typed when the answer is lost, and books once when pressed again", async () => {
    const story = await aStory(first, { pages });
    const page = await open(`${story.world.url}/book/taxdome`, amsterdam);
    await fill(page);
    const keys: (string | undefined)[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") keys.push(request.headers()["idempotency-key"]);
    });
    const { promise: shown, resolve: lose } = Promise.withResolvers<void>();
    await page.route("**/appointments", async (route) => {
      await route.fetch();
      await shown;
      await route.abort();
    });
    await book(page).click();
    const spinner = (property: string): Promise<string> =>
      page.evaluate(
        `getComputedStyle(document.querySelector('kept-booking').shadowRoot.querySelector('.widget'), '::before').${property}`,
      );
    await expect.poll(() => spinner("opacity")).toBe("1");
    expect(await spinner("animationDelay")).toMatch(/^0\.3s/);
    lose();
    await page.getByText("Wij kregen geen antwoord.").waitFor();
    expect(await page.getByLabel("E-mailadres").inputValue()).toBe("noor@customer.example");
    await page.unroute("**/appointments");
    await book(page).click();
    await done(page);
    expect(keys).toEqual([keys[0], keys[0]]);
    expect(await ofType(story, "appointment")).toHaveLength(1);
    await story.advance("PT1M");
    expect(await kinds(story, "confirmation")).toHaveLength(1);
  });

  test("names the rule before the button, asks for a fee and for a number that can be read", async () => {
    const story = await aStory(first, { pages });
    const page = await open(`${story.world.url}/book/taxdome`, amsterdam);
    await fill(page);
    await page.getByText("Tot 24 uur voor het begin kunt u zonder gevolgen wijzigen of annuleren.").waitFor();
    await day(page, "dinsdag 1 december 2026").click();
    await time(page, "14:00").check();
    await page.getByText("Deze sessie begint over minder dan 24 uur").waitFor();
    await page.getByLabel("Mobiel nummer").fill("12");
    await book(page).click();
    await page.getByText("Wij kunnen dit nummer niet lezen.").waitFor();
    expect(await focused(page)).toBe("phone");
    await page.getByLabel("Mobiel nummer").fill("+31612345678");
    const fee = { amount: "50.00", currency: "EUR" };
    const refusal = { status: 402, json: { code: "fee-required", fee } };
    await page.route("**/appointments", (route) => route.fulfill(refusal), { times: 1 });
    await book(page).click();
    await page.getByText(/kost deze sessie €.50,00\. Er is nog niets geboekt/).waitFor();
    await book(page).click();
    expect(await ofType(story, "appointment")).toHaveLength(0);
    await page.getByLabel(/Ik ga akkoord met €.50,00/).check();
    const [request] = await Promise.all([page.waitForRequest("**/appointments"), book(page).click()]);
    expect(request.postDataJSON()).toMatchObject({ feeAccepted: true });
    await done(page);
  });

  test("puts who finds no time on the waiting list, with what was typed already", async () => {
    const story = await aStory(first, { pages });
    const page = await open(`${story.world.url}/book/taxdome?session-type=quick-assist`, amsterdam);
    await fill(page);
    expect(await page.getByLabel("Soort sessie").count()).toBe(0);
    await named(page, "Geen tijd die u past? Ga op de wachtlijst").click();
    await page.getByLabel("Vanaf").fill("2026-12-14");
    await page.getByLabel("Tot en met").fill("2026-12-13");
    await named(page, "Op de wachtlijst gaan").click();
    await page.getByText("Kies een laatste dag die niet voor de eerste ligt").waitFor();
    await page.getByLabel("Tot en met").fill("2026-12-18");
    await named(page, "Op de wachtlijst gaan").click();
    await page.getByRole("heading", { name: "U staat op de wachtlijst" }).waitFor();
    expect(await ofType(story, "waiting")).toMatchObject([
      { sessionType: "quick-assist", from: "2026-12-14", to: "2026-12-19", timeZone: "Europe/Amsterdam" },
    ]);
  });

  test("speaks the language, wears the theme and knows the visitor that the host page names; /embed shows how", async () => {
    const { world } = await aStory(first, { pages });
    const page = await open(`${world.url}/embed`);
    await page.getByLabel("Language").selectOption("de");
    await page.getByLabel("Theme").selectOption("dark");
    await page.getByRole("heading", { name: "Buchen Sie eine Sitzung bei TaxDome" }).waitFor();
    expect(await page.locator("#snippet").textContent()).toBe(
      `<script type="module" src="${world.url}/booking/v1/kept-booking.js"></script>\n` +
        `<kept-booking pack="taxdome" language="de" theme="dark"><a href="${world.url}/book/taxdome">Book a session</a></kept-booking>`,
    );
    expect(await page.locator("#policy").textContent()).toBe(
      `script-src 'self' ${world.url};\nconnect-src 'self' ${world.url};`,
    );
    await page.getByText('kept-ready {"sessionType":"implementation"}').waitFor();
    await page.evaluate(`document.querySelector("kept-booking").setAttribute("prefill", '{"name":"Noor"}')`);
    expect(await page.locator('kept-booking input[name="name"]').inputValue()).toBe("Noor");
    expect(
      await page.evaluate("getComputedStyle(document.querySelector('kept-booking')).backgroundColor"),
    ).toBe("rgb(22, 25, 29)");
  });

  test("has no fault that axe knows of, light and dark, on a telephone and on a desk", async () => {
    const { world } = await aStory(first, { pages });
    const page = await open(`${world.url}/book/taxdome`, amsterdam);
    const look = async (): Promise<void> => expect(await faultsInEveryView(page)).toEqual([]);
    await fill(page);
    await look();
    await takeScreen(page, "booking");
    await named(page, "Geen tijd die u past? Ga op de wachtlijst").click();
    await look();
    await named(page, "Op de wachtlijst gaan").click();
    await page.getByRole("heading", { name: "U staat op de wachtlijst" }).waitFor();
    await look();
    await page.goto(`${world.url}/book/solar`);
    await page.getByText("Hier kunnen geen sessies worden geboekt.").waitFor();
    await look();
    await page.goto(`${world.url}/embed`);
    await page.getByRole("radio").first().waitFor();
    await look();
  });

  test("leaves visitors without script a link, and that page says what to do", async () => {
    const shop = await aHostPage();
    const { world } = await aStory(first, { pages });
    shop.show(
      `<kept-booking pack="taxdome"><a href="${world.url}/book/taxdome">Boek een sessie</a></kept-booking>`,
      "",
    );
    const page = await open(shop.origin, { javaScriptEnabled: false });
    await page.getByRole("link", { name: "Boek een sessie" }).click();
    await page.locator("noscript p[lang=nl]").waitFor();
  });
});
