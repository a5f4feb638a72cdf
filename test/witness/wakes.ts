import { codeOf, type Evidence, heads, type Row, row, text } from "./evidence.ts";

/** Something wakes whatever is not finished, and nothing wakes what is; nothing is owed any more. */
export const judgeWakes = ({ table }: Evidence): string[] => [
  ...heads(table).flatMap((head) => {
    const open = isOpen(head);
    if (open === (head["wakeAt"] !== undefined)) return [];
    return [
      `${codeOf(head)} is ${open ? "unfinished, and nothing wakes it" : "over, and still asks to be woken"}`,
    ];
  }),
  ...table
    .filter((item) => item["sk"] !== "head" && (item["wakeAt"] !== undefined || owes(item)))
    .map((item) => `${text(item, "pk")} ${text(item, "sk")} still owes something`),
];

const owes = ({ owed }: Row): boolean => Array.isArray(owed) && owed.length > 0;

const isOpen = (head: Row): boolean =>
  head["status"] === "booked" ||
  Object.values(row(head["promises"])).some((promise) => row(promise)["state"] === "open");
