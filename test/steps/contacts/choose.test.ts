import { describe, expect, test } from "vitest";
import { contactView } from "#core/contacts/view.ts";
import { isRefusal } from "#core/errors.ts";
import { languages } from "#core/policy/vocabulary.ts";
import { instant } from "#core/time.ts";
import { chooseContact } from "#steps/contacts/choose.ts";
import { expandit, isAway } from "../../builders/absence.ts";
import type { CaseWorld } from "../../builders/case.ts";

const monday = { from: "2026-11-02T09:00:00Z", to: "2026-11-03T09:00:00Z" };

const asked = async (world: CaseWorld, at: string, language: "en" | "de" = "en", question = "usage") => {
  const choice = await chooseContact(world, world.deployed, question, instant(at));
  if (isRefusal(choice)) throw new Error(choice.refused);
  return contactView(world.deployed.policy, choice, instant(at), language);
};

describe("whoever asks who answers a question by phone", () => {
  test("is sent to the first contact in their hours, and told why", async () => {
    const { contact, team, why } = await asked(expandit(), "2026-11-02T09:00:00Z");
    expect(contact).toEqual({ id: "lena", name: "Lena Brandt", email: "lena.brandt@expandit.com" });
    expect(team).toEqual({ id: "support", name: "Support" });
    expect(why.replaceAll(/[⁨⁩]/g, "")).toContain("Lena Brandt is at work (first contact).");
  });

  test.each([
    ["one second before nine", "2026-11-02T07:59:59Z", "outside-hours"],
    ["at nine", "2026-11-02T08:00:00Z", "in-hours"],
    ["one second before five", "2026-11-02T15:59:59Z", "in-hours"],
    ["at five", "2026-11-02T16:00:00Z", "outside-hours"],
  ])("hears %s whether somebody is at work", async (_when, at, state) => {
    const { considered, contact } = await asked(expandit(), at);
    expect([contact.id, considered[0]?.state]).toEqual(["lena", state]);
  });

  test("hears on a Friday at five that they work again on Monday at nine", async () => {
    const { considered } = await asked(expandit(), "2026-11-06T16:00:00Z");
    expect(considered[0]).toMatchObject({ until: "2026-11-09T08:00:00.000Z" });
  });

  test("is sent to the second while the first is away, from the first moment and not at the last", async () => {
    const world = expandit();
    await isAway(world, { person: "lena", standIn: "mara", ...monday });
    const contacts = await Promise.all(
      ["2026-11-02T08:59:59Z", "2026-11-02T09:00:00Z", "2026-11-03T08:59:59Z", "2026-11-03T09:00:00Z"].map(
        async (at) => (await asked(world, at)).contact.id,
      ),
    );
    expect(contacts).toEqual(["lena", "jonas", "jonas", "lena"]);
    const { why } = await asked(world, "2026-11-02T12:00:00Z", "de");
    expect(why.replaceAll(/[⁨⁩]/g, "")).toMatch(/Lena Brandt .erster Kontakt. ist bis .*Dienstag.* abwesend/);
  });

  test("is sent to whoever stands in when both are away, and to the team when nobody is there", async () => {
    const world = expandit();
    await isAway(world, { person: "lena", standIn: "mara", ...monday });
    await isAway(world, { person: "jonas", standIn: "support", ...monday });
    const both = await asked(world, "2026-11-02T12:00:00Z");
    expect([both.contact.id, both.considered.at(-2)]).toMatchObject([
      "mara",
      { as: "stand-in", for: "lena" },
    ]);
    await isAway(world, { person: "mara", standIn: "jonas", ...monday });
    const team = await asked(world, "2026-11-02T12:00:00Z");
    expect(team.contact).toEqual({ id: "support", name: "Support", email: "support@expandit.com" });
    expect(team.why).toContain("team");
  });

  test("gets the reasons in each language", async () => {
    const world = expandit();
    await isAway(world, { person: "lena", standIn: "mara", ...monday });
    const choice = await chooseContact(world, world.deployed, "usage", instant("2026-11-02T12:00:00Z"));
    if (isRefusal(choice)) throw new Error(choice.refused);
    const said = languages.map(
      (each) => contactView(world.deployed.policy, choice, monday.from as never, each).why,
    );
    expect(new Set(said).size).toBe(languages.length);
  });

  test("is refused a kind of question that the matrix does not have", async () => {
    const world = expandit();
    expect(await chooseContact(world, world.deployed, "weather", world.now())).toMatchObject({
      refused: "unknown-question",
      detail: expect.stringContaining("usage, interface, offer"),
    });
  });
});
