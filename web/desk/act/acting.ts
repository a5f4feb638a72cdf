import type { Preview } from "../answers.ts";
import type { Answer } from "../client.ts";
import type { Desk } from "../desk.ts";
import type { Act } from "./act.ts";
import type { ActFormPresses, ActFormState } from "./act-form.ts";
import { bodyOf } from "./body.ts";

export interface ActPresses extends ActFormPresses {
  readonly open: (act: Act) => void;
}

/** How a page has its acts done. */
export interface Doing {
  readonly draw: () => void;
  /** What would go out. An act that is not quiet is done only after somebody has seen it. */
  readonly preview?: (act: Act, wish: object) => Promise<Answer<Preview>>;
  readonly send: (act: Act, wish: object) => Promise<Answer<unknown>>;
  /** Sees what came of it. */
  readonly look: () => Promise<void>;
}

/** The one form that is open on a page: from the press that opens it to what came of it, or back. */
export const createActing = (
  { found, say, toTop }: Pick<Desk, "found" | "say" | "toTop">,
  { draw, preview, send, look }: Doing,
) => {
  let form: ActFormState | undefined;
  const become = (next: ActFormState | undefined, focus?: string): void => {
    form = next;
    draw();
    if (focus !== undefined) document.getElementById(focus)?.focus();
  };
  const show = async (act: Act, seen: Promise<Answer<Preview>>): Promise<void> => {
    const answer = await found(seen);
    if (answer === undefined) return;
    say("");
    become({ act, preview: answer }, "preview-heading");
  };
  const done = async (act: Act, wish: object): Promise<void> => {
    if ((await found(send(act, wish))) === undefined) return;
    become(undefined);
    await look();
    say(`Done: ${act.label.toLowerCase()}.`);
    toTop();
  };
  const presses: ActPresses = {
    open: (act) => become({ act }, "act-heading"),
    leave: () => {
      const left = form?.act.act;
      become(undefined, `act-${left}`);
    },
    changed: () => {
      if (form?.preview !== undefined) become({ act: form.act });
    },
    submit: (filled) => {
      if (form === undefined) return undefined;
      const { act, preview: shown } = form;
      const body = bodyOf(new FormData(filled));
      const wish = act.wishOf?.(body) ?? body;
      if (act.quiet === true || shown !== undefined || preview === undefined) return done(act, wish);
      return show(act, preview(act, wish));
    },
  };
  return { presses, form: () => form };
};
