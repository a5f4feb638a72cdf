import type { Assembly } from "../assembly.ts";
import type { Database } from "../dynamodb.ts";
import type { Lambdas } from "../lambda.ts";
import type { Life } from "../life.ts";
import { dynamodbEndpoint } from "./dynamodb.ts";
import { awsEndpoint, type ServiceEndpoint } from "./endpoint.ts";
import { lambdaEndpoint } from "./lambda.ts";
import { s3Endpoint } from "./s3.ts";
import { secretsEndpoint } from "./secrets.ts";
import { sesEndpoint } from "./ses.ts";
import { snsEndpoint } from "./sns.ts";
import { statesEndpoint } from "./states.ts";

export interface AwsSettings {
  readonly assembly: Assembly;
  readonly database: Pick<Database, "endpoint">;
  readonly lambdas: Lambdas;
  readonly life: () => Life;
}

/** All that Kept calls of AWS, by the names that requests are signed for. */
export const awsServices = ({ assembly, database, lambdas, life }: AwsSettings): ServiceEndpoint =>
  awsEndpoint(
    {
      dynamodb: dynamodbEndpoint(database.endpoint, { wakesMayHaveChanged: () => life().scheduler.look() }),
      states: statesEndpoint(() => life().runner),
      ses: sesEndpoint(life),
      sns: snsEndpoint(() => life().outbox),
      lambda: lambdaEndpoint(lambdas),
      s3: s3Endpoint(assembly.bucketNames, () => life().rawMails),
      secretsmanager: secretsEndpoint(assembly.secrets),
    },
    () => life().clock,
  );
