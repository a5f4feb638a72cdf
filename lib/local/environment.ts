import { CannotStart } from "./cannot-start.ts";
import { region } from "./template/account.ts";
import type { LambdaFunction } from "./template/records.ts";

/** The AWS SDK reads these by itself; with dummy keys nothing can reach a real account by mistake. */
const sdkVariables = (awsUrl: string): Record<string, string> => ({
  AWS_ENDPOINT_URL: awsUrl,
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
  AWS_EC2_METADATA_DISABLED: "true",
});

/**
 * The one environment that all functions share in this process, for here they are not apart as in AWS.
 * `overrides` are what only the local world knows, its own address for one.
 * @throws CannotStart when two functions want different values under one name.
 */
export const sharedEnvironment = (
  functions: readonly LambdaFunction[],
  awsUrl: string,
  overrides: Readonly<Record<string, string>> = {},
): Record<string, string> => {
  const owners = new Map<string, LambdaFunction>();
  for (const each of functions)
    for (const [name, value] of Object.entries(each.environment)) {
      const owner = owners.get(name) ?? each;
      owners.set(name, owner);
      if (owner.environment[name] !== value)
        throw new CannotStart(
          `${owner.name} and ${each.name} disagree on ${name}; locally they share one environment.`,
        );
    }
  const own = Object.fromEntries(
    [...owners].map(([name, { environment }]) => [name, environment[name] ?? ""]),
  );
  return { ...own, ...overrides, ...sdkVariables(awsUrl) };
};

/** Sets the variables; the returned function puts back what was there. */
export const enterEnvironment = (variables: Readonly<Record<string, string>>): (() => void) => {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  delete process.env["AWS_PROFILE"];
  return () => {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  };
};
