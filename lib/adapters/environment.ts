import * as z from "zod";

/** Divided by commas; a variable that is not there is an empty list. */
const listed = z
  .string()
  .default("")
  .transform((text) => text.split(",").filter((each) => each !== ""));

/** What the stack tells every Lambda: one contract, so that the local world can set it once for all of them. */
export const environmentShape = z.object({
  KEPT_TABLE: z.string().min(3),
  /** Up to the pack: `arn:aws:states:eu-west-1:000000000000:stateMachine:kept-`. */
  KEPT_MACHINES: z.string().startsWith("arn:"),
  KEPT_SENDER: z.email(),
  /** Where pages and links live, without a slash at its end. */
  KEPT_SITE: z.url(),
  /** Name of the secret that holds the keys of customers' links. */
  KEPT_LINK_KEYS: z.string().min(1),
  /** Name of the secret that holds the ways into other systems. */
  KEPT_ELSEWHERE: z.string().min(1),
  KEPT_CONFIGURATION_SET: z.string().min(1).optional(),
  KEPT_SMS_SENDER: z.string().min(1).max(11).optional(),
  /** The companies that are deployed, in the order of the settings. */
  KEPT_PACKS: listed,
  /** The bucket of mails as they came in, and for how many days it keeps them. */
  KEPT_RAW_MAILS: z.string().min(3),
  KEPT_RAW_MAIL_DAYS: z.coerce.number().int().positive(),
  /** Servers that hand mail on to us, by IP address or domain. */
  KEPT_FORWARDERS: listed,
});

export type Environment = z.infer<typeof environmentShape>;

/** @throws when the stack and the Lambda disagree: at cold start, where the deployment can still be stopped. */
export const environment = (variables: NodeJS.ProcessEnv): Environment => environmentShape.parse(variables);
