import { en } from "zod/locales";
// The whole of zod takes a fifth of a cold start; what every Lambda parses at its start is written in its small form.
import * as z from "zod/mini";

// The small form has no words of its own for what is wrong.
z.config(en());

/** Divided by commas; a variable that is not there is an empty list. */
const listed = z.pipe(
  z._default(z.string(), ""),
  z.transform((text: string) => text.split(",").filter((each) => each !== "")),
);

const word = z.string().check(z.minLength(1));
const name = z.string().check(z.minLength(3));

/** What the stack tells every Lambda: one contract, so that the local world can set it once for all of them. */
const environmentShape = z.object({
  KEPT_TABLE: name,
  /** Up to the pack: `arn:aws:states:eu-west-1:000000000000:stateMachine:kept-`. */
  KEPT_MACHINES: z.string().check(z.startsWith("arn:")),
  KEPT_SENDER: z.email(),
  /** Where pages and links live, without a slash at its end. */
  KEPT_SITE: z.url(),
  /** Name of the secret that holds the keys of customers' links. */
  KEPT_LINK_KEYS: word,
  /** Name of the secret that holds the ways into other systems. */
  KEPT_ELSEWHERE: word,
  KEPT_CONFIGURATION_SET: z.optional(word),
  KEPT_SMS_SENDER: z.optional(word.check(z.maxLength(11))),
  /** The companies that are deployed, in the order of the settings. */
  KEPT_PACKS: listed,
  /** The bucket of mails as they came in, and for how many days it keeps them. */
  KEPT_RAW_MAILS: name,
  KEPT_RAW_MAIL_DAYS: z.coerce.number().check(z.int(), z.positive()),
  /** Servers that hand mail on to us, by IP address or domain. */
  KEPT_FORWARDERS: listed,
});

export type Environment = z.infer<typeof environmentShape>;

/** @throws when the stack and the Lambda disagree: at cold start, where the deployment can still be stopped. */
export const environment = (variables: NodeJS.ProcessEnv): Environment => environmentShape.parse(variables);
