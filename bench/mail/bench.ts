import PostalMime from "postal-mime";
import { createMailReader } from "#adapters/mail-reader.ts";
import type { MailPorts } from "#adapters/ports.ts";
import { settleMail } from "#steps/mail/settle.ts";
import { aWorld } from "../../test/builders/world.ts";
import { atLeast, type Bench, compared, type Figure } from "../figure.ts";
import { inTurn, rounds } from "../measure.ts";
import { arrivalOf, letter } from "./letters.ts";

/** From a mail as it came over the wire to a registered case, over a table in memory. */
export const bench: Bench = async (asked) => {
  const figures: Figure[] = [];
  for (const kilobytes of [3, 50])
    figures.push(...(await figuresFor(kilobytes, asked.quick ? 5 : 40, rounds(asked))));
  return figures;
};

const figuresFor = async (kilobytes: number, each: number, count: number): Promise<Figure[]> => {
  const reader = createMailReader();
  const world = mailRoom();
  let brought = 0;
  const settle = async (): Promise<void> => {
    for (let mail = 0; mail < each; mail += 1) {
      brought += 1;
      const outcome = await settleMail(world, arrivalOf(brought), letter(brought, kilobytes * 1024));
      if (outcome.settled !== "case") throw new Error(`a complaint became ${outcome.settled}`);
    }
  };
  const readings = (read: (raw: Uint8Array) => Promise<unknown>) => async () => {
    for (let mail = 0; mail < each; mail += 1) await read(letter(mail, kilobytes * 1024));
  };
  await sameText(letter(0, kilobytes * 1024));
  const took = await inTurn(
    { settle, read: readings((raw) => reader.read(raw)), peer: readings((raw) => PostalMime.parse(raw)) },
    count,
  );
  const rate = (time: number): number => (each * 1000) / time;
  const peer = `postal-mime alone, ${Math.round(rate(took.peer))}/s`;
  const ratio = took.peer / took.settle;
  return [
    {
      name: `mail of ${kilobytes} KB`,
      ...compared(rate(took.settle), rate(took.peer), "more"),
      unit: "mails/s to a case",
      peer,
      ...atLeast(ratio, 0.5),
    },
    {
      name: `mail of ${kilobytes} KB, read`,
      ...compared(rate(took.read), rate(took.peer), "more"),
      unit: "mails/s",
      peer,
      goal: null,
      met: null,
    },
  ];
};

/** A quoted-printable or a charset aside, both must have found the same words. */
const sameText = async (raw: Uint8Array): Promise<void> => {
  const [ours, theirs] = [await createMailReader().read(raw), await PostalMime.parse(raw)];
  const words = (text = ""): string => text.replace(/\s+/g, " ").trim();
  if ("unreadable" in ours || words(ours.text) !== words(theirs.text))
    throw new Error("the two read another text");
};

const mailRoom = (): MailPorts => ({
  ...aWorld("2026-12-01T08:00:10.000Z"),
  mailReader: createMailReader(),
  packs: () => ["taxdome", "solar", "bnc", "expandit"],
  rawMails: {
    keptDays: 30,
    size: async () => 0,
    read: async () => new Uint8Array(),
    storedBetween: async () => [],
  },
});
