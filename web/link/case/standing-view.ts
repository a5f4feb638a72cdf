import { element } from "../../element.ts";
import { type Moments, momentsIn } from "../moment.ts";
import { languageOf } from "../texts.ts";
import type { Promised, Shown } from "./case.ts";
import type { SayCase } from "./case-texts.ts";

/** Which case it is and where it stands. */
export const facts = (shown: Shown, say: SayCase): HTMLElement => {
  const { number, topic, team, receivedAt, status, closesAt } = shown;
  const moments = momentsOf(shown);
  const rows: [string, string | undefined][] = [
    [say("number"), number],
    [say("topic"), topic],
    [say("received"), momentOf(receivedAt, moments)],
    [say("team"), team],
    [say("status"), say(status)],
    [say("closes"), closesAt && momentOf(closesAt, moments)],
  ];
  const list = rows.flatMap(([name, value]) =>
    value === undefined ? [] : [element("div", {}, element("dt", {}, name), element("dd", {}, value))],
  );
  return element("dl", {}, ...list);
};

/** What is asked of whoever reads it, in the words in which it was mailed. */
export const questions = (shown: Shown, say: SayCase): HTMLElement[] => {
  if (shown.questions.length === 0) return [];
  const moments = momentsOf(shown);
  return [
    element("h2", {}, say("asked")),
    ...shown.questions.map(({ askedAt, text }) =>
      element(
        "blockquote",
        { dir: "auto" },
        element("p", { class: "written" }, text),
        element("footer", {}, momentOf(askedAt, moments)),
      ),
    ),
  ];
};

/** What was promised, by when, how it stands, and why it is that date for whoever wants to know. */
export const promises = (shown: Shown, say: SayCase): HTMLElement[] => {
  if (shown.milestones.length === 0) return [];
  const moments = momentsOf(shown);
  const list = shown.milestones.map((each) => element("li", {}, ...promise(each, say, moments)));
  return [element("h2", {}, say("promises")), element("ul", {}, ...list)];
};

const promise = ({ name, due, paused, state, why }: Promised, say: SayCase, moments: Moments): Node[] => {
  const stands = say(paused ? "paused" : `is-${state}`);
  const by = due === undefined ? say(state === "open" ? "undated" : `is-${state}`) : momentOf(due, moments);
  return [
    element("strong", {}, name),
    element("p", {}, due === undefined ? by : `${by} · ${stands}`),
    ...(why === undefined
      ? []
      : [element("details", {}, element("summary", {}, say("why")), element("p", {}, why))]),
  ];
};

/** What was sent so far, and where to send more: files come by mail. */
export const files = (shown: Shown, say: SayCase): HTMLElement[] => {
  const open = shown.actions.includes("answer");
  if (!open && shown.files.length === 0) return [];
  const moments = momentsOf(shown);
  const list = shown.files.map(({ at, name, size }) =>
    element("li", {}, element("bdi", {}, name), ` (${moments.size(size)}), ${momentOf(at, moments)}`),
  );
  const address = element("a", { href: `mailto:${shown.replyTo}` }, shown.replyTo);
  return [
    element("h2", {}, say("files")),
    ...(list.length === 0 ? [] : [element("ul", {}, ...list)]),
    ...(open ? [element("p", {}, `${say("send-files")} `, address)] : []),
  ];
};

const momentsOf = ({ language, timeZone }: Shown): Moments => momentsIn(languageOf(language), timeZone);

const momentOf = (at: string, moments: Moments): string =>
  `${moments.date(at)}, ${moments.time(at)} (${moments.zone(at)})`;
