import PostalMime from "postal-mime";
import { createMailReader } from "#adapters/mail-reader.ts";
import type { MailPorts } from "#adapters/ports.ts";
import type { Arrival } from "#core/mail/mail.ts";
import { settleMail } from "#steps/mail/settle.ts";
import { aWorld } from "../../test/builders/world.ts";
import { atLeast, type Bench, compared, type Figure } from "../figure.ts";
import { inTurn, rounds } from "../measure.ts";
import { arrivalOf, letter } from "./letters.ts";
import { upToCommit, withoutLetters } from "./stages.ts";

/** From a mail as it came over the wire to a registered case, over a table in memory. */
export const bench: Bench = async (asked) => {
  const figures: Figure[] = [];
  for (const kilobytes of [3, 50])
    figures.push(...(await figuresFor(kilobytes, asked.quick ? 5 : 400, rounds(asked))));
  return figures;
};

const figuresFor = async (kilobytes: number, each: number, count: number): Promise<Figure[]> => {
  const bytes = kilobytes * 1024;
  await sameText(letter(0, bytes));
  const reader = createMailReader();
  const letters = lettersOf(bytes, 4 * each * (count + 1));
  const rooms = { settle: mailRoom(), commit: mailRoom(), without: mailRoom() };
  const next = async (work: (mail: Letter) => Promise<unknown>): Promise<void> => {
    for (let mail = 0; mail < each; mail += 1) await work(letters.next());
  };
  const readings = (read: (raw: Uint8Array) => Promise<unknown>) => async () => {
    for (let mail = 0; mail < each; mail += 1) await read(letters.any(mail));
  };
  const took = await inTurn(
    {
      settle: () => next(({ arrival, raw }) => becomesCase(rooms.settle, arrival, raw)),
      without: () =>
        next(({ arrival, raw }) => withoutLetters(rooms.without, (room) => becomesCase(room, arrival, raw))),
      commit: () =>
        next(({ arrival, raw }) => upToCommit(rooms.commit, (room) => settleMail(room, arrival, raw))),
      read: readings((raw) => reader.read(raw)),
      peer: readings((raw) => PostalMime.parse(raw)),
    },
    count,
  );
  return figures(took, kilobytes, each);
};

const becomesCase = async (room: MailPorts, arrival: Arrival, raw: Uint8Array): Promise<void> => {
  const outcome = await settleMail(room, arrival, raw);
  if (outcome.settled !== "case") throw new Error(`a complaint became ${outcome.settled}`);
};

interface Letter {
  readonly arrival: Arrival;
  readonly raw: Uint8Array;
}

/** Written before anything is timed. */
const lettersOf = (bytes: number, count: number) => {
  const all = Array.from(
    { length: count },
    (_, number): Letter => ({
      arrival: arrivalOf(number),
      raw: letter(number, bytes),
    }),
  );
  let taken = 0;
  const any = (at: number): Uint8Array => all[at % count]!.raw;
  const next = (): Letter => {
    taken += 1;
    return all[taken % count]!;
  };
  return { any, next };
};

const figures = (
  took: Record<"settle" | "without" | "commit" | "read" | "peer", number>,
  kilobytes: number,
  each: number,
): Figure[] => {
  const rate = (time: number): number => (each * 1000) / time;
  const of = (stage: string, time: number, unit = "mails/s") => ({
    name: `mail of ${kilobytes} KB${stage}`,
    ...compared(rate(time), rate(took.peer), "more"),
    unit,
    peer: `postal-mime alone, ${Math.round(rate(took.peer))}/s`,
    goal: null,
    met: null,
  });
  return [
    { ...of("", took.settle, "mails/s to a case"), ...atLeast(took.peer / took.settle, 0.5), note: more },
    of(", read", took.read),
    { ...of(", up to its commit", took.commit), note: "read, judged, and the case decided" },
    { ...of(", without its letters", took.without), note: "and registered, over a table in memory" },
  ];
};

const more =
  "the peer reads; this also judges whose it is, registers the case with its chain of entries, and writes two letters";

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
