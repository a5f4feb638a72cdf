import type { ReceiptRule } from "../template/records.ts";

/** Whether SES would run a rule for this recipient. A rule without recipients takes all. */
export const takes = ({ recipients }: Pick<ReceiptRule, "recipients">, address: string): boolean => {
  const given = address.toLowerCase();
  const domain = given.slice(given.lastIndexOf("@") + 1);
  return recipients.length === 0 || recipients.some((each) => matches(each.toLowerCase(), given, domain));
};

const matches = (condition: string, address: string, domain: string): boolean => {
  if (condition.includes("@")) return condition === address;
  return condition.startsWith(".") ? domain.endsWith(condition) : condition === domain;
};
