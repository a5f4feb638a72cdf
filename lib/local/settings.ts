import { type Instant, parseInstant } from "#core/time.ts";
import { CannotStart } from "./cannot-start.ts";

/** What a person may set in the environment of `npm start`. */
export interface LocalSettings {
  readonly ports: { readonly api: number; readonly aws: number; readonly smtp: number };
  readonly data: string;
  readonly now?: Instant;
  readonly dynamodbEndpoint?: string;
}

/** @throws CannotStart that names the setting and what it may be. */
export const localSettings = (variables: NodeJS.ProcessEnv): LocalSettings => {
  const now = moment(variables["KEPT_NOW"]);
  const dynamodbEndpoint = address(variables["KEPT_DYNAMODB_ENDPOINT"]);
  return {
    ports: {
      api: port(variables, "KEPT_PORT", 8787),
      aws: port(variables, "KEPT_AWS_PORT", 4566),
      smtp: port(variables, "KEPT_SMTP_PORT", 2525),
    },
    data: variables["KEPT_DATA"] || ".kept",
    ...(now === undefined ? {} : { now }),
    ...(dynamodbEndpoint === undefined ? {} : { dynamodbEndpoint }),
  };
};

const port = (variables: NodeJS.ProcessEnv, name: string, otherwise: number): number => {
  const given = variables[name] || String(otherwise);
  const number = Number(given);
  if (/^\d+$/.test(given) && number <= 65_535) return number;
  throw new CannotStart(`${name} is "${given}"; set it to a port from 1 to 65535, or 0 for any.`);
};

const moment = (given: string | undefined): Instant | undefined => {
  if (!given) return undefined;
  const parsed = parseInstant(given);
  if (parsed !== undefined) return parsed;
  throw new CannotStart(`KEPT_NOW is "${given}"; set it to a moment like 2026-12-01T09:00:00Z.`);
};

const address = (given: string | undefined): string | undefined => {
  if (!given) return undefined;
  if (/^https?:\/\//.test(given) && URL.canParse(given)) return given;
  throw new CannotStart(
    `KEPT_DYNAMODB_ENDPOINT is "${given}"; set it to an address like http://127.0.0.1:8000.`,
  );
};
