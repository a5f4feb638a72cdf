import { type Act, letter, mayLetter } from "../act/act.ts";

/** What tells the customer something, and keeps or makes a promise. */
export const tells: readonly Act[] = [
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
