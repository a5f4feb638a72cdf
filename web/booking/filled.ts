import type { Filled } from "./send.ts";
import type { Prefill } from "./views/actions.ts";

/** What stands in the form. A field that was left empty is not sent. */
export const filledIn = (form: FormData, { account, region }: Prefill): Filled => {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const phone = text("phone");
  return {
    customer: {
      name: text("name"),
      email: text("email"),
      ...(phone !== "" && { phone }),
      ...(account !== undefined && { account }),
      ...(region !== undefined && { region }),
    },
    feeAccepted: form.has("fee"),
    from: text("from"),
    until: text("until"),
  };
};
