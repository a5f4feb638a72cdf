import type { Preview, StaffCase } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { said } from "../words.ts";
import type { Act } from "./act.ts";
import type { ActFormState } from "./act-form.ts";
import { bodyOf } from "./body.ts";
import { caseView } from "./case-view.ts";

/** One case: where it stands, everything that was promised, written and done, and what can be done now. */
export const openCase = async (desk: Desk, number: string): Promise<void> => {
  const { client, found, say } = desk;
  const path = `cases/${number}`;
  let seen: StaffCase | undefined;
  let form: ActFormState | undefined;

  const draw = (): void => {
    if (seen === undefined) return;
    desk.show(`${said(seen.kind)} ${seen.number}`, caseView(desk, seen, form, presses));
  };
  const look = async (): Promise<void> => {
    seen = (await found(client.get<StaffCase>(`${path}?language=en`))) ?? seen;
    draw();
  };
  const become = (next: ActFormState | undefined, focus?: string): void => {
    form = next;
    draw();
    if (focus !== undefined) document.getElementById(focus)?.focus();
  };
  const preview = async (act: Act, wish: object): Promise<void> => {
    const answer = await found(client.post<Preview>(`${path}/preview`, { act: act.act, wish }));
    if (answer === undefined) return;
    say("");
    become({ act, preview: answer }, "preview-heading");
  };
  const done = async (act: Act, wish: object): Promise<void> => {
    const after = await found(client.post<StaffCase>(`${path}/${act.act}`, wish));
    if (after === undefined) return;
    become(undefined);
    await look();
    say(`Done: ${act.label.toLowerCase()}.`);
    desk.toTop();
  };
  const presses = {
    open: (act: Act): void => become({ act }, "act-heading"),
    leave: (): void => {
      const left = form?.act.act;
      become(undefined, `act-${left}`);
    },
    changed: (): void => {
      if (form?.preview !== undefined) become({ act: form.act });
    },
    submit: (filled: HTMLFormElement): Promise<void> | undefined => {
      if (form === undefined) return undefined;
      const { act, preview: shown } = form;
      const wish = bodyOf(new FormData(filled));
      return act.quiet === true || shown !== undefined ? done(act, wish) : preview(act, wish);
    },
  };
  await look();
  desk.every(60, () => form === undefined && void look());
};
