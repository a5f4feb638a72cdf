import { join } from "node:path";
import type { Instant } from "#core/time.ts";
import type { Runner } from "#local/states/runner.ts";
import type { Page } from "#site/pages.ts";
import type { Assembly } from "./assembly.ts";
import { jsonError } from "./aws/json.ts";
import { awsServices } from "./aws/router.ts";
import { CannotStart } from "./cannot-start.ts";
import { type Database, openDatabase } from "./dynamodb.ts";
import { enterEnvironment, sharedEnvironment } from "./environment.ts";
import { createFront } from "./front.ts";
import { mostBodyBytes } from "./gateway.ts";
import { createLambdas } from "./lambda.ts";
import { createLives, type Lives } from "./lives.ts";
import type { Clock } from "./ports.ts";
import { problem } from "./problem.ts";
import { type Answer, listen } from "./server.ts";
import { listenForMail, type Smtp } from "./smtp/server.ts";
import { createTeardown, type Teardown } from "./teardown.ts";
import { lockFolder } from "./world-lock.ts";

export interface WorldSettings {
  readonly assembly: Assembly;
  /** Where the sources are. */
  readonly root: string;
  /** The folder that holds all that the world remembers; made if it is not there. */
  readonly data: string;
  /** 0 for any that is free. Without the last no mail comes in. */
  readonly ports: { readonly api: number; readonly aws: number; readonly smtp?: number };
  /** Where a new world's clock starts; a clock that `data` holds wins. Default: real time. */
  readonly now?: Instant;
  readonly dynamodbEndpoint?: string;
  /** What the site serves; without them there is only the API. */
  readonly pages?: readonly Page[];
  /** What only this machine serves: the start page. */
  readonly localPages?: readonly Page[];
  /** Runs the bundles in the assembly instead of the sources. */
  readonly bundles?: boolean;
}

export interface World {
  /** API, pages and `/local/*`. */
  readonly url: string;
  readonly awsUrl: string;
  readonly dynamodbUrl: string;
  /** Where mail comes in. */
  readonly smtpPort: number | undefined;
  /** These two change with a reset. */
  readonly clock: Clock;
  readonly runner: Runner;
  /** Imports all functions ahead of their first call. */
  warm(): Promise<void>;
  /** Resolves when nothing is in flight and all is on disk. */
  stop(): Promise<void>;
}

/**
 * One process is one world: handlers are imported once, and keep the clients that they made for the first AWS address.
 * A later world of the same process therefore opens the same port again.
 */
const ofThisProcess = { awsPort: 0, running: false };

/**
 * Starts everything on loopback and goes on where `data` stopped.
 * @throws CannotStart with one line for a person, after putting away what had been opened.
 */
export const startWorld = async (settings: WorldSettings): Promise<World> => {
  if (ofThisProcess.running)
    throw new CannotStart("A world runs in this process already; a process holds one.");
  const teardown = createTeardown();
  ofThisProcess.running = true;
  teardown.add(() => void (ofThisProcess.running = false));
  try {
    return await open(settings, teardown);
  } catch (error) {
    await teardown.run();
    throw error;
  }
};

const open = async (settings: WorldSettings, teardown: Teardown): Promise<World> => {
  const { assembly, ports } = settings;
  const database = await openTables(settings, teardown);
  const lambdas = createLambdas({
    functions: assembly.functions,
    root: settings.bundles ? assembly.folder : settings.root,
    bundles: settings.bundles ?? false,
    clock: () => lives.now().clock,
  });
  const lives = createLives({ ...settings, database, invoke: lambdas.invoke });
  const aws = await listen({
    port: ports.aws || ofThisProcess.awsPort,
    setting: "KEPT_AWS_PORT",
    mostBytes: 40 * 1024 * 1024,
    answer: awsServices({ assembly, database, lambdas, life: lives.now }),
    fault: jsonError,
  });
  teardown.add(aws.close);
  ofThisProcess.awsPort = aws.port;
  const api = await listen({
    port: ports.api,
    setting: "KEPT_PORT",
    mostBytes: mostBodyBytes,
    answer: createFront(settings, lambdas, lives),
    fault: internal,
  });
  teardown.add(api.close);
  teardown.add(enterEnvironment(sharedEnvironment(assembly.functions, aws.url, { KEPT_SITE: api.url })));
  teardown.add(lives.begin());
  const smtp = await openMail(settings, lives, teardown);
  teardown.add(api.refuse);
  return {
    url: api.url,
    awsUrl: aws.url,
    dynamodbUrl: database.endpoint,
    smtpPort: smtp?.port,
    get clock() {
      return lives.now().clock;
    },
    get runner() {
      return lives.now().runner;
    },
    warm: lambdas.warm,
    stop: teardown.run,
  };
};

const openTables = async (
  { data, dynamodbEndpoint, assembly }: WorldSettings,
  teardown: Teardown,
): Promise<Database> => {
  teardown.add(lockFolder(data));
  const database = await openDatabase(
    dynamodbEndpoint === undefined ? { path: join(data, "table.sqlite") } : { endpoint: dynamodbEndpoint },
  );
  teardown.add(database.stop);
  await database.create(assembly.tables);
  return database;
};

const openMail = async (
  { assembly, ports: { smtp: port } }: WorldSettings,
  lives: Lives,
  teardown: Teardown,
): Promise<Smtp | undefined> => {
  if (port === undefined) return undefined;
  const room = () => {
    const { rawMails, publish, clock, scheduler } = lives.now();
    const announce: typeof publish = (topicArn, text) => {
      publish(topicArn, text);
      // From now on there is a mail to count.
      scheduler.look();
    };
    return { rawMails, publish: announce, now: clock.now, during: clock.inFlight };
  };
  const smtp = await listenForMail({ port, rules: assembly.receiptRules, room });
  teardown.add(smtp.close);
  return smtp;
};

const internal = (error: unknown): Answer => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return problem(500, "internal", "The local world has a fault of its own; see its output.");
};
