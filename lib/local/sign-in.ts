/** What Cognito's authorizer would pass on of a checked token. */
export interface Claims {
  readonly username: string;
  /** As API Gateway writes a list: `[taxdome:staff]`. */
  readonly "cognito:groups": string;
}

const local = /^Bearer local:(?<name>[^:\s]{1,64})(?::(?<role>[a-z]{1,20}):(?<pack>[a-z0-9-]{1,31}))?$/i;

/**
 * Plays the sign-in: `local:NAME` is a manager of every pack, `local:NAME:ROLE:PACK` has that role there. Only this
 * machine can ask, so a name is enough; in AWS the same claims come from a token of the user pool.
 */
export const signedIn = (authorization: string | undefined): Claims | undefined => {
  const { name, role = "manager", pack = "*" } = local.exec(authorization ?? "")?.groups ?? {};
  return name === undefined ? undefined : { username: name, "cognito:groups": `[${pack}:${role}]` };
};
