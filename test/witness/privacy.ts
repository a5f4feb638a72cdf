import { codeOf, type Evidence, heads, type Row, row, type Taken, text } from "./evidence.ts";

/** Invariant 7: a message of one appointment goes to its customer or a host, and names no other customer. */
export const judgePrivacy = ({ table, outbox, inputs = [] }: Evidence): string[] => {
  const customers = new Map(heads(table).map((head) => [codeOf(head), row(head["customer"])]));
  const words = [...customers.values()].flatMap(personal);
  return [
    ...outbox.flatMap((message) => judgeMessage(message, customers)),
    ...table
      .filter((item) => item["sk"] !== "head" && !text(item, "pk").includes("#customer#"))
      .filter((item) => names(JSON.stringify(item), words))
      .map((item) => `${text(item, "pk")} ${text(item, "sk")} names a customer`),
    ...inputs
      .filter((input) => names(input, words))
      .map((input) => `an execution names a customer: ${input}`),
  ];
};

const judgeMessage = (message: Taken, customers: ReadonlyMap<string, Row>): string[] => {
  const own = customers.get(message.ledger.split("_")[2] ?? "");
  if (own === undefined) return [`${message.ledger} is about nothing in the table`];
  const strangers = [...customers.values()].filter(({ email }) => email !== own["email"]);
  const toHost = message.kind.startsWith("staff-");
  const wanted = message.channel === "sms" ? own["phone"] : own["email"];
  return [
    ...(!toHost && message.to !== wanted ? [`${message.ledger} went to ${message.to}`] : []),
    ...(toHost && strangers.concat(own).some(({ email }) => email === message.to)
      ? [`${message.ledger} is for a host and went to a customer`]
      : []),
    ...(names(message.content, strangers.flatMap(personal))
      ? [`${message.ledger} names another customer`]
      : []),
  ];
};

const personal = (customer: Row): string[] =>
  ["name", "email", "phone"].map((field) => text(customer, field)).filter((word) => word !== "");

const names = (content: string, words: readonly string[]): boolean =>
  words.some((word) => content.toLowerCase().includes(word.toLowerCase()));
