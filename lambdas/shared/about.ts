import type { Policy } from "#core/policy/shape.ts";

/** What a page needs to know of a company before anything else. */
export const about = ({ company, languages, terms, mailboxes }: Policy): object => ({
  company,
  languages,
  terms: { version: terms.version, url: terms.url },
  mailboxes,
});

export const sessionTypes = ({ appointments }: Policy): object => ({
  sessionTypes: (appointments?.sessionTypes ?? []).map(({ id, name, minutes }) => ({ id, name, minutes })),
});
