import * as z from "zod";

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
  KEPT_CONFIGURATION_SET: z.string().min(1).optional(),
  KEPT_SMS_SENDER: z.string().min(1).max(11).optional(),
});

export type Environment = z.infer<typeof environmentShape>;

/** @throws when the stack and the Lambda disagree: at cold start, where the deployment can still be stopped. */
export const environment = (variables: NodeJS.ProcessEnv): Environment => environmentShape.parse(variables);
