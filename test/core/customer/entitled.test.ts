import { describe, expect, test } from "vitest";
import { calendarDate } from "#core/calendar.ts";
import { type Account, type AccountFacts, accountWith } from "#core/customer/account.ts";
import { entitledOn, entitlementsView } from "#core/customer/entitled.ts";
import { entitlementOf } from "#core/customer/entitlement.ts";
import { serviceChannels } from "#core/policy/vocabulary.ts";
import { instant } from "#core/time.ts";
import { thePolicy } from "../policy/documents.ts";

const expandit = thePolicy("expandit.json");
const taxdome = thePolicy("taxdome.json");

const anAccount = (facts: Partial<AccountFacts> = {}): Account =>
  accountWith(undefined, { pack: "expandit", id: "acme" }, { licence: "standard", users: 5, ...facts });

const assuredUntil = (...dates: string[]): Partial<AccountFacts> => ({
  assurances: dates.map((until, at) => ({ customer: `Customer ${at}`, until: calendarDate(until) })),
});

const on = (date: string, facts: Partial<AccountFacts>) =>
  entitledOn(expandit, anAccount(facts), calendarDate(date));

const has = (date: string, facts: Partial<AccountFacts>): string[] =>
  on(date, facts).entitled.flatMap((each) => (each.has ? [each.what] : []));

const whyOf = (date: string, facts: Partial<AccountFacts>, what: string): string =>
  on(date, facts).entitled.find((each) => each.what === what)?.why ?? "not there";

const everything = [
  "inbox",
  "partner-portal",
  "commerce-portal",
  "releases",
  "service-packs",
  "hotfixes",
  "licence-mobility",
  "investment-protection",
];

describe("a partner whose customers have Software Assurance", () => {
  test("has portals, releases, service packs, hotfixes, mobility and protection up to its last day, and not after", () => {
    const facts = assuredUntil("2026-11-30");
    expect(has("2026-11-29", facts)).toEqual(everything);
    expect(has("2026-11-30", facts)).toEqual(everything);
    expect(has("2026-12-01", facts)).toEqual([]);
  });

  test("has it as long as one of them does: the last to end counts", () => {
    const facts = assuredUntil("2026-06-30", "2027-01-31", "2026-12-31");
    expect(has("2027-01-31", facts)).toEqual(everything);
    expect(on("2027-02-01", facts).assurance).toMatchObject({ state: "ended", until: "2027-01-31" });
  });

  test("reads what falls away with it, before and after that day, each with its clause", () => {
    const facts = assuredUntil("2026-11-30");
    expect(on("2026-11-30", facts).assurance).toEqual({
      state: "active",
      until: "2026-11-30",
      gives: everything,
    });
    expect(on("2026-12-01", facts).assurance).toEqual({
      state: "ended",
      until: "2026-11-30",
      gives: everything,
    });
    expect(whyOf("2026-11-30", facts, "hotfixes")).toBe(
      "Software Assurance holds until 2026-11-30, that day included.",
    );
    expect(whyOf("2026-12-01", facts, "hotfixes")).toBe("Software Assurance ended on 2026-11-30.");
    expect(whyOf("2026-12-01", facts, "partner-portal")).toBe(
      "Part of the licence standard with Software Assurance that has not ended. Software Assurance ended on 2026-11-30.",
    );
    for (const each of on("2026-12-01", facts).entitled)
      expect(each.clause).toMatch(/^Kundenservice-Richtlinie/);
  });

  test("that never had one has nothing of it, and reads so", () => {
    expect(has("2026-12-01", {})).toEqual([]);
    expect(on("2026-12-01", {}).assurance).toEqual({ state: "none", gives: everything });
    expect(whyOf("2026-12-01", {}, "releases")).toContain("No Software Assurance of its customers is known.");
  });
});

