import { daysAfter } from "../link/moment.ts";
import type { Client } from "./client.ts";
import { createFinder } from "./find-times.ts";
import type { Reader } from "./reader.ts";
import { createSender, type Filled, type Tell } from "./send.ts";
import { createStage } from "./stage.ts";
import type { Page, Times } from "./state.ts";
import { pageDays, type Time } from "./weeks.ts";

export interface Booker {
  open(): Promise<void>;
  ofType(sessionType: string): Promise<void>;
  /** To the four weeks before or after; 0 asks for the same ones again. */
  turn(pages: 1 | 0 | -1): Promise<void>;
  pick(day: string): void;
  choose(time: Time): void;
  wish(wish: "book" | "wait"): void;
  submit(filled: Filled): Promise<void>;
}

export interface BookerSettings {
  readonly client: Client;
  readonly reader: Reader;
  /** The kind of session that the host page names, if it names one. */
  readonly sessionType: string | undefined;
  readonly show: (page: Page) => void;
  /** While something is asked for that a person waits for. */
  readonly wait: (waiting: boolean) => void;
  readonly tell: Tell;
}

/** What happens in the widget, without how it looks. */
export const createBooker = ({ client, reader, sessionType, show, wait, tell }: BookerSettings): Booker => {
  const finder = createFinder(client, reader);
  const stage = createStage(show, wait);
  const send = createSender({ client, reader, finder, stage, tell });
  let sending = false;

  const open = async (): Promise<void> => {
    stage.become({ at: "opening" });
    const answer = await stage.waiting(client.company());
    if ("failed" in answer) return stage.become({ at: "shut", why: whyShut(answer.failed) });
    const { sessionTypes } = answer.found;
    const type = sessionTypes.find(({ id }) => id === sessionType) ?? sessionTypes[0];
    if (type === undefined) return stage.become({ at: "shut", why: "shut" });
    const begun = { sessionType: type.id, first: "", times: "looking", wish: "book" } as const;
    stage.become({ at: "choosing", company: answer.found, ...begun });
    await ofType(type.id);
    tell("ready", { sessionType: type.id });
  };

  const ofType = async (type: string): Promise<void> => {
    const page = stage.now();
    if (page.at !== "choosing") return;
    stage.change({ sessionType: type, times: "looking", ...nothingChosen });
    await stage.seek(finder.soonest(page.company, type), ({ first, times }) =>
      stage.change({ first, times, day: firstDay(times) }),
    );
  };

  const turn = async (pages: 1 | 0 | -1): Promise<void> => {
    const page = stage.now();
    if (page.at !== "choosing") return;
    const first = daysAfter(page.first, pages * pageDays);
    stage.change({ first, times: "looking", ...nothingChosen });
    const search = finder.page(page.sessionType, first);
    await stage.seek(search, (times) => stage.change({ times, day: firstDay(times) }));
  };

  const submit = async (filled: Filled): Promise<void> => {
    const page = stage.now();
    if (page.at !== "choosing" || sending) return;
    sending = true;
    await stage.waiting(send(page, filled)).finally(() => (sending = false));
  };

  return {
    open,
    ofType,
    turn,
    pick: (day) => stage.change({ ...nothingChosen, day }),
    choose: (chosen) => {
      stage.change({ chosen, told: undefined });
      tell("chosen", { start: chosen.start });
    },
    wish: (wish) => stage.change({ wish, told: undefined }),
    submit,
  };
};

const nothingChosen = { day: undefined, chosen: undefined, nearest: undefined, told: undefined } as const;

/** What may pass is tried again; a company that is not there, or takes no appointments, is not. */
const whyShut = (failed: string): "away" | "shut" =>
  ["away", "busy", "fault"].includes(failed) ? "away" : "shut";

const firstDay = (times: Times | "away"): string | undefined =>
  times === "away" ? undefined : times.keys().next().value;
