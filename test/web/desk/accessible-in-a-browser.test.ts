import { join } from "node:path";
import { afterEach, describe, test } from "vitest";
import { buildPages } from "#site/pages.ts";
import { mailTo } from "../../local/mail-client.ts";
import { aBrought, aCompany } from "../../scenarios/case.ts";
import { aBooking, appointments, aStory, type Story } from "../../scenarios/world.ts";
import { lookingAt } from "../accessible.ts";
import { aBrowser, hasBrowser } from "../browser.ts";
import { inPicturesOf, shownCode, takeScreen } from "../screen.ts";
import { aMissedSession, aNoShow, aReport } from "./standing.ts";

const pages = buildPages(join(import.meta.dirname, "../../.."));

interface Brought {
  readonly session: string;
  readonly soon: string;
  readonly open: string;
  readonly closed: string;
}

const booked = async (story: Story, start: string): Promise<string> =>
  (await story.post<{ code: string }>(appointments, aBooking(start))).body.code;

/** Something in every list of the desk: it is Monday 14 December 2026, 10:10 in Amsterdam, and a session runs. */
const aFullDesk = async (story: Story): Promise<Brought> => {
  await aMissedSession(story, "2026-12-10T13:00:00Z");
  const missed = await booked(story, "2026-12-10T14:00:00Z");
  const session = await booked(story, "2026-12-14T09:00:00Z");
  const soon = await booked(story, "2026-12-16T09:00:00Z");
  await aReport(story, "bram");
  const taxdome = aCompany(story, "taxdome");
  const fields = {
    description: "Slow since Sunday: https://customer.example/a-very-long-address/that-does-not-break",
  };
  const [closed, open] = [
    await taxdome.bring(aBrought({ topic: undefined, fields })),
    await taxdome.bring(aBrought({ topic: undefined, fields })),
  ];
  await taxdome.act(closed.number, "resolve", { text: "Opgelost." });
  await taxdome.act(closed.number, "close");
  await mailTo(story.world.smtpPort ?? 0, {
    from: "Noor Bakker <noor@customer.example>",
    to: "success.eu@taxdome.com",
    subject: "Een mail die niemand kon plaatsen",
    text: "Wat nu?",
    headers: { "X-Local-Verdicts": "spam=FAIL" },
  });
  await story.advanceTo("2026-12-10T15:10:00Z");
  await aNoShow(story, missed);
  await story.advanceTo("2026-12-14T09:10:00Z");
  return { session, soon, open: open.number, closed: closed.number };
};

describe.skipIf(!hasBrowser())("of the staff desk, in a browser,", () => {
  const { open, leave } = aBrowser();
  afterEach(leave);

  test("axe finds nothing wrong with any page and any form, light and dark, wide and narrow; nothing is to be scrolled aside", async () => {
    const story = await aStory("2026-12-10T08:00:00Z", { pages });
    const page = await open(`${story.world.url}/desk`, { timezoneId: "Europe/Amsterdam" });
    const { press, look } = lookingAt(page);
    const at = async (path: string, shown: string): Promise<void> => {
      await page.goto(`${story.world.url}/desk${path}`);
      await look(shown);
    };

    await look("This is the local world");
    await page.getByLabel("Your name").fill("eva");
    await press("Sign in");
    await look("expandit");
    await at("/taxdome", "No sessions on this day.");
    await at("/taxdome/tasks", "Nothing waits.");
    await at("/taxdome/quarantine", "No mail waits.");
    await at("/taxdome/weather", "To the desk");

    const { session, soon, open: number, closed } = await aFullDesk(story);
    await at("/taxdome", "Running since");
    await press("The customer is silent");
    await look("Silent for");
    await at("/taxdome/cases", number);
    await at("/taxdome/closed", closed);
    await at("/taxdome/tasks", "the report");
    await at("/taxdome/quarantine", "Een mail die niemand kon plaatsen");
    await press("Let it out as a case");
    await look("To case");
    await at("/taxdome/search#noor@customer.example", "Customers");
    await at("/taxdome/search#nobody", "Nothing was found.");

    await at("/taxdome/customer#nobody@customer.example", "Nobody with this address is known here.");
    await at("/taxdome/customer#noor@customer.example", "It is a repeated one");
    await press("Judge it");
    await look("First day on which");
    await press("Leave it");
    await press("Waive it");
    await page.getByLabel("Why; staff alone read it").fill("Our mail came too late.");
    await press("See what goes out");
    await look("This goes out");
    await press("Send it");
    await look("Waived by eva");

    await at(`/taxdome/appointments/${session}`, "Silent for");
    await at(`/taxdome/appointments/${soon}`, "Starts in 47 hours");
    await press("Cancel it");
    await press("See what goes out");
    await look("This goes out");
    await press("Leave it");
    await press("Move it");
    await press("11:00");
    await look("From Wed, 16 Dec 2026, 10:00 to");

    await at(`/taxdome/cases/${closed}`, "Open it again");
    await at(`/taxdome/cases/${number}`, "What happened");
    await press("Ask for information");
    await look("Their e-mail address");
    await press("Leave it");
    await press("Decline");
    for (const label of ["What was found", "Why it cannot be", "Who looks at it next"])
      await page.getByLabel(label).fill("Woorden, en nog meer woorden.");
    await press("See what goes out");
    await look("This goes out");

    await inPicturesOf(page, number);
    await page.goto(`${story.world.url}/desk/taxdome/cases/${shownCode}`);
    await page.getByText("What happened").first().waitFor();
    await takeScreen(page, "desk");
  }, 60_000);
});
