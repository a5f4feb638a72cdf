/** A field of an act's form. `text` goes to the customer word for word, unless the act tells nobody. */
export interface Field {
  /** As the API names it; `thirdParty.name` stands within `thirdParty`. */
  readonly name: string;
  readonly label: string;
  readonly input: "letter" | "note" | "line" | "email" | "date" | "choice" | "check";
  readonly optional?: true;
  readonly choices?: readonly (readonly [value: string, label: string])[];
}

/** Something that staff can do to a case, a session or a customer. */
export interface Act {
  /** What its address ends in; no other act of the page has the same. */
  readonly act: string;
  readonly label: string;
  /** What it brings about, where the label does not say it. */
  readonly means?: string;
  readonly fields: readonly Field[];
  /** Nothing goes to the customer, or what does cannot be seen before. */
  readonly quiet?: true;
  /** The body that the API takes, where it is another than the fields. */
  readonly wishOf?: (filled: Readonly<Record<string, unknown>>) => object;
}

/** What goes to the customer word for word. */
export const letter: Field = { name: "text", label: "What the customer reads", input: "letter" };
export const mayLetter: Field = { ...letter, optional: true };

/** What stands in the audit, and goes to nobody. */
export const reason: Field = { name: "reason", label: "Why; staff alone read it", input: "note" };
export const mayReason: Field = { ...reason, optional: true };
