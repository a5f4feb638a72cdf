import { html, render, type TemplateResult } from "lit";
import { openCase } from "./case/case-page.ts";
import { type Answer, createDeskClient } from "./client.ts";
import { type DeskConfig, readConfig } from "./config.ts";
import { openConduct, openCustomer } from "./customer/customer-page.ts";
import { openDay } from "./day/day-page.ts";
import { openSession } from "./day/session-page.ts";
import type { Desk } from "./desk.ts";
import { companies, frame, nameForm, notSignedIn } from "./frame.ts";
import { openCases } from "./lists/cases-page.ts";
import { openQuarantine } from "./lists/quarantine-page.ts";
import { openSearch } from "./lists/search-page.ts";
import { openTasks } from "./lists/tasks-page.ts";
import { type List, type Place, placeOf } from "./place.ts";
import { nameShape, signedInByName } from "./sign-in/by-name.ts";
import { createCognito } from "./sign-in/cognito.ts";
import type { SignIn } from "./sign-in/sign-in.ts";
import { createClockFace } from "./words.ts";

const part = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
};
const [heading, outcome, body, top] = ["heading", "outcome", "body", "top"].map(part) as [
  HTMLElement,
  HTMLElement,
  HTMLElement,
  HTMLElement,
];
const main = document.querySelector("main");
const ask: typeof fetch = (...request) => fetch(...request);

const show = (title: string, content: TemplateResult): void => {
  heading.textContent = title;
  document.title = `${title} · Desk`;
  render(content, body);
};
const say = (text: string, isTrouble = false): void => {
  outcome.textContent = text;
  outcome.classList.toggle("trouble", isTrouble);
};

/** Whoever is not signed in gets a form, or is sent to the pool's own page. */
const signIn = async ({ signIn: how }: DeskConfig): Promise<SignIn | undefined> => {
  if (how.by === "name") {
    const named = signedInByName(sessionStorage, () => location.reload());
    if (named.name() !== undefined) return named;
    show("Sign in", nameForm(named.enter, nameShape));
    return undefined;
  }
  const cognito = createCognito({
    config: how,
    store: sessionStorage,
    ask,
    go: (url) => location.assign(url),
    now: () => new Date(),
    random: (bytes) => crypto.getRandomValues(bytes),
    origin: location.origin,
  });
  const answer = new URLSearchParams(location.search);
  const wanted = answer.has("code") ? await cognito.finish(answer) : undefined;
  if (wanted !== undefined) history.replaceState(null, "", wanted);
  if ((await cognito.token()) !== undefined) return cognito;
  // Whoever has just come from there is not sent back at once: that could go on for ever.
  if (answer.has("code") || answer.has("error")) show("Not signed in", notSignedIn);
  else await cognito.begin(location.pathname + location.search + location.hash);
  return undefined;
};

/** How far the world's clock is from this computer's, in milliseconds. */
const offsetOf = async ({ clock }: DeskConfig): Promise<number> => {
  if (clock === undefined) return 0;
  const { now } = (await (await ask(clock, { cache: "no-store" })).json()) as { now: string };
  return Date.parse(now) - new Date().getTime();
};

/** How many answers are waited for, and what the last of them failed with. */
let waiting = 0;
let trouble = "";
const wait = (more: 1 | -1): void => {
  waiting += more;
  main?.setAttribute("aria-busy", String(waiting > 0));
};

/** Trouble is said until an answer comes again. */
const found = async <Found>(answer: Promise<Answer<Found>>): Promise<Found | undefined> => {
  wait(1);
  const given = await answer;
  wait(-1);
  if ("found" in given) {
    if (outcome.textContent === trouble) say("");
    return given.found;
  }
  trouble = given.detail;
  say(trouble, true);
  return undefined;
};

/** The local world's clock is moved by people. */
const clockLookMs = 10_000;
/** The clock that was seen last goes on; whatever is asked next tells that nobody answers. */
const forgiven = (): void => {};

const deskOf = async (pack: string, config: DeskConfig, { token }: SignIn): Promise<Desk> => {
  let offset = await offsetOf(config);
  if (config.clock !== undefined)
    setInterval(() => void offsetOf(config).then((now) => (offset = now), forgiven), clockLookMs);
  return {
    pack,
    client: createDeskClient({ pack, token, ask, newKey: () => crypto.randomUUID() }),
    now: () => new Date(new Date().getTime() + offset),
    face: createClockFace(Intl.DateTimeFormat().resolvedOptions().timeZone),
    executionAt: (execution) => (config.executions === undefined ? undefined : config.executions + execution),
    show,
    say: (text) => say(text),
    found,
    toTop: () => heading.focus(),
    every: (seconds, look) => {
      setInterval(() => document.visibilityState === "visible" && look(), seconds * 1_000);
    },
  };
};

const openList = (desk: Desk, list: List): Promise<void> => {
  switch (list) {
    case "cases":
    case "closed":
      return openCases(desk, list);
    case "tasks":
      return openTasks(desk);
    case "quarantine":
      return openQuarantine(desk);
  }
};

const open = (desk: Desk, place: Exclude<Place, { at: "companies" | "nowhere" }>): Promise<void> => {
  switch (place.at) {
    case "day":
      return openDay(desk, place.date);
    case "search":
      return openSearch(desk, place.words);
    case "customer":
      return openCustomer(desk, place.email);
    case "conduct":
      return openConduct(desk, place.id);
    case "case":
      return openCase(desk, place.number);
    case "session":
      return openSession(desk, place.number);
    case "list":
      return openList(desk, place.list);
  }
};

const start = async (): Promise<void> => {
  const config = await readConfig(ask);
  const person = await signIn(config);
  if (person === undefined) return;
  const place = placeOf(new URL(location.href));
  if (place.at === "nowhere") return show("Nothing is here", html`<p><a href="/desk">To the desk</a></p>`);
  if (place.at === "companies") return show("Companies", companies(config.packs));
  render(
    frame({ pack: place.pack, here: location.pathname, name: person.name() ?? "", leave: person.leave }),
    top,
  );
  await open(await deskOf(place.pack, config, person), place);
};

// A search in the same tab changes the fragment alone, and the browser loads nothing by itself.
addEventListener("hashchange", () => location.reload());
start().catch(() => say("Nobody answers just now. Load the page again in a moment."));
