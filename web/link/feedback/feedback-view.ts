import { button, element } from "../../element.ts";
import { momentsIn } from "../moment.ts";
import { languageOf, sayIn } from "../texts.ts";
import { type Asked, ratings } from "./feedback.ts";
import type { FeedbackPage } from "./feedback-page.ts";
import { type SayFeedback, sayFeedback } from "./feedback-texts.ts";

interface Presses {
  readonly give: (asked: Asked, rating: number, comment: string) => unknown;
  readonly again: () => unknown;
}

/** Draws the page into `index.html`; `wanted` is the mark that the mail's link has chosen, for the first look only. */
export const createFeedbackView = (language: string, wanted: number | undefined, presses: () => Presses) => {
  const part = (id: string): HTMLElement => document.getElementById(id) ?? document.body;
  const [heading, outcome, about] = [part("heading"), part("outcome"), part("about")];
  return (page: FeedbackPage): void => {
    if (page.at === "shut") {
      const say = sayIn(languageOf(language));
      outcome.textContent = say(page.why);
      about.replaceChildren(...(page.why === "away" ? [button(say("again"), presses().again)] : []));
      return;
    }
    const { asked, said } = page;
    const say = sayFeedback(asked.language);
    document.documentElement.lang = languageOf(asked.language);
    heading.textContent = say("heading", { company: asked.company });
    document.title = heading.textContent;
    outcome.textContent = said === undefined ? "" : say(said);
    // What was written is lost to nobody because we could not be reached.
    if (said !== "again") about.replaceChildren(...form(asked, wanted, say, presses().give));
    if (said === "thanks") heading.focus();
  };
};

const form = (
  asked: Asked,
  wanted: number | undefined,
  say: SayFeedback,
  give: Presses["give"],
): HTMLElement[] => {
  const chosen = asked.feedback?.rating ?? wanted;
  const comment = element("textarea", { id: "comment", rows: "4", maxlength: "4000" });
  comment.value = asked.feedback?.comment ?? "";
  const send = (rating: number) => give(asked, rating, comment.value);
  const marks = ratings.map((rating) =>
    button(String(rating), () => send(rating), { "aria-pressed": String(rating === chosen) }),
  );
  const { feedback } = asked;
  return [
    element("p", {}, aboutIt(asked, say)),
    element("p", { id: "mark" }, say("mark")),
    element("div", { class: "actions", role: "group", "aria-labelledby": "mark" }, ...marks),
    element("label", { for: "comment" }, say("comment")),
    comment,
    ...(feedback === undefined ? [] : [button(say("send"), () => send(feedback.rating))]),
  ];
};

const aboutIt = ({ appointment, language, timeZone }: Asked, say: SayFeedback): string => {
  const { sessionName: session, hostName: host, start } = appointment;
  return say("about", { session, host, date: momentsIn(languageOf(language), timeZone).date(start) });
};
