import type { Act, Field } from "../act/act.ts";

const note: Field = { name: "text", label: "For staff alone", input: "letter" };
const remark: Field = { ...note, optional: true };

/** What staff do among themselves; some of it the customer hears of. */
export const among: readonly Act[] = [
  { act: "note", label: "Note", fields: [note], quiet: true },
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
  {
    act: "point",
    label: "Say where such mail belongs",
    fields: [
      {
        name: "to",
        label: "It belongs with",
        input: "choice",
        choices: [
          ["support", "Support"],
          ["sales", "Sales"],
        ],
      },
    ],
  },
];
