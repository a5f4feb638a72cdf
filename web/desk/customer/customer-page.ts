import { html } from "lit";
import { createActing } from "../act/acting.ts";
import type { Preview } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { customerAddress } from "../place.ts";
import type { Customer, Incident, Me } from "./customer-answers.ts";
import { customerView } from "./customer-view.ts";

/** One customer: who they are, where they stand, and what can be said about it in the role of whoever sits here. */
export const openCustomer = async (desk: Desk, email: string): Promise<void> => {
  const { client, found } = desk;
  const path = `customers/${encodeURIComponent(email)}`;
  desk.show(email, html``);
  const [me, first] = await Promise.all([found(client.get<Me>("me")), found(client.get<Customer>(path))]);
  if (me === undefined || first === undefined) return;
  let seen = first;
  const draw = (): void =>
    desk.show(
      seen.profile?.name ?? seen.id,
      customerView(desk, seen, { me, acting: acting.form(), presses: acting.presses }),
    );
  const look = async (): Promise<void> => {
    seen = (await found(client.get<Customer>(path))) ?? seen;
    draw();
  };
  const acting = createActing(desk, {
    draw,
    look,
    preview: ({ act }, wish) => client.post<Preview>(...previewOf(act, wish)),
    send: ({ act }, wish) => client.post(act, wish),
  });
  draw();
  desk.every(60, () => acting.form() === undefined && void look());
};

/** Of a strike there are several words to be seen; of conduct a judgement alone. */
const previewOf = (act: string, wish: object): [path: string, body: object] => {
  const [what = "", id = "", word] = act.split("/");
  return [`${what}/${id}/preview`, what === "strikes" ? { act: word, wish } : wish];
};

/** A task names what was reported; it stands on the page of the customer whom it is about. */
export const openConduct = async ({ client, found, pack }: Desk, id: string): Promise<void> => {
  const incident = await found(client.get<Incident>(`conduct/${encodeURIComponent(id)}`));
  if (incident !== undefined) location.replace(customerAddress(pack, incident.customer));
};
