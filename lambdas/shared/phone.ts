import { RequestProblem } from "./problems.ts";

/** E.164. A number that cannot be real is told at once: a reminder that nobody gets helps nobody. */
export const phoneNumber = async (written: string): Promise<string> => {
  const { parsePhoneNumberFromString } = await import("libphonenumber-js/min");
  const parsed = parsePhoneNumberFromString(written);
  if (parsed?.isValid()) return parsed.number;
  const message = "write the number with its country code, such as +31612345678";
  throw new RequestProblem("invalid-request", "The phone number cannot be read.", [
    { place: "customer.phone", message },
  ]);
};