describe("the source code", () => {
  const current = { ...assuredUntil("2027-03-31"), currentSoftware: true };
  const checked = { ...current, escrow: { checkedOn: calendarDate("2026-10-05") } };

  test("is there for whoever has the current software, after a check, and before others by arrangement", () => {
    expect(has("2026-12-01", checked)).toEqual([...everything, "source-escrow"]);
    expect(whyOf("2026-12-01", checked, "source-escrow")).toContain("Its right was checked on 2026-10-05.");
    const first = { ...checked, escrow: { ...checked.escrow, priority: true } };
    expect(whyOf("2026-12-01", first, "source-escrow")).toContain("Access before others was arranged");
  });

  test.each([
    ["the check is still to come", current, "has not been checked yet"],
    ["the software is older", { ...checked, currentSoftware: false }, "is not the current one"],
    ["nobody knows how old the software is", { ...checked, currentSoftware: undefined }, "Nobody has said"],
    ["the assurance has ended", { ...checked, ...assuredUntil("2026-11-30") }, "ended on 2026-11-30"],
  ])("is not there where %s, and says so", (_why, facts, says) => {
    expect(has("2026-12-01", facts)).not.toContain("source-escrow");
    expect(whyOf("2026-12-01", facts, "source-escrow")).toContain(says);
  });

  test("falls away with the assurance only for whom nothing else is missing", () => {
    expect(on("2026-12-01", checked).assurance.gives).toContain("source-escrow");
    expect(on("2026-12-01", current).assurance.gives).not.toContain("source-escrow");
  });
});

describe("an upgrade", () => {
  const prices = (date: string, facts: Partial<AccountFacts>) =>
    on(date, facts).upgrades.map(({ to, price }) => `${to} ${price.amount} ${price.currency}`);

  test("costs the difference between the levels on the last day of the assurance, and the whole the day after", () => {
    const facts = { ...assuredUntil("2026-11-30"), level: "basic" };
    expect(prices("2026-11-30", facts)).toEqual(["extended 1500.00 EUR", "full 4000.00 EUR"]);
    expect(prices("2026-12-01", facts)).toEqual(["extended 2500.00 EUR", "full 5000.00 EUR"]);
  });

  test("there is none from the highest level, nor from one that nobody knows", () => {
    expect(prices("2026-11-30", { ...assuredUntil("2026-11-30"), level: "full" })).toEqual([]);
    expect(prices("2026-11-30", assuredUntil("2026-11-30"))).toEqual([]);
  });
});

describe("a licence by its number of users", () => {
  const view = (licence: string, users: number) =>
    entitledOn(taxdome, anAccount({ licence, users }), calendarDate("2026-12-01")).entitled;

  test("says of each channel whether it is part of it, or what would be needed", () => {
    const chat = view("essentials", 3).find(({ what }) => what === "chat");
    expect(chat).toMatchObject({ has: true, why: "Part of the licence essentials.", clause: "§1" });
    const sessions = view("essentials", 3).find(({ what }) => what === "sessions");
    expect(sessions).toMatchObject({
      has: false,
      why: expect.stringMatching(/^Not part of its licence; needed is /),
    });
  });

  test("says the same as what bookings are decided by", () => {
    for (const { licence, fromUsers } of taxdome.access?.tiers ?? [])
      for (const users of [1, fromUsers, fromUsers + 1]) {
        const account = anAccount({ licence, users });
        const today = calendarDate("2026-12-01");
        const channels = entitledOn(taxdome, account, today)
          .entitled.filter((each) => each.has)
          .map(({ what }) => what);
        const decided = entitlementOf(taxdome, account, today).channels;
        expect(channels).toEqual(serviceChannels.filter((each) => decided.includes(each)));
      }
  });

  test("that was ended gives nothing, by the clause that ended it", () => {
    const now = instant("2026-12-01T08:00:00Z");
    const ended = { ...anAccount({ licence: "pro" }), restrictions: [{ incident: "i", at: now }] };
    const { entitled, channels } = entitlementsView(taxdome, ended, now);
    expect(channels).toEqual([]);
    for (const each of entitled)
      expect(each).toMatchObject({ has: false, why: "Its licence was ended on 2026-12-01." });
  });
});
