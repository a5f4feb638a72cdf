import type { Phrase } from "./phrase.ts";
import type { Written } from "./written.ts";

export interface Row {
  readonly label: string;
  readonly value: Phrase;
  /** No longer so: it must not catch the eye before what holds now. */
  readonly former?: boolean;
}

export interface Button {
  readonly label: string;
  readonly url: string;
}

/** What a mail says, before it takes a form: the text part and the HTML part are made from the same letter. */
export interface Letter {
  /** On one line. */
  readonly subject: string;
  readonly greeting: Phrase;
  readonly lead: Phrase;
  readonly rows: readonly Row[];
  /** What a person wrote for this reader. */
  readonly written?: readonly Written[];
  readonly paragraphs: readonly Phrase[];
  /** The first is what most readers want, and looks it; a mail that only tells has none. */
  readonly buttons: readonly Button[];
  readonly footer: Phrase;
}
