import { expect, test } from "vitest";
import type { StaffAct, StaffWish } from "#core/case/action.ts";
import { isRefusal } from "#core/errors.ts";
import { previewAct } from "#steps/case/preview.ts";
import { aCaseWorld, aRegisteredCase, type CaseWorld, staffAct } from "../builders/case.ts";

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
