import type { Given } from "./command.ts";
import { UsageMistake } from "./mistake.ts";

/** Where the API has a customer, whose address is the command's first argument. */
export const customerPath = (given: Given): string => {
  const pack = given.text("pack");
  const email = given.positionals[0] ?? "";
  if (pack === undefined) throw new UsageMistake("missing: --pack");
  if (!email.includes("@")) throw new UsageMistake(`"${email}" is no address`);
  return `/v1/${encodeURIComponent(pack)}/staff/customers/${encodeURIComponent(email.toLowerCase())}`;
};
