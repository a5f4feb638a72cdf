/** A field of an act's form. `text` goes to the customer word for word, unless the act tells nobody. */
export interface Field {
  /** As the API names it; `thirdParty.name` stands within `thirdParty`. */
  readonly name: string;
  readonly label: string;
  readonly input: "letter" | "line" | "email" | "date" | "choice";
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

const letter: Field = { name: "text", label: "What the customer reads", input: "letter" };
const mayLetter: Field = { ...letter, optional: true };
const remark: Field = { name: "text", label: "For staff alone", input: "letter", optional: true };

const tells: readonly Act[] = [
  { act: "acknowledge", label: "Acknowledge", fields: [letter] },
  { act: "update", label: "Tell how it goes", fields: [letter] },
  {
    act: "plan",
    label: "Tell the plan",
    fields: [letter, { name: "by", label: "It will be solved by", input: "date" }],
  },
  {
    act: "request-information",
    label: "Ask for information",
    fields: [
      { ...letter, label: "The question, as it is read" },
      {
        name: "of",
        label: "Who is asked",
        input: "choice",
        choices: [
          ["customer", "The customer"],
          ["thirdParty", "Somebody else"],
        ],
      },
      { name: "thirdParty.name", label: "Name of somebody else", input: "line", optional: true },
      { name: "thirdParty.email", label: "Their e-mail address", input: "email", optional: true },
    ],
  },
  {
    act: "cost-notice",
    label: "Tell what it costs",
    fields: [
      letter,
      { name: "amount", label: "Amount, such as 250.00", input: "line", optional: true },
      { name: "currency", label: "Currency, such as EUR", input: "line", optional: true },
      { name: "coveredUntil", label: "Or covered until", input: "date", optional: true },
    ],
  },
  {
    act: "extend",
    label: "Give another date",
    fields: [
      { name: "reason", label: "Why, as the customer reads it", input: "letter" },
      { name: "newDate", label: "The new date", input: "date" },
    ],
  },
  { act: "escalate", label: "Hand it up", fields: [mayLetter] },
];

const ends: readonly Act[] = [
  { act: "answer", label: "Answer in full", fields: [letter] },
  { act: "resolve", label: "Resolve", fields: [letter] },
  {
    act: "decline",
    label: "Decline",
    fields: [
      { name: "findings", label: "What was found", input: "letter" },
      { name: "reasons", label: "Why it cannot be", input: "letter" },
      { name: "next", label: "Who looks at it next, if the customer wants that", input: "letter" },
    ],
  },
  { act: "close", label: "Close", fields: [mayLetter] },
  { act: "reopen", label: "Open it again", fields: [mayLetter] },
];

const among: readonly Act[] = [
  { act: "note", label: "Note", fields: [{ ...remark, name: "text" }].map(required), quiet: true },
  {
    act: "assign",
    label: "Give it to somebody",
    fields: [{ name: "to", label: "Who has it from now on", input: "line" }, remark],
    quiet: true,
  },
  {
    act: "classify",
    label: "Correct what it is",
    fields: [
      {
        name: "kind",
        label: "It is",
        input: "choice",
        choices: [
          ["complaint", "a complaint"],
          ["incident", "an incident"],
          ["inquiry", "a question"],
        ],
      },
      { name: "topic", label: "About, as the policy names it", input: "line", optional: true },
      remark,
    ],
    quiet: true,
  },
  { act: "information-complete", label: "All that is needed is there", fields: [remark] },
  {
    act: "cost-answer",
    label: "Note an answer about costs",
    fields: [
      {
        name: "answer",
        label: "The answer",
        input: "choice",
        choices: [
          ["accepted", "Agreed"],
          ["declined", "Refused"],
          ["withdrawn", "We take the notice back"],
        ],
      },
      { name: "by", label: "Who said so", input: "line" },
      remark,
    ],
  },
];

function required({ optional: _may, ...field }: Field): Field {
  return field;
}

/** Acts by what they are for, in the order in which they usually come. */
const groups = [
  ["Tell the customer", tells],
  ["Bring it to its end", ends],
  ["Among ourselves", among],
] as const;

/** When an act makes sense; the API decides, and says why where it does not. */
const possible = (act: string, status: string): boolean => {
  if (act === "note") return true;
  if (status === "closed") return act === "reopen";
  if (status === "resolved" || status === "declined")
    return ["close", "reopen", "escalate", "assign", "cost-notice", "cost-answer"].includes(act);
  return act !== "close" && act !== "reopen";
};

/** What can be done to a case that stands like this, by what it is for. */
export const actsFor = (status: string) =>
  groups.flatMap(([title, acts]) => {
    const some = acts.filter(({ act }) => possible(act, status));
    return some.length === 0 ? [] : [{ title, acts: some }];
  });

/** The body of an act as the API takes it: what was left empty is left out. */
export const bodyOf = (form: Iterable<readonly [string, unknown]>): Record<string, unknown> => {
  const body: Record<string, unknown> = {};
  for (const [name, value] of form) {
    const text = typeof value === "string" ? value.trim() : "";
    if (text === "") continue;
    const [first = name, inner] = name.split(".");
    body[first] = inner === undefined ? text : { ...(body[first] as object | undefined), [inner]: text };
  }
  return body;
};
