import type { Page } from "#site/pages.ts";
import type { Assembly } from "./assembly.ts";
import { createConsole } from "./console/console.ts";
import { consoleHeaders } from "./console/headers.ts";
import { localDeskConfig, packsOf } from "./desk-config.ts";
import { createGateway } from "./gateway.ts";
import type { Lambdas } from "./lambda.ts";
import type { Lives } from "./lives.ts";
import { createLocalApi } from "./local-api.ts";
import type { Posted } from "./outbox.ts";
import type { Clock } from "./ports.ts";
import type { Answer, Request } from "./server.ts";
import { createSite } from "./site.ts";

export interface FrontSettings {
  readonly assembly: Assembly;
  /** What the site serves, as in AWS. */
  readonly pages?: readonly Page[] | undefined;
  /** The start page, and what else only this machine has. */
  readonly localPages?: readonly Page[] | undefined;
}

/** All that one address serves: the start page, `/local/…`, the site, and behind them the API. */
export const createFront = (
  { assembly, pages = [], localPages = [] }: FrontSettings,
  lambdas: Lambdas,
  lives: Lives,
) => {
  const clock = (): Clock => lives.now().clock;
  const started = () => lives.now().runner.started();
  const gateway = createGateway({ routes: assembly.routes, cors: assembly.cors[0], lambdas, clock, started });
  const site = createSite([...pages, localDeskConfig(packsOf(assembly))]);
  const ownSite = createSite(localPages, consoleHeaders);
  const outbox = () => lives.now().outbox;
  const bounce = (mail: Posted): Promise<void> => lives.now().bounce(mail);
  const look = createConsole({ clock, outbox, runner: () => lives.now().runner });
  const localApi = createLocalApi({
    clock,
    events: () => outbox().sent() + lives.now().runner.steps(),
    outbox,
    bounce,
    erase: (person) => lives.now().erase(person),
    reset: lives.reset,
  });
  return async (request: Request): Promise<Answer> => {
    const own = ownSite(request);
    if (own !== undefined) return own;
    if (request.path.startsWith("/local/")) return (await look(request)) ?? localApi(request);
    return site(request) ?? gateway(request);
  };
};
