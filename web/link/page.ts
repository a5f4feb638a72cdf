import { wantedAnswer } from "./case/case.ts";
import { createCaseClient } from "./case/case-client.ts";
import { createCasePage } from "./case/case-page.ts";
import { createCaseView } from "./case/case-view.ts";
import { createLinkClient } from "./client.ts";
import { wantedRating } from "./feedback/feedback.ts";
import { createFeedbackClient } from "./feedback/feedback-client.ts";
import { createFeedbackPage } from "./feedback/feedback-page.ts";
import { createFeedbackView } from "./feedback/feedback-view.ts";
import { createLinkPage, type Presses } from "./link-page.ts";
import { createOfferClient } from "./offer/offer-client.ts";
import { createOfferPage } from "./offer/offer-page.ts";
import { createOfferView } from "./offer/offer-view.ts";
import { readerOf } from "./reader.ts";
import { languageOf, sayIn } from "./texts.ts";
import { createView } from "./view.ts";

const language = languageOf(...navigator.languages);
document.documentElement.lang = language;

/** Until it is known what the link is about; and where it opens nothing, for good. */
const heading = document.getElementById("heading");
if (heading !== null) heading.textContent = document.title = sayIn(language)("link");

const token = location.hash.slice(1);
/** A place on the waiting list; its token begins with the letter of its purpose. */
const openPlace = (): void => {
  const view = createOfferView(language, () => offer);
  const offer = createOfferPage(
    createOfferClient(token, (...request) => fetch(...request)),
    view,
  );
  void offer.again();
};

/** A session that the customer is asked about. */
const openFeedback = (): void => {
  const view = createFeedbackView(language, wantedRating(location.search), () => feedback);
  const client = createFeedbackClient(token, (...request) => fetch(...request));
  const feedback = createFeedbackPage(client, view);
  void feedback.again();
};

/** A complaint, an incident or an inquiry of the customer. */
const openCase = (): void => {
  const view = createCaseView(language, wantedAnswer(location.search), () => page);
  const client = createCaseClient(token, (...request) => fetch(...request));
  const page = createCasePage(client, view);
  void page.again();
};

const openSession = (): void => {
  const show = createView(sayIn(language), () => page);
  const page: Presses = createLinkPage({
    client: createLinkClient(token, (...request) => fetch(...request)),
    wanted: new URLSearchParams(location.search).get("do"),
    momentsOf: (link) => readerOf(link).moments,
    show,
    wait: (waiting) => document.querySelector("main")?.setAttribute("aria-busy", String(waiting)),
  });
  if (token === "") return show({ at: "shut", why: "missing" });
  show({ at: "opening" });
  void page.again();
};

// Another link in the same tab changes the fragment alone, and the browser loads nothing by itself.
addEventListener("hashchange", () => location.reload());

if (token.startsWith("o.")) openPlace();
else if (token.startsWith("f.")) openFeedback();
else if (token.startsWith("c.")) openCase();
else openSession();
