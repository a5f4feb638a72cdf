import { describe, expect, test } from "vitest";
import { aBrought, aCompany, executions, kindsTo, milestone } from "./case.ts";
import { aStory } from "./world.ts";

/** Tuesday, 09:00 in Amsterdam. Christmas Day and New Year's Day fall on Fridays. */
const start = "2026-12-01T08:00:00Z";
const noor = "noor@customer.example";
const update = "Progress update within 14 working days after the acknowledgement";

/** From one look of the hub to the next: each state that is entered is a transition that is paid for. */
const mostPerWakeUp = (states: readonly string[]): number => {
  const looks = states.flatMap((name, at) => (name === "What comes next?" ? [at] : []));
  return Math.max(...looks.map((at, nth) => (looks[nth + 1] ?? states.length) - at));
};

describe("a complaint to Solar", () => {
  test("is acknowledged, told of and resolved in time: nothing but its own states, and each date by hand count", async () => {
    const story = await aStory(start);
    const solar = aCompany(story, "solar");
    const { number, kind, milestones, link } = await solar.bring(aBrought());
    expect([kind, milestones]).toEqual([
      "complaint",
      [
        { name: "Acknowledge within 7 working days", due: "2026-12-10T16:00:00.000Z" },
        { name: update },
        { name: "Resolve within 30 working days", due: "2027-01-14T16:00:00.000Z" },
      ],
    ]);

    await story.advanceTo("2026-12-03T09:00:00Z");
    const { status, body } = await solar.act(number, "acknowledge", { text: "We zoeken het uit" });
    expect([status, milestone(body, update)]).toMatchObject([
      200,
      { due: "2026-12-23T16:00:00.000Z", state: "open" },
    ]);

    await story.advance("PT1H");
    const [standing] = await executions(story, "solar-complaint");
    expect([standing?.name, standing?.status, standing?.states.at(-1)]).toEqual([
      `${number}-r1`,
      "RUNNING",
      update,
    ]);
    expect(standing?.written).not.toMatch(/Noor|customer\.example|SG10RT|Sunday|zoeken/);

    await story.advanceTo("2026-12-14T09:00:00Z");
    await solar.act(number, "update", { text: "Het onderdeel is besteld" });
    await story.advanceTo("2026-12-28T09:00:00Z");
    await solar.act(number, "resolve", { text: "De omvormer is vervangen" });
    await story.advance("PT1M");

    const [over] = await executions(story, "solar-complaint");
    expect([over?.status, over?.states.at(-1)]).toEqual(["SUCCEEDED", "Nothing is owed any more"]);
    expect(over?.states.length).toBeLessThanOrEqual(15);
    expect(mostPerWakeUp(over?.states ?? [])).toBeLessThanOrEqual(3);
    const seen = await solar.look(number);
    expect(seen.milestones.map(({ state }) => state)).toEqual(["kept", "kept", "kept"]);
    expect(await solar.page(link)).toMatchObject({ status: "resolved", version: 1 });
    expect(kindsTo(await story.mails(), noor)).toEqual(["registered", "acknowledged", "updated", "resolved"]);

    await story.advance("P20D");
    // It closes ten working days after the answer, and two later they are asked.
    const afterwards = (await story.mails()).filter(({ to, at }) => to.includes(noor) && at > "2026-12-29");
    expect(Object.fromEntries(afterwards.map(({ kind, at }) => [kind, at]))).toEqual({
      closed: "2027-01-12T16:00:00.000Z",
      satisfaction: "2027-01-14T16:00:00.000Z",
    });
    expect(afterwards).toHaveLength(2);
    expect((await solar.press(link, "satisfaction", { satisfied: true })).status).toBe(200);
    expect((await solar.press(link, "satisfaction", { satisfied: true })).body.code).toBe("already-done");
    expect(await solar.list()).toEqual([]);
  });

  test("gets a later date on day 29, with the reason, and is resolved by that one", async () => {
    const story = await aStory(start);
    const solar = aCompany(story, "solar");
    const { number } = await solar.bring(aBrought());
    await solar.act(number, "acknowledge", { text: "We zoeken het uit" });
    await story.advanceTo("2026-12-15T09:00:00Z");
    await solar.act(number, "update", { text: "Het onderdeel is besteld" });

    await story.advanceTo("2027-01-13T09:00:00Z");
    const later = { reason: "De fabrikant levert een week later", newDate: "2027-01-22" };
    const { body } = await solar.act(number, "extend", later);
    const resolve = milestone(body, "Resolve");
    expect(resolve).toMatchObject({ due: "2027-01-22T16:00:00.000Z", state: "extended" });
    const mail = (await story.mails()).find(({ kind }) => kind === "extended");
    expect(mail?.text).toContain(later.reason);

    await story.advanceTo("2027-01-20T09:00:00Z");
    await solar.act(number, "resolve", { text: "De omvormer is vervangen" });
    expect(milestone(await solar.look(number), "Resolve")).toMatchObject({ state: "kept" });
    expect((await story.mails()).map(({ kind }) => kind)).not.toContain("staff-case-missed");
    expect((await solar.act(number, "extend", later)).body.code).toBe("already-done");
  });

  test("that is acknowledged on working day 17 has alerted three levels, each once, and is late", async () => {
    const story = await aStory(start);
    const solar = aCompany(story, "solar");
    const { number } = await solar.bring(aBrought());
    await story.advanceTo("2026-12-24T09:00:00Z");
    const mails = (await story.mails()).filter(({ kind }) => kind === "staff-case-missed");
    expect(mails.map(({ to }) => /[\w-]+@[\w.]+/.exec(to)?.[0])).toEqual([
      "technical-team@solar.example",
      "customer-service@solar.example",
      "board@solar.example",
    ]);
    expect(milestone(await solar.look(number), "Acknowledge")).toMatchObject({ state: "broken" });

    const { body } = await solar.act(number, "acknowledge", { text: "Excuses: nu pas" });
    expect(milestone(body, "Acknowledge")).toMatchObject({ state: "late" });
    expect(milestone(body, "Resolve")).toMatchObject({ state: "open", due: "2027-01-14T16:00:00.000Z" });
  });
});
