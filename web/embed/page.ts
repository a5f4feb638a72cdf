import { pinnedScript, policyLines, snippet } from "./snippet.ts";

const { origin } = location;
const wish = document.querySelector<HTMLFormElement>("#wish");
const preview = document.querySelector("#preview");
const pinned = document.querySelector<HTMLElement>("#pinned");

const say = (selector: string, text: string): void => {
  const place = document.querySelector(selector);
  if (place !== null) place.textContent = text;
};

const wished = (): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(wish ?? undefined)].map(([name, value]) => [
      name,
      typeof value === "string" ? value : "",
    ]),
  );

const show = (): void => {
  const attributes = wished();
  const widget = document.createElement("kept-booking");
  for (const [name, value] of Object.entries(attributes)) if (value !== "") widget.setAttribute(name, value);
  preview?.replaceChildren(widget);
  say("#snippet", snippet(origin, attributes));
};

for (const event of ["ready", "chosen", "booked", "waiting", "refused"])
  preview?.addEventListener(`kept-${event}`, (heard) => {
    if (heard instanceof CustomEvent) say("#heard", `kept-${event} ${JSON.stringify(heard.detail)}`);
  });

wish?.addEventListener("change", show);
wish?.addEventListener("submit", (event) => event.preventDefault());
say("#policy", policyLines(origin));
say("#pinned", pinnedScript(origin + (pinned?.dataset["src"] ?? ""), pinned?.dataset["integrity"] ?? ""));
show();
