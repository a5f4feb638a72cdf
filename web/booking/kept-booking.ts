import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { daysAfter } from "../link/moment.ts";
import { type Booker, createBooker } from "./booker.ts";
import { createClient } from "./client.ts";
import { filledIn } from "./filled.ts";
import { bookableDates } from "./find-times.ts";
import { focusAfter } from "./focus.ts";
import { type Reader, readerIn } from "./reader.ts";
import type { Page } from "./state.ts";
import { style } from "./style.ts";
import type { Actions, Prefill } from "./views/actions.ts";
import { view } from "./views/view.ts";
import { mondayOf, pageDays } from "./weeks.ts";

/** Whoever serves this script serves the API too, unless the page says otherwise. */
const ownOrigin = new URL(import.meta.url).origin;

const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** `<kept-booking pack="…">`: books one session, or a place on the waiting list; /embed says what a page may set. */
class KeptBooking extends LitElement {
  static override styles = style;
  static override properties: PropertyDeclarations = {
    pack: {},
    sessionType: { attribute: "session-type" },
    language: {},
    prefill: { type: Object },
    api: {},
    page: { state: true },
    waiting: { state: true },
    standing: { state: true },
  };

  declare pack: string | undefined;
  declare sessionType: string | undefined;
  declare language: string | undefined;
  declare prefill: Prefill | null | undefined;
  declare api: string | undefined;
  declare page: Page | undefined;
  declare waiting: boolean | undefined;
  declare standing: string | undefined;

  private reader: Reader | undefined;
  private booker: Booker | undefined;
  private focusNext: string | undefined;

  override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (this.booker === undefined || begins.some((name) => changed.has(name))) this.begin();
  }

  override render(): TemplateResult {
    const { page = opening, reader, booker } = this;
    if (reader === undefined || booker === undefined) return html``;
    const given = { api: this.origin, prefill: this.prefill ?? {}, sessionType: this.sessionType };
    return html`<div class="widget" lang=${reader.language} aria-busy=${this.waiting === true}>
      ${view(page, this.standing, given, reader, this.actions(booker, reader))}
    </div>`;
  }

  override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (changed.has("page") && this.page !== undefined)
      this.focusNext = focusAfter(changed.get("page") as Page | undefined, this.page) ?? this.focusNext;
    const next = this.focusNext && this.renderRoot.querySelector<HTMLElement>(this.focusNext);
    if (!next) return;
    this.focusNext = undefined;
    next.focus();
  }

  private get origin(): string {
    return (this.api ?? ownOrigin).replace(/\/$/, "");
  }

  /** Another company or language is another conversation: what the one before it still hears is not shown. */
  private begin(): void {
    const reader = readerIn(
      [this.language ?? "", ...navigator.languages],
      Intl.DateTimeFormat().resolvedOptions().timeZone,
    );
    const booker: Booker = createBooker({
      client: createClient(
        this.origin,
        this.pack ?? "",
        reader.language,
        (...request) => fetch(...request),
        newKey,
      ),
      reader,
      sessionType: this.sessionType,
      show: (page) => {
        if (this.reader === reader) this.page = page;
      },
      wait: (waiting) => {
        if (this.reader === reader) this.waiting = waiting;
      },
      tell: (event, detail) => this.tell(event, detail),
    });
    this.reader = reader;
    this.booker = booker;
    void booker.open();
  }

  private tell(event: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`kept-${event}`, { detail, bubbles: true, composed: true }));
  }

  private actions(booker: Booker, reader: Reader): Actions {
    const focus = (selector: string): void => void (this.focusNext = selector);
    return {
      ...booker,
      open: () => {
        focus("h2");
        return booker.open();
      },
      pick: (day) => {
        this.standing = day;
        focus("#times");
        booker.pick(day);
      },
      stand: (date) => this.stand(date, booker, reader),
      send: (event) => {
        event.preventDefault();
        const form = event.currentTarget;
        if (form instanceof HTMLFormElement)
          void booker.submit(filledIn(new FormData(form), this.prefill ?? {}));
      },
    };
  }

  private stand(date: string, booker: Booker, reader: Reader): void {
    const { page } = this;
    if (page?.at !== "choosing") return;
    const { first, last } = bookableDates(page.company, reader);
    if (date < mondayOf(first) || date > daysAfter(mondayOf(last), 6)) return;
    this.standing = date;
    this.focusNext = `[data-date="${date}"]`;
    if (date < page.first) void booker.turn(-1);
    if (date >= daysAfter(page.first, pageDays)) void booker.turn(1);
  }
}

const begins = ["pack", "sessionType", "language", "api"];
const opening: Page = { at: "opening" };

// A page may carry the script twice, under either of its addresses.
if (customElements.get("kept-booking") === undefined) customElements.define("kept-booking", KeptBooking);
