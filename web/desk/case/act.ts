/** A field of an act's form. `text` goes to the customer word for word, unless the act tells nobody. */
export interface Field {
  /** As the API names it; `thirdParty.name` stands within `thirdParty`. */
  readonly name: string;
  readonly label: string;
  readonly input: "letter" | "line" | "email" | "date" | "choice" | "check";
  readonly optional?: true;
  readonly choices?: readonly (readonly [value: string, label: string])[];
}

/** Something that staff can do to a case. */
export interface Act {
  readonly act: string;
  readonly label: string;
  readonly fields: readonly Field[];
  /** Nothing goes to the customer, so there is nothing to see before. */
  readonly quiet?: true;
}

/** What goes to the customer word for word. */
export const letter: Field = { name: "text", label: "What the customer reads", input: "letter" };
export const mayLetter: Field = { ...letter, optional: true };
