import { expect, test } from "vitest";
import type { StaffAct, StaffWish } from "#core/case/action.ts";
import { isRefusal } from "#core/errors.ts";
import { instant } from "#core/time.ts";
import { previewAct } from "#steps/case/preview.ts";
import { aCaseWorld, aRegisteredCase, type CaseWorld, policyOf, staffAct } from "../builders/case.ts";

const text = "Wij hebben uw klacht ontvangen en bestellen een nieuwe omvormer.";

const preview = async <Act extends StaffAct>(
  world: CaseWorld,
  number: string,
  act: Act,
  wish: StaffWish[Act],
) => {
  const seen = await previewAct(world, { pack: "solar", number }, act, wish, "staff:sanne");
  return isRefusal(seen) ? { refused: seen.refused, mails: [] } : { refused: undefined, mails: seen.mails };
};

test("what staff see before they acknowledge is what the customer gets, but for the token in its link", async () => {
  const world = aCaseWorld();
  const { number } = await aRegisteredCase(world);
  const { mails } = await preview(world, number, "acknowledge", { text });
  const [seen] = mails;
  expect(mails).toHaveLength(1);
  await staffAct(world, number, "acknowledge", { text });
  const { mail } = world.mails.at(-1)!;
  expect(mail.labels.kind).toBe("acknowledged");
  expect(seen).toMatchObject({ to: mail.to, subject: mail.subject, language: "nl" });
  expect(mail.text.replace(/#c\.solar\S+/, "")).toBe(seen!.text);
  expect(seen!.text).toContain(text);
});

test("looking at it writes nothing, and sends nothing", async () => {
  const world = aCaseWorld();
  const { number } = await aRegisteredCase(world);
  const before = [
    structuredClone(await world.table.list(`solar#case#${number}`, "", "~")),
    world.mails.length,
  ];
  await preview(world, number, "resolve", { text });
  expect([await world.table.list(`solar#case#${number}`, "", "~"), world.mails.length]).toEqual(before);
});

test("a note goes to nobody, and a question to a third party goes to them", async () => {
  const world = aCaseWorld();
  const { number } = await aRegisteredCase(world);
  expect(await preview(world, number, "note", { text })).toEqual({ refused: undefined, mails: [] });
  const thirdParty = { name: "Piet Installateur", email: "piet@installer.example" };
  const { mails } = await preview(world, number, "request-information", {
    text,
    of: "thirdParty",
    thirdParty,
  });
  const [asked] = mails;
  expect(asked?.to).toEqual({ name: thirdParty.name, address: thirdParty.email });
  expect(asked?.text).not.toContain("Noor");
});

test("what would be refused is refused here already", async () => {
  const world = aCaseWorld();
  const { number } = await aRegisteredCase(world);
  await staffAct(world, number, "acknowledge", { text });
  expect((await preview(world, number, "acknowledge", { text })).refused).toBe("already-done");
  expect((await preview(world, number, "close", {})).refused).toBe("not-open");
  expect((await preview(world, "NOBODY0", "note", { text })).refused).toBe("not-found");
});

const wishes: { readonly [Act in StaffAct]: StaffWish[Act] } = {
  acknowledge: { text },
  update: { text },
  plan: { text, by: instant("2026-11-20T09:00:00Z") },
  answer: { text },
  "request-information": { text },
  "information-complete": {},
  extend: { reason: text, newDate: instant("2027-01-20T09:00:00Z") },
  resolve: { text },
  decline: { findings: text, reasons: text, next: text },
  escalate: { text },
  close: {},
  reopen: {},
  assign: { to: "eva" },
  classify: { kind: "complaint" },
  note: { text },
  clarify: { answers: { why: text } },
  point: { to: "support" },
  "cost-notice": { text, amount: "250.00", currency: "EUR" },
  "cost-answer": { answer: "accepted", by: "Noor" },
};

test.each(["solar", "expandit"])(
  "every act of %s can be looked at, and says what it sends or why not",
  async (pack) => {
    const world = aCaseWorld(policyOf(pack));
    const { number } = await aRegisteredCase(world, { topic: undefined, kind: "complaint" });
    for (const [act, wish] of Object.entries(wishes) as [StaffAct, StaffWish[StaffAct]][]) {
      const seen = await previewAct(world, { pack, number }, act, wish, "staff:sanne");
      const texts = isRefusal(seen) ? [seen.detail] : seen.mails.map((mail) => mail.text);
      for (const each of texts) expect([act, each.length > 10]).toEqual([act, true]);
      if (act === "resolve") expect(texts).toHaveLength(1);
    }
  },
);
