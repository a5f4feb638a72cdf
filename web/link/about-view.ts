import { button, element } from "../element.ts";
import { saveCalendar } from "./calendar.ts";
import type { Link } from "./link.ts";
import type { Presses } from "./link-page.ts";
import { type Reader, readerOf } from "./reader.ts";
import type { TextName } from "./texts.ts";

/** What the link is about, and what can be done. */
export const aboutView = (link: Link, on: Presses): Node[] => {
  const reader = readerOf(link);
  const { say } = reader;
  return [facts(link, reader), standing(link, reader), terms(link, reader), actions(link, reader, on)].concat(
    link.bookAgain ? [element("p", {}, anchor(link.bookAgain, say("bookAgain")))] : [],
  );
};

const facts = (link: Link, { say, span }: Reader): HTMLElement => {
  const { sessionName, hostName, start, end, code } = link.appointment;
  const rows: [TextName, string][] = [
    ["session", sessionName],
    ["host", hostName],
    ["when", span(start, end)],
    ["code", code],
    ["status", say(statusOf(link))],
  ];
  const list = rows.map(([name, value]) =>
    element("div", {}, element("dt", {}, say(name)), element("dd", {}, value)),
  );
  return element("dl", {}, ...list);
};

const statusOf = ({ status }: Link) => (status === "booked" || status === "cancelled" ? status : "ended");

const standing = (link: Link, reader: Reader): HTMLElement => {
  const { say, notice } = reader;
  if (link.status === "cancelled") return element("p", {}, say("off"));
  return element("p", {}, link.actions.length === 0 ? say("begun") : (notice("inTime", "late") ?? ""));
};

const terms = ({ terms: { version, url } }: Link, { say }: Reader): HTMLElement =>
  element("p", {}, anchor(url, say("terms", { version })));

const actions = (link: Link, { say }: Reader, on: Presses): HTMLElement => {
  const { calendar } = link;
  const can = (action: "confirm" | "change" | "cancel"): boolean => link.actions.includes(action);
  return element(
    "div",
    { class: "actions" },
    ...(can("confirm") ? [button(say("confirm"), () => on.press({ action: "confirm" }))] : []),
    ...(can("change") ? [button(say("change"), () => on.open("change"), { "data-opens": "change" })] : []),
    ...(can("cancel") ? [button(say("cancel"), () => on.open("cancel"), { "data-opens": "cancel" })] : []),
    ...(calendar ? [button(say("calendar"), () => saveCalendar(link.appointment.code, calendar))] : []),
  );
};

/** Only the web's own addresses: one that came from elsewhere could run a script. */
const anchor = (url: string, label: string): HTMLElement =>
  /^https?:\/\//.test(url)
    ? element("a", { href: url, rel: "noreferrer" }, label)
    : element("span", {}, label);
