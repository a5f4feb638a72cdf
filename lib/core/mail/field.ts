import type { ReadMail } from "./mail.ts";

type WithHeaders = Pick<ReadMail, "headers">;

/** Value of a header field, the first where it comes again; `name` in lower case. */
export const field = ({ headers }: WithHeaders, name: string): string | undefined =>
  headers.find((each) => each.name === name)?.value;

export const hasField = (mail: WithHeaders, ...names: readonly string[]): boolean =>
  mail.headers.some(({ name }) => names.includes(name));

/** What a field says before its parameters, without comments, in lower case. */
export const word = (value: string | undefined): string =>
  (value ?? "")
    .slice(0, 500)
    .replaceAll(/\([^()]*\)/g, "")
    .replace(/;.*$/s, "")
    .trim()
    .toLowerCase();
