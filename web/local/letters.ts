import { keyedList } from "./keyed-list.ts";
import { letterSummary, mailView, smsView } from "./letter-view.ts";
import { line } from "./line.ts";
import { part } from "./part.ts";
import type { Letter, World } from "./world.ts";

export interface Letters {
  /** Fetches and draws. */
  refresh(): Promise<void>;
}

/** The list of what was sent, and the one that is open; the newest, until somebody chooses. */
export const createLetters = (world: World): Letters => {
  const [shown, none] = [part("letter"), part("no-letter")];
  let all: readonly Letter[] = [];
  let chosen: string | undefined;
  let open: string | undefined;

  const list = keyedList<{ letter: Letter; chosen: boolean }>(part("letter-list"), {
    keyOf: ({ letter }) => letter.id,
    draw: ({ letter, chosen: now }) =>
      line(
        {
          first: letter.by === "sms" ? `SMS: ${letter.subject}` : letter.subject,
          second: letterSummary(letter),
          chosen: now,
        },
        () => void choose(letter.id),
      ),
  });
  const draw = async (): Promise<void> => {
    const letter = all.find(({ id }) => id === chosen) ?? all[0];
    none.hidden = all.length > 0;
    list(all.map((each) => ({ letter: each, chosen: each === letter })));
    if (letter?.id === open) return;
    open = letter?.id;
    if (letter === undefined) shown.replaceChildren();
    else
      shown.replaceChildren(
        ...(letter.by === "sms" ? smsView(letter) : mailView(await world.mail(letter.id))),
      );
  };
  const choose = async (id: string): Promise<void> => {
    chosen = id;
    await draw();
  };
  return {
    refresh: async () => {
      all = await world.letters();
      await draw();
    },
  };
};
