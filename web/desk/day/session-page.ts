import { html } from "lit";
import { createActing, type Doing } from "../act/acting.ts";
import type { Preview } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { appointmentView } from "./appointment-view.ts";
import { createMoving, type Moving } from "./moving.ts";
import type { StaffAppointment } from "./session-answers.ts";
import type { Press } from "./session-view.ts";

/** Why the time that was chosen cannot be had: others are shown. */
const gone = ["slot-taken", "not-offered", "too-soon", "too-far"];

/** One appointment with every promise and what became of each; how it went, and before it begins, another time or none. */
export const openSession = async (desk: Desk, code: string): Promise<void> => {
  const { client, found, say } = desk;
  const path = `appointments/${code}`;
  desk.show(`Session ${code}`, html``);
  const first = await found(client.get<StaffAppointment>(path));
  if (first === undefined) return;
  let seen = first;

  const draw = (): void =>
    desk.show(
      `Session ${seen.appointment.code}`,
      appointmentView(desk, seen, { press, acting: acting.form(), presses, moving }),
    );
  const look = async (): Promise<void> => {
    seen = (await found(client.get<StaffAppointment>(path))) ?? seen;
    draw();
  };
  const press: Press = (act, body) =>
    void found(client.post<StaffAppointment>(`${path}/${act}`, body)).then((after) => {
      if (after === undefined) return;
      seen = after;
      say("Noted.");
      draw();
    });
  // What was seen of another time is no more what goes out.
  const redraw = (): void => {
    acting.presses.changed();
    draw();
  };
  const moving = createMoving(desk, () => seen, redraw);
  const lookAgain = async (): Promise<void> => {
    acting.presses.changed();
    await look();
  };
  const acting = createActing(desk, {
    draw,
    look,
    ...revising(desk, path, { seen: () => seen, moving, look: lookAgain }),
  });
  const presses = {
    ...acting.presses,
    open: (act: Parameters<typeof acting.presses.open>[0]) => {
      acting.presses.open(act);
      if (act.act === "change") void moving.begin();
    },
  };
  draw();
  desk.every(1, () => seen.silentSince !== undefined && draw());
};

interface Revising {
  readonly seen: () => StaffAppointment;
  readonly moving: Moving;
  readonly look: () => Promise<void>;
}

/** Another time, or none: of the version that is shown. */
const revising = (
  { client }: Desk,
  path: string,
  { seen, moving, look }: Revising,
): Pick<Doing, "send" | "preview"> => {
  const whole = (act: string, wish: object): object => ({
    ...wish,
    version: seen().version,
    ...(act === "change" && { start: moving.times().chosen?.start }),
  });
  const chosen = (act: string): boolean => act !== "change" || moving.times().chosen !== undefined;
  const none = { failed: "no-time", detail: "Choose a time first." } as const;
  const seeing = async <Answer extends object>(answer: Answer): Promise<Answer> => {
    if (!("failed" in answer)) return answer;
    const { chosen: time } = moving.times();
    if (time !== undefined && gone.includes(String(answer.failed))) await moving.around(time.start);
    if (answer.failed === "changed-meanwhile") await look();
    return answer;
  };
  return {
    preview: async ({ act }, wish) =>
      chosen(act)
        ? seeing(await client.post<Preview>(`${path}/preview`, { act, wish: whole(act, wish) }))
        : none,
    send: async ({ act }, wish) => seeing(await client.post(`${path}/${act}`, whole(act, wish))),
  };
};
