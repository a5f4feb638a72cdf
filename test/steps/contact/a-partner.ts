import { accountWith, putAccount } from "#core/customer/account.ts";
import { isRefusal } from "#core/errors.ts";
import { contactMade, enterRelation, understood } from "#steps/contact/relation.ts";
import { aCaseWorld, type CaseWorld, policyOf } from "../../builders/case.ts";

export const lena = { name: "Lena Brandt", email: "lena@expandit.com" };

/** ExpandIT on Monday 2 November 2026, 10:00 in Berlin, with the account of Vega GmbH. */
export const aPartnerWorld = async (account = "vega"): Promise<CaseWorld> => {
  const world = aCaseWorld(policyOf("expandit"), "2026-11-02T09:00:00.000Z");
  const facts = { licence: "standard", users: 5, name: "Vega GmbH" };
  await world.table.commit([putAccount(accountWith(undefined, { pack: "expandit", id: account }, facts))]);
  return world;
};

export const asked = (world: CaseWorld, account = "vega", key = world.newId()) => ({
  account,
  actor: "staff:lena" as const,
  request: { pack: "expandit", key, fingerprint: key },
});

export const entered = (world: CaseWorld, kind = "partner", by = asked(world)) =>
  enterRelation(world, world.deployed, by, { kind, manager: lena });

export const called = (world: CaseWorld, at?: string, by = asked(world)) =>
  contactMade(world, world.deployed, by, {
    by: "Lena Brandt",
    how: "phone",
    ...(at !== undefined && { at: at as ReturnType<CaseWorld["now"]> }),
    note: "They plan a second site.",
  });

export const foundToUnderstand = (world: CaseWorld) =>
  understood(world, world.deployed, asked(world), { by: "Lena Brandt", text: "Went through the offer." });

export const refused = async (acted: Promise<object>): Promise<string | undefined> => {
  const after = await acted;
  return isRefusal(after) ? after.refused : undefined;
};
