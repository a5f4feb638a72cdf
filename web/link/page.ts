import { createLinkClient } from "./client.ts";
import { createLinkPage, type Presses } from "./link-page.ts";
import { readerOf } from "./reader.ts";
import { languageOf, sayIn } from "./texts.ts";
import { createView } from "./view.ts";

const language = languageOf(...navigator.languages);
document.documentElement.lang = language;

const token = location.hash.slice(1);
const show = createView(sayIn(language), () => page);
const page: Presses = createLinkPage({
  client: createLinkClient(token, (...request) => fetch(...request)),
  wanted: new URLSearchParams(location.search).get("do"),
  momentsOf: (link) => readerOf(link).moments,
  show,
  wait: (waiting) => document.querySelector("main")?.setAttribute("aria-busy", String(waiting)),
});

// Another link in the same tab changes the fragment alone, and the browser loads nothing by itself.
addEventListener("hashchange", () => location.reload());

if (token === "") show({ at: "shut", why: "missing" });
else {
  show({ at: "opening" });
  void page.again();
}
