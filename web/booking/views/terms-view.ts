import { html, type TemplateResult } from "lit";
import type { Company, Rules } from "../booking.ts";
import type { Reader } from "../reader.ts";
import type { Time } from "../weeks.ts";

/** What booking means, before the button that books (taxdome §3, §4). */
export const termsView = (
  { name, rules, terms: { version, url } }: Company,
  chosen: Time | undefined,
  reader: Reader,
): TemplateResult => {
  const { say, length } = reader;
  const late = chosen !== undefined && Date.parse(chosen.start) < Date.parse(rules.inTimeFrom);
  const read = say("terms", { version });
  return html`<div part="terms" id="terms">
    <h3>${say("termsHeading")}</h3>
    <p>${say(late ? "noticeLate" : "notice", { notice: length(rules.notice) })} ${noShow(rules, reader)}</p>
    <p>${say("accept", { company: name })} ${isWeb(url) ? link(url, read) : read}</p>
  </div>`;
};

const noShow = ({ noShow }: Rules, { say, length, money }: Reader): string => {
  if (noShow === undefined) return "";
  const window = length(noShow.window);
  if (noShow.fee !== undefined) return say("noShowFee", { window, fee: money(noShow.fee) });
  return noShow.notBefore === undefined ? "" : say("noShowDate", { window, after: length(noShow.notBefore) });
};

/** Only the web's own addresses: one that came from elsewhere could run a script. */
const isWeb = (url: string): boolean => /^https?:\/\//.test(url);

const link = (url: string, text: string): TemplateResult =>
  html`<a href=${url} target="_blank" rel="noreferrer">${text}</a>`;
