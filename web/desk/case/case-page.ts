import { html } from "lit";
import { createActing } from "../act/acting.ts";
import type { Preview, StaffCase } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { said } from "../words.ts";
import { caseView } from "./case-view.ts";

/** One case: where it stands, everything that was promised, written and done, and what can be done now. */
export const openCase = async (desk: Desk, number: string): Promise<void> => {
  const { client, found } = desk;
  const path = `cases/${number}`;
  let seen: StaffCase | undefined;

  const draw = (): void => {
    if (seen === undefined) return;
    desk.show(`${said(seen.kind)} ${seen.number}`, caseView(desk, seen, acting.form(), acting.presses));
  };
  const look = async (): Promise<void> => {
    seen = (await found(client.get<StaffCase>(`${path}?language=en`))) ?? seen;
    draw();
  };
  const acting = createActing(desk, {
    draw,
    look,
    preview: ({ act }, wish) => client.post<Preview>(`${path}/preview`, { act, wish }),
    send: ({ act }, wish) => client.post(`${path}/${act}`, wish),
  });
  desk.show(`Case ${number}`, html``);
  await look();
  desk.every(60, () => acting.form() === undefined && void look());
};
