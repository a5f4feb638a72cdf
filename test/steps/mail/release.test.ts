import { describe, expect, test } from "vitest";
import { isRefusal } from "#core/errors.ts";
import type { ReleaseWish } from "#core/mail/release.ts";
import { listQuarantine } from "#steps/mail/quarantine.ts";
import { releaseMail } from "#steps/mail/release.ts";
import { aCaseWorld, aRegisteredCase, kindsOf, staffAct, theCase } from "../../builders/case.ts";
import { arrive, keptMails, mailsAbout, quarantined, withMail } from "../../builders/mail.ts";

const mailbox = "complaints@solar.example";

/** Spam, says the receiving service; it is a customer's complaint all the same. */
const held = async (told: Parameters<typeof arrive>[2] = {}) => {
  const world = withMail(aCaseWorld(), ["solar"]);
  await arrive(world, [mailbox], {
    id: "held",
    subject: "Geen stroom",
    text: "De omvormer doet niets, en ik wacht al een week.",
    verdicts: { spam: "FAIL" },
    ...told,
  });
  const release = (wish: ReleaseWish, key = world.newId(), by = "staff:sanne" as const) =>
    releaseMail(
      world,
      world.deployed,
      { id: "held", by, ...wish },
      { pack: "solar", key, fingerprint: JSON.stringify(wish) },
    );
  return { world, release };
};

test("what waits for a person is listed with why, by the company whose it is", async () => {
  const { world } = await held();
  expect(await listQuarantine(world, "solar")).toMatchObject([
    { id: "held", from: "noor@customer.example", subject: "Geen stroom", reason: "spam" },
  ]);
  expect(await listQuarantine(world, "bnc")).toEqual([]);
});

describe("a mail that is let out", () => {
  test("is a case of whoever wrote, from the moment it arrived, in the name of whoever let it out", async () => {
    const { world, release } = await held();
    const arrived = world.now();
    world.pass(86_400_000);
    const made = await release({ as: "case" });
    if (isRefusal(made)) throw new Error(made.refused);
    expect(await theCase(world, made.case)).toMatchObject({
      kind: "complaint",
      topic: "product",
      channel: "mail",
      language: "nl",
      receivedAt: arrived,
      customer: { name: "Noor Bakker", email: "noor@customer.example" },
    });
    const [change] = world.table.all().filter(({ type }) => type === "change");
    expect(change).toMatchObject({ actor: "staff:sanne", action: "registered" });
    expect(kindsOf(world.mails)).toEqual(["registered"]);
    expect(quarantined(world)).toEqual([]);
    expect(keptMails(world)).toMatchObject([
      { outcome: { settled: "case" }, released: { by: "staff:sanne" } },
    ]);
  });

  test("is let out once: the same request says the same, another that it is done", async () => {
    const { world, release } = await held();
    const first = await release({ as: "case" }, "k1");
    expect(await release({ as: "case" }, "k1")).toEqual(first);
    expect(await release({ as: "case" }, "k2")).toMatchObject({ refused: "already-done" });
    expect(world.table.all().filter(({ type }) => type === "case")).toHaveLength(1);
  });

  test("by two people at once is one case", async () => {
    const { world, release } = await held();
    const both = await Promise.all([release({ as: "case" }, "k1"), release({ as: "case" }, "k2")]);
    expect(both.filter((each) => !isRefusal(each)).length).toBeGreaterThan(0);
    expect(world.table.all().filter(({ type }) => type === "case")).toHaveLength(1);
  });

  test("goes onto the case that staff name, under their name, and ends the waiting there", async () => {
    const { world, release } = await held();
    const { number } = await aRegisteredCase(world);
    await staffAct(world, number, "request-information", { text: "Which light?" });
    expect(await release({ as: "reply", case: number })).toMatchObject({ as: "reply", case: number });
    expect((await theCase(world, number)).status).toBe("open");
    expect(mailsAbout(world, number)).toMatchObject([{ mail: "held" }]);
    const changes = world.table.all().filter(({ type, pk }) => type === "change" && pk.endsWith(number));
    expect(changes.at(-1)).toMatchObject({ actor: "staff:sanne", reason: "let out of quarantine" });
  });

  test("onto a case that does not exist stays where it is, and can still be let out as a case", async () => {
    const { world, release } = await held();
    expect(await release({ as: "reply", case: "NOSUCH1" })).toMatchObject({ refused: "not-found" });
    expect(quarantined(world)).toEqual(["spam"]);
    expect(await release({ as: "case" })).toMatchObject({ as: "case" });
  });

  test("by a run that died in between is gone on with, and is one case", async () => {
    const { world, release } = await held();
    const { commit } = world.table;
    let died = false;
    Object.assign(world.table, {
      commit: async (...given: Parameters<typeof commit>) => {
        const last = given[0].some((write) => "delete" in write);
        if (last && !died && (died = true)) throw new Error("the process died");
        return commit(...given);
      },
    });
    await expect(release({ as: "case" })).rejects.toThrow("died");
    expect(await release({ as: "case" })).toMatchObject({ as: "case" });
    expect(world.table.all().filter(({ type }) => type === "case")).toHaveLength(1);
    expect(quarantined(world)).toEqual([]);
  });
});

test("one without a sender is no case of its own", async () => {
  const { release } = await held({ from: "", envelope: "x@y.example", unreadable: "empty" });
  expect(await release({ as: "case" })).toMatchObject({ refused: "no-sender" });
});

test("a mail that was never held back cannot be let out", async () => {
  const { release } = await held({ verdicts: {} });
  expect(await release({ as: "case" })).toMatchObject({ refused: "already-done" });
});
