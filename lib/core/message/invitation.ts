import type { Language, MessageKind } from "#core/policy/vocabulary.ts";
import type { Instant } from "#core/time.ts";
import { common } from "#messages/catalogue.ts";
import type { Fields } from "./compose.ts";
import type { StandingFields } from "./fields.ts";
import { asLine, phrase } from "./phrase.ts";
import { sessionValues, type Values } from "./session-letter.ts";

/** What a calendar is told about a session. Organizer and attendee are those of the mail that it travels with. */
export interface Invitation {
  /** One for the appointment's whole life: a calendar moves the event that it has instead of adding another. */
  readonly uid: string;
  /** Grows with every version; a calendar ignores what is older than what it knows. */
  readonly sequence: number;
  readonly method: "REQUEST" | "CANCEL";
  readonly start: Instant;
  readonly end: Instant;
  /** On one line. */
  readonly summary: string;
  readonly description: string;
  /** The customer's own page, while there is something to do there. */
  readonly url?: string;
}

interface Subject {
  readonly pack: string;
  readonly code: string;
  readonly version: number;
}

/** The kinds that a calendar hears of: a reminder brings no news, and hosts have the agenda. */
const written: {
  readonly [Kind in MessageKind]?: (
    fields: Fields[Kind],
  ) => Pick<Invitation, "method"> & Partial<StandingFields>;
} = {
  confirmation: (fields) => ({ method: "REQUEST", ...fields }),
  changed: (fields) => ({ method: "REQUEST", ...fields }),
  cancelled: () => ({ method: "CANCEL" }),
};

/** `undefined` for a kind that carries no calendar file. */
export const invitation = <Kind extends MessageKind>(
  kind: Kind,
  { pack, code, version }: Subject,
  language: Language,
  fields: Fields[Kind],
): Invitation | undefined => {
  const write = written[kind];
  if (write === undefined) return undefined;
  const { method, changeUrl, cancelUrl } = write(fields);
  const links = changeUrl === undefined || cancelUrl === undefined ? undefined : { changeUrl, cancelUrl };
  const values = sessionValues(language, fields);
  return {
    uid: `${code}@kept.${pack}`,
    sequence: version - 1,
    method,
    start: fields.start,
    end: fields.end,
    summary: line(language, common[language].event, values),
    description: description(language, fields.code, values, links),
    ...(links && { url: links.changeUrl }),
  };
};

const description = (
  language: Language,
  code: string,
  values: Values,
  links: Pick<StandingFields, "changeUrl" | "cancelUrl"> | undefined,
): string => {
  const words = common[language];
  return [
    `${words.host}: ${line(language, "{hostName}", values)}`,
    `${words.code}: ${code}`,
    ...(links ? [`${words.change}: ${links.changeUrl}`, `${words.cancel}: ${links.cancelUrl}`] : []),
  ].join("\n");
};

/** Names in an event: what a calendar shows of one. */
const longestName = 80;

const line = (language: Language, text: string, values: Values): string =>
  asLine(phrase(language, text, values), longestName);
