import { button, element } from "../../element.ts";
import { type Moments, momentsIn } from "../moment.ts";
import { languageOf, sayIn } from "../texts.ts";
import type { Place, Time } from "./offer.ts";
import type { LinkAction } from "./offer-client.ts";
import type { OfferPage } from "./offer-page.ts";
import { type SayOffer, sayOffer } from "./offer-texts.ts";

type Press = (place: Place, action: LinkAction) => unknown;

/** Draws the place on the list into `index.html`; `language` is the browser's, until the customer's own is known. */
export const createOfferView = (language: string, presses: () => { press: Press; again: () => unknown }) => {
  const part = (id: string): HTMLElement => document.getElementById(id) ?? document.body;
  const [heading, outcome, about] = ["heading", "outcome", "about"].map(part) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  return (page: OfferPage): void => {
    if (page.at === "shut") {
      const say = sayIn(languageOf(language));
      outcome.textContent = say(page.why);
      about.replaceChildren(...(page.why === "away" ? [button(say("again"), presses().again)] : []));
      return;
    }
    const { place, said } = page;
    const say = sayOffer(place.language);
    document.documentElement.lang = languageOf(place.language);
    heading.textContent = say("heading", { company: place.company });
    document.title = heading.textContent;
    outcome.textContent = said === undefined ? "" : say(said);
    about.replaceChildren(...placeView(place, say, presses().press));
    if (said !== undefined) heading.focus();
  };
};

const placeView = (place: Place, say: SayOffer, press: Press): Node[] => {
  const moments = momentsIn(languageOf(place.language), place.timeZone);
  const time = place.offer ?? place.appointment;
  const buttons = place.actions.map((action) => button(say(action), () => press(place, action)));
  return [
    element("p", {}, say(place.status)),
    ...(time === undefined ? [] : [facts(place, time, moments)]),
    ...(place.offer === undefined ? [] : offered(place, place.offer, say, moments)),
    element("div", { class: "actions" }, ...buttons),
  ];
};

const offered = (
  { terms }: Place,
  { until, fee }: NonNullable<Place["offer"]>,
  say: SayOffer,
  moments: Moments,
): Node[] => [
  element("p", {}, say("until", { until: momentOf(until, moments) })),
  ...(fee === undefined ? [] : [element("p", {}, say("fee", { ...fee }))]),
  element(
    "p",
    {},
    element("a", { href: httpsOnly(terms.url), rel: "noreferrer" }, say("terms", { version: terms.version })),
  ),
];

/** An address that came from elsewhere could run a script. */
const httpsOnly = (url: string): string => (url.startsWith("https://") ? url : "#");

const facts = ({ waiting, language }: Place, { hostName, start }: Time, moments: Moments): HTMLElement => {
  const say = sayIn(languageOf(language));
  const rows = [
    [say("session"), waiting.sessionName],
    [say("host"), hostName],
    [say("when"), momentOf(start, moments)],
  ] as const;
  return element(
    "dl",
    {},
    ...rows.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value))),
  );
};

const momentOf = (at: string, moments: Moments): string =>
  `${moments.date(at)}, ${moments.time(at)} (${moments.zone(at)})`;
