import { button, element } from "../element.ts";
import { type Invitation, readInvitation } from "./calendar.ts";
import { pairs } from "./line.ts";
import { briefMoment, wholeMoment } from "./moment.ts";
import type { Letter, Mail } from "./world.ts";

/** Who got it, when, and why. */
export const letterSummary = ({ at, to, kind }: Pick<Letter, "at" | "to" | "kind">): string =>
  `${briefMoment(at)} · ${kind} · to ${to}`;

/** A text message, as it stands on a telephone. */
export const smsView = (sms: Letter): HTMLElement[] => [
  element("h3", { tabindex: "-1" }, "SMS"),
  pairs([
    ["To", sms.to],
    ["Sent", wholeMoment(sms.at)],
  ]),
  element("p", {}, sms.subject),
];

type Look = readonly [name: string, show: () => HTMLElement];

/** A mail in each form that its readers may see: HTML, text, and what their calendar makes of it. */
export const mailView = (mail: Mail): HTMLElement[] => {
  const shown = element("div");
  const looks = looksOf(mail);
  const buttons = looks.map(([name, show]) =>
    button(name, () => {
      for (const each of buttons) each.setAttribute("aria-pressed", String(each.textContent === name));
      shown.replaceChildren(show());
    }),
  );
  buttons[0]?.click();
  return [
    element("h3", { tabindex: "-1", ...languageOf(mail) }, mail.subject),
    pairs([
      ["To", mail.to],
      ["From", mail.from],
      ["Sent", wholeMoment(mail.at)],
      ["Because", [...new Set([mail.kind, mail.promise])].filter(Boolean).join(", ")],
      ["File", element("a", { href: `/local/mail/${encodeURIComponent(mail.id)}.eml` }, "the mail itself")],
    ]),
    element("div", { class: "actions", role: "group", "aria-label": "Look at it as" }, ...buttons),
    shown,
  ];
};

const languageOf = ({ language }: Mail): { lang?: string } => (language === "" ? {} : { lang: language });

const looksOf = (mail: Mail): Look[] => {
  const invitation = invitationIn(mail);
  return [
    ...(mail.html === "" ? [] : [["HTML", () => framed(mail)] as const]),
    ["Text", () => element("pre", { class: "scroll", tabindex: "0", ...languageOf(mail) }, mail.text)],
    ...(invitation === undefined ? [] : [["Calendar", () => invitationView(invitation)] as const]),
  ];
};

/** The mail is a document of its own that runs nothing; its links open in another tab. */
const framed = ({ id, subject }: Mail): HTMLElement =>
  element("iframe", {
    sandbox: "allow-popups allow-popups-to-escape-sandbox",
    src: `/local/mail/${encodeURIComponent(id)}.html`,
    title: `The mail “${subject}”`,
  });

const invitationIn = ({ attachments }: Mail): Invitation | undefined => {
  const found = attachments.find(({ contentType }) => contentType.startsWith("text/calendar"));
  return found && readInvitation(found.content);
};

const invitationView = ({ method, summary, start, end, sequence, source }: Invitation): HTMLElement =>
  element(
    "div",
    {},
    pairs([
      ["Does", method === "CANCEL" ? "takes the session out of the calendar" : "enters or moves the session"],
      ["What", summary],
      ["From", wholeMoment(start)],
      ["Until", wholeMoment(end)],
      ["Version", sequence],
    ]),
    element("pre", { class: "scroll", tabindex: "0" }, source),
  );
