import { element } from "../../element.ts";
import { part } from "../part.ts";
import { picture } from "../picture.ts";
import type { PolicyName, Told } from "./policy.ts";
import { wordsView } from "./words-view.ts";

const languages = { nl: "Nederlands", es: "Español", de: "Deutsch", en: "English" };

const [pack, language] = [part("pack") as HTMLSelectElement, part("language") as HTMLSelectElement];
const [words, machines, outcome] = [part("words"), part("machines"), part("outcome")];

const read = async <Answer>(path: string): Promise<Answer> => {
  const response = await fetch(`/local/explained${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as Answer;
};

const option = (value: string, text: string, selected: boolean): HTMLElement =>
  element("option", { value, selected }, text);

const show = async (): Promise<void> => {
  const [asked, spoken] = [pack.value, language.value];
  const told = await read<Told>(`/${encodeURIComponent(asked)}?language=${spoken}`);
  if (asked !== pack.value || spoken !== language.value) return;
  words.lang = told.explanation.language;
  words.replaceChildren(...wordsView(told));
  machines.replaceChildren(
    ...told.machines.flatMap(({ name, picture: svg }) => [
      element("h3", {}, name),
      element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": name }, picture(svg)),
    ]),
  );
  outcome.textContent = `${told.explanation.company}: ${told.machines.length} machines.`;
  history.replaceState(null, "", `?pack=${asked}&language=${spoken}`);
};

const orSay = (work: Promise<void>): void =>
  void work.catch(() => void (outcome.textContent = "The world does not answer. Is it running?"));

const begin = async (): Promise<void> => {
  const wished = new URLSearchParams(location.search);
  const names = await read<PolicyName[]>("");
  pack.replaceChildren(
    ...names.map(({ pack: id, company }) => option(id, company, id === wished.get("pack"))),
  );
  language.replaceChildren(
    ...Object.entries(languages).map(([id, name]) =>
      option(id, name, id === (wished.get("language") ?? "en")),
    ),
  );
  for (const choice of [pack, language]) choice.addEventListener("change", () => orSay(show()));
  await show();
};

orSay(begin());
