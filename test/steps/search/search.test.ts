import { expect, test } from "vitest";
import { search } from "#steps/search/search.ts";
import { aCaseWorld, aRegisteredCase, staffAct } from "../../builders/case.ts";

const sanne = { name: "Sanne André", email: "sanne@customer.example" };

const aCompany = async () => {
  const world = aCaseWorld();
  const { number: noors } = await aRegisteredCase(world);
  const { number: sannes } = await aRegisteredCase(world, { customer: sanne });
  const numbers = async (typed: string) =>
    (await search(world, world.deployed.policy, typed)).cases.map(({ number }) => number);
  return { world, noors, sannes, numbers };
};

test("a case is found by its number, by its customer's address and by the beginnings of a name", async () => {
  const { noors, sannes, numbers } = await aCompany();
  expect(await numbers("noor@customer.example")).toEqual([noors]);
  expect(await numbers("NOOR@customer.example")).toEqual([noors]);
  expect(await numbers("bak noo")).toEqual([noors]);
  expect(await numbers("andre")).toEqual([sannes]);
  expect(await numbers("oor")).toEqual([]);
  expect((await numbers("customer.example")).length).toBe(0);
});

test("a number is found as people say it", async () => {
  const { world } = await aCompany();
  const named = { ...world, newCode: () => "K7M2P4Q" };
  const { number } = await aRegisteredCase(named);
  for (const typed of ["K7M2P4Q", "k7m2p4q", " K7M 2P4Q ", "k7m-2p4q"])
    expect((await search(world, world.deployed.policy, typed)).cases.map((each) => each.number)).toEqual([
      number,
    ]);
});

test("a closed case is found as well, once, and nobody else's", async () => {
  const { world, noors, numbers } = await aCompany();
  await staffAct(world, noors, "resolve", { text: "Vervangen." });
  await staffAct(world, noors, "close", {});
  expect(await numbers("noor@customer.example")).toEqual([noors]);
  expect(await numbers("nobody@customer.example")).toEqual([]);
});
