import { type Act, letter, mayLetter } from "../act/act.ts";

/** What brings a case to its end, or begins it anew. */
export const ends: readonly Act[] = [
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
