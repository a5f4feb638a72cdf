import { describe, expect, test } from "vitest";
import type { LinkKey } from "#adapters/link-keys.ts";
import { createLinks } from "#adapters/links.ts";
import type { LinkClaim } from "#core/appointment/links.ts";
import { instant } from "#core/time.ts";

const key = (id: string): LinkKey => ({ id, secret: `${id} `.repeat(12) });
const claim: LinkClaim = {
  purpose: "appointment",
  pack: "taxdome",
  subject: "K7Q2M9X",
  recipient: "customer",
  given: "mail",
  expires: instant("2027-01-09T10:00:00Z"),
};
const links = (keys: LinkKey[], now = "2026-12-01T08:00:00Z") =>
  createLinks({
    site: "https://kept.example",
    mailDomain: "mail.kept.example",
    keys: async () => keys,
    now: () => instant(now),
  });

describe("a link's token", () => {
  test("stands for one subject, recipient and purpose, and says how it was given", async () => {
    const token = await links([key("first1")]).token(claim);
    expect(await links([key("first1")]).verify(token)).toEqual(claim);
  });

  test("is the same each time, and shorter than a line of mail", async () => {
    const [a, b] = [await links([key("first1")]).token(claim), await links([key("first1")]).token(claim)];
    expect(a).toBe(b);
    expect(a.length).toBeLessThan(76);
  });

  test("stands in the fragment of its page, where no server and no log sees it", async () => {
    const page = new URL(await links([key("first1")]).page(claim, "cancel"));
    expect(page.pathname + page.search).toBe("/link?do=cancel");
    expect(page.hash.slice(1)).toBe(await links([key("first1")]).token(claim));
  });

  test("works until its last second, and not at its expiry", async () => {
    const token = await links([key("first1")]).token(claim);
    expect(await links([key("first1")], "2027-01-09T09:59:59Z").verify(token)).toEqual(claim);
    expect(await links([key("first1")], "2027-01-09T10:00:00Z").verify(token)).toBeUndefined();
  });

  test("changed in any one letter is worth nothing", async () => {
    const token = await links([key("first1")]).token(claim);
    for (let place = 0; place < token.length; place += 1) {
      const other = token[place] === "x" ? "y" : "x";
      const forged = token.slice(0, place) + other + token.slice(place + 1);
      expect(await links([key("first1")]).verify(forged), forged).toBeUndefined();
    }
  });

  test.each([
    "",
    ".",
    "a.taxdome.K7Q2M9X",
    "x".repeat(5_000),
    "a.b.c.d.e.f.first1.",
    "__proto__.constructor",
  ])("%j is none", async (nonsense) => {
    expect(await links([key("first1")]).verify(nonsense)).toBeUndefined();
  });

  test("lives through one rotation of the keys, and dies with the next", async () => {
    const token = await links([key("first1")]).token(claim);
    expect(await links([key("second"), key("first1")]).verify(token)).toEqual(claim);
    expect(await links([key("third1"), key("second")]).verify(token)).toBeUndefined();
  });
});

describe("a reply address", () => {
  test("leads back to its appointment, in what every mail server keeps: lower case, 64 octets", async () => {
    const address = await links([key("first1")]).replyAddress({ ...claim, pack: "a-pack-of-four-and-20-ab" });
    expect(address).toMatch(
      /^reply\+a\.a-pack-of-four-and-20-ab\.k7q2m9x\.c\.[0-9a-z]{16}@mail\.kept\.example$/,
    );
    expect(address.indexOf("@")).toBeLessThanOrEqual(64);
  });

  test("of a customer and of a host differ, and so do two keys'", async () => {
    const forKey = (id: string, recipient: LinkClaim["recipient"]) =>
      links([key(id)]).replyAddress({ ...claim, recipient });
    const addresses = await Promise.all([
      forKey("first1", "customer"),
      forKey("first1", "host"),
      forKey("second", "customer"),
    ]);
    expect(new Set(addresses).size).toBe(3);
  });

  test("is read back whatever case a server wrote it in, and for as long as its key lives", async () => {
    const { purpose, pack, subject, recipient } = claim;
    const address = await links([key("first1")]).replyAddress(claim);
    const read = (keys: string[], text = address) => links(keys.map(key)).readReply(text);
    expect(await read(["first1"])).toEqual({ purpose, pack, subject, recipient });
    expect(await read(["second", "first1"], address.toUpperCase())).toEqual({
      purpose,
      pack,
      subject,
      recipient,
    });
    expect(await read(["third1", "second"])).toBeUndefined();
  });

  test.each([
    ["another appointment", (address: string) => address.replace("k7q2m9x", "k7q2m9y")],
    ["the host", (address: string) => address.replace(".c.", ".h.")],
    ["a guessed signature", (address: string) => address.replace(/[0-9a-z]{16}@/, "0000000000000000@")],
    ["no signature", (address: string) => address.replace(/\.[0-9a-z]{16}@/, "@")],
  ])("that somebody changed to %s is none", async (_what, change) => {
    const address = await links([key("first1")]).replyAddress(claim);
    expect(await links([key("first1")]).readReply(change(address))).toBeUndefined();
  });
});

describe("a journal address", () => {
  const journal = {
    pack: "a-company-of-twenty-four",
    mailbox: "complaints",
    copyOf: "answer",
  } as const;

  test("fits into what mail servers allow, in lower case, and is read back while its key lives", async () => {
    const address = await links([key("first1")]).journalAddress(journal);
    expect(address).toBe(address.toLowerCase());
    expect(address.indexOf("@")).toBeLessThanOrEqual(64);
    const read = (...ids: string[]) => links(ids.map(key)).readJournal(address.toUpperCase());
    expect(await read("second", "first1")).toEqual(journal);
    expect(await read("third1")).toBeUndefined();
  });

  test.each([
    ["another company", (address: string) => address.replace("twenty", "thirty")],
    ["another mailbox", (address: string) => address.replace("complaints", "sales")],
    ["the other answer", (address: string) => address.replace(".a.", ".f.")],
    ["a reply address", (address: string) => address.replace("journal+", "reply+")],
  ])("that somebody changed to %s is none", async (_what, change) => {
    const made = links([key("first1")]);
    const address = change(await made.journalAddress(journal));
    expect(await made.readJournal(address)).toBeUndefined();
    expect(await made.readReply(address)).toBeUndefined();
  });
});
