import { join } from "node:path";
import { afterEach, describe, test } from "vitest";
import { buildPages } from "#site/pages.ts";
import { aBrought, aCompany } from "../../scenarios/case.ts";
import { aBooking, appointments, aStory, type Story } from "../../scenarios/world.ts";
import { lookingAt } from "../accessible.ts";
import { aBrowser, hasBrowser } from "../browser.ts";

const pages = buildPages(join(import.meta.dirname, "../../.."));
const staff = { authorization: "Bearer local:anna:staff:taxdome" };

const booked = async (story: Story, start: string): Promise<{ id: string; link: string }> =>
  (await story.post<{ id: string; link: string }>(appointments, aBooking(start))).body;

/** The token in the newest mail of a kind. */
const mailed = async (story: Story, kind: string): Promise<string> => {
  const text = (await story.mails()).findLast((mail) => mail.kind === kind)?.text ?? "";
  return /\/link[^\s#]*#([\w.-]+)/.exec(text)?.[1] ?? "";
};

describe.skipIf(!hasBrowser())("of the pages behind links, in a browser,", () => {
  const { open, leave } = aBrowser();
  afterEach(leave);

  test("axe finds nothing wrong with any: a session with each of its panels, an offer, a case as it goes, feedback, and no link at all", async () => {
    const story = await aStory("2026-12-01T08:00:00Z", { pages });
    const page = await open("about:blank", { timezoneId: "Europe/Amsterdam" });
    const { press, look } = lookingAt(page);
    const at = (token: string): Promise<unknown> =>
      page.goto(`${story.world.url}/link?seen=${Math.random()}#${token}`);

    const { link } = await booked(story, "2026-12-14T09:00:00Z");
    await at(link);
    await look("Uw sessie bij TaxDome");
    await press("Wijzigen");
    await press("11:00");
    await look("Wijzigen naar deze tijd");
    await press("Zo laten");
    await press("Annuleren");
    await look("Deze sessie annuleren?");

    const waitlist = {
      sessionType: "implementation",
      from: "2026-12-14",
      to: "2026-12-19",
      customer: { name: "Ann", email: "ann@customer.example" },
      language: "nl",
      timeZone: "Europe/Amsterdam",
    };
    const place = await story.post<{ link: string }>("/v1/taxdome/waitlist", waitlist);
    await at(place.body.link);
    await look("Wachtlijst van TaxDome");
    await at(link);
    await press("Annuleren");
    await press("Ja, annuleren");
    await look("Uw sessie is geannuleerd.");
    await story.advance("PT1M");
    await at(await mailed(story, "offer"));
    await page.getByRole("button").nth(1).waitFor();
    await look("Wachtlijst van TaxDome");

    const solar = aCompany(story, "solar");
    const complaint = await solar.bring(aBrought());
    await at(complaint.link);
    await look(complaint.number);
    await solar.act(complaint.number, "request-information", { text: "Welk serienummer?", of: "customer" });
    await at(complaint.link);
    await look("Welk serienummer?");
    await solar.act(complaint.number, "cost-notice", {
      text: "Het kost iets.",
      amount: "250.00",
      currency: "EUR",
    });
    await at(complaint.link);
    await look("Het kost iets.");
    await solar.act(complaint.number, "cost-answer", { answer: "accepted", by: "Noor" });
    await solar.act(complaint.number, "resolve", { text: "De omvormer is vervangen." });
    await at(complaint.link);
    await look("Bent u tevreden");

    const { id } = await booked(story, "2026-12-02T09:00:00Z");
    await story.advanceTo("2026-12-02T10:00:00Z");
    await story.post(`/v1/taxdome/staff/appointments/${id}/outcome`, { outcome: "attended" }, staff);
    await story.advance("P1D");
    await at(await mailed(story, "feedback-request"));
    await look("Hoe was uw sessie bij TaxDome?");
    await press("4");
    await look("Dank u wel");

    await at("a.taxdome.NOTHING.c.a.zzz.x.y");
    await look("Deze link is niet of niet meer geldig.");
  }, 60_000);
});
