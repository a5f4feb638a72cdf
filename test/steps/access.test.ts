import { describe, expect, test } from "vitest";
import type { BookingRequest } from "#core/appointment/book.ts";
import { accountKey } from "#core/customer/account.ts";
import { enterAccounts } from "#steps/enter-accounts.ts";
import { enterCustomer } from "#steps/enter-customer.ts";
import { readCustomerHead } from "#steps/limits.ts";
import { afresh, anAccount, granted } from "../builders/access.ts";
import { aBookedAppointment, theAppointment, tryToBook } from "../builders/booking.ts";
import { at, aWorld, type TestWorld, taxdome } from "../builders/world.ts";

const noor = { name: "Noor Bakker", email: "noor@customer.example", account: "acme" };
const signedBy = "https://taxdome.example";
const quick: Partial<BookingRequest> = { sessionType: "quick-assist" };

const bookFor = (world: TestWorld, changes: Partial<BookingRequest> = {}) =>
  tryToBook(world, { customer: noor, ...changes });

describe("what a licence allows", () => {
  test.each([
    ["essentials with 9 users: no session", "essentials", 9, false, false],
    ["essentials with 10 users: quick assist alone", "essentials", 10, false, true],
    ["pro: every session", "pro", 1, true, true],
    ["business: every session", "business", 1, true, true],
  ])("%s", async (_, licence, users, implementation, assist) => {
    const world = aWorld();
    await anAccount(world, { licence, users });
    const answers = [await bookFor(world, { signedBy }), await bookFor(world, { signedBy, ...quick })];
    expect(answers.map((answer) => "code" in answer)).toEqual([implementation, assist]);
  });

  test("is named in the refusal: what would be needed", async () => {
    const world = aWorld();
    await anAccount(world, { licence: "essentials", users: 1 });
    expect(await bookFor(world, quick)).toEqual({
      refused: "not-entitled",
      detail:
        "Quick assist is not part of the licence of this account; needed is essentials with 10 users or more, or pro, or business.",
    });
  });

  test("without an account, or with one that nobody entered, is what the policy gives to all", async () => {
    const world = aWorld();
    expect(await tryToBook(world)).toHaveProperty("code");
    expect(await bookFor(world, { start: at("2026-12-11T09:00:00Z") })).toHaveProperty("code");
  });

  test("counts as staff entered it, whatever the booking names", async () => {
    const world = aWorld();
    await anAccount(world, { licence: "essentials", users: 1 }, "small");
    await anAccount(world, { licence: "business", users: 1 });
    const entered = { email: noor.email, account: "small" };
    granted(await enterCustomer(world, taxdome(world), entered, "staff:anna", afresh(world)));
    expect(await bookFor(world)).toMatchObject({ refused: "not-entitled" });
  });
});

describe("an account that changes while somebody books", () => {
  test("is seen by the booking: it is decided anew, and refused", async () => {
    const world = aWorld();
    await anAccount(world);
    const commit = world.table.commit.bind(world.table);
    let slipped = false;
    const slippery: TestWorld = {
      ...world,
      table: {
        ...world.table,
        commit: async (writes) => {
          if (!slipped) {
            slipped = true;
            await anAccount(world, { licence: "essentials", users: 1 });
          }
          return commit(writes);
        },
      },
    };
    expect(await bookFor(slippery, { signedBy })).toMatchObject({ refused: "not-entitled" });
    expect(world.table.all().filter(({ type }) => type === "appointment")).toEqual([]);
  });
});

describe("accounts", () => {
  test("are entered all or none", async () => {
    const world = aWorld();
    const both = [
      { id: "a", licence: "pro", users: 1 },
      { id: "b", licence: "gold", users: 1 },
    ];
    const result = await enterAccounts(world, taxdome(world), both, "staff:anna", afresh(world));
    expect(result).toMatchObject({
      refused: "unknown-licence",
      detail: expect.stringContaining("essentials"),
    });
    expect(world.table.all()).toEqual([]);
  });

  test("that somebody else has changed are not overwritten unseen", async () => {
    const world = aWorld();
    await anAccount(world);
    const mine = [{ id: "acme", licence: "pro", users: 9, seen: 0 }];
    expect(await enterAccounts(world, taxdome(world), mine, "staff:bram", afresh(world))).toMatchObject({
      refused: "changed-meanwhile",
    });
  });

  test("have one entry for each change", async () => {
    const world = aWorld();
    await anAccount(world);
    await anAccount(world, { users: 50 });
    const { pk } = accountKey("taxdome", "acme");
    const entries = world.table.all().filter((item) => item.pk === pk && item["type"] === "change");
    expect(entries.map(({ actor, rev }) => [actor, rev])).toEqual([
      ["staff:anna", 1],
      ["staff:anna", 2],
    ]);
  });
});

describe("a booking that the company's own site signed", () => {
  test("proves the address, and says whose account it is", async () => {
    const world = aWorld();
    await anAccount(world);
    const { code } = await aBookedAppointment(world, { customer: noor, signedBy });
    expect(await theAppointment(world, code)).toMatchObject({ provenAt: world.now(), signedBy });
    expect(await readCustomerHead(world, "taxdome", noor.email)).toMatchObject({
      provenAt: world.now(),
      account: "acme",
    });
  });

  test("an open one proves nothing, and makes nobody a member of the account that it names", async () => {
    const world = aWorld();
    await anAccount(world);
    const { code } = await aBookedAppointment(world, { customer: noor });
    expect(await theAppointment(world, code)).not.toHaveProperty("provenAt");
    expect(await readCustomerHead(world, "taxdome", noor.email)).not.toHaveProperty("account");
  });
});
