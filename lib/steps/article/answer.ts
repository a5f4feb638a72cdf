import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { answerArticle, type Before, type Pressed, taskOf } from "#core/article/answer.ts";
import {
  answeredKey,
  asAnswered,
  asOpinion,
  keeperOf,
  opinionKey,
  type Reader,
  type Useful,
} from "#core/article/opinion.ts";
import { replyTo } from "#core/article/reply.ts";
import { countFrom, networkBookings, networkKey } from "#core/customer/network.ts";
import { Contended, isRefusal, type Refusal } from "#core/errors.ts";
import { type Idempotency, remember } from "#core/idempotency.ts";
import type { ArticlePolicy } from "#core/policy/articles.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import { asTask } from "#core/task.ts";
import type { Network } from "../limits.ts";
import { recall } from "../recall.ts";
import { untilCommitted } from "../until-committed.ts";

export interface UsefulRequest extends Pressed {
  readonly article: string;
  /** What the page was given at its reader's first answer; or the company's own name for a reader whom it knows. */
  readonly reader?: string | undefined;
  readonly language?: Language | undefined;
}

export interface UsefulAnswer {
  readonly article: string;
  readonly answer: Useful;
  readonly version: number;
  /** For the page to keep, and to send along when its reader thinks again. */
  readonly reader: string;
  readonly reply: string;
}

type Refused = Refusal<"no-articles" | "too-many" | "idempotency-mismatch">;

/**
 * Keeps whether an article was useful: one answer for each reader, the newest. Sent again, it is answered as before.
 * @throws Contended when others kept answering in the same reader's name.
 */
export const saysUseful = async (
  ports: Ports,
  { policy }: DeployedPolicy,
  asked: UsefulRequest,
  request: Idempotency,
  network?: Network,
): Promise<UsefulAnswer | Refused> => {
  const { articles, pack } = policy;
  if (articles === undefined) return noArticles;
  const known = await recall<UsefulAnswer>(ports, request);
  if (known !== undefined) return known;
  if (await isTooMany(ports, pack, articles, network)) return tooMany;
  await untilCommitted(ports, () => pressed(ports, policy, articles, asked, request));
  if (network !== undefined) await count(ports, pack, network);
  const answered = await recall<UsefulAnswer>(ports, request);
  if (answered === undefined) throw new Contended("the answer was not kept");
  return answered;
};

const pressed = async (
  ports: Ports,
  policy: Policy,
  articles: ArticlePolicy,
  asked: UsefulRequest,
  request: Idempotency,
) => {
  const known = await recall<UsefulAnswer>(ports, request);
  if (known !== undefined && (isRefusal(known) || "answer" in known)) return [];
  const { article, reader = ports.digests.newSalt() } = asked;
  const { pack, timeZone } = policy;
  const who: Reader = { pack, article, reader: ports.digests.hash(`${pack}\n${article}\n${reader}`) };
  const now = ports.now();
  const keeper = teamName(policy, keeperOf(articles, article));
  const { opinion, writes } = answerArticle(who, await readBefore(ports, who), asked, {
    timeZone,
    keeper,
    now,
  });
  const { answer, version } = opinion;
  const reply = replyTo(asked.language ?? policy.languages[0] ?? "en", opinion);
  return [...writes, remember(request, { article, answer, version, reader, reply }, now)];
};

const readBefore = async (ports: Ports, who: Reader): Promise<Before | undefined> => {
  const found = await ports.table.get(answeredKey(who));
  if (found === undefined) return undefined;
  const head = asAnswered(found);
  const said = await ports.table.get(opinionKey(who, head.month));
  if (said === undefined) throw new Error("an answer stands in no month");
  const opinion = asOpinion(said);
  const task = await ports.table.get(taskOf(who, opinion));
  return { head, opinion, ...(task !== undefined && asTask(task).done === undefined && { task }) };
};

const teamName = ({ cases }: Policy, id: string): string =>
  cases?.teams.find((each) => each.id === id)?.name ?? id;

const noArticles = { refused: "no-articles", detail: "This company asks about no articles." } as const;

const tooMany = {
  refused: "too-many",
  detail: "Many answers came from your network within the hour; try again later.",
} as const;

const readNetwork = async (ports: Ports, pack: string, { digest }: Network) => {
  const key = { ...networkKey(pack, digest), sk: "articles" };
  return networkBookings(await ports.table.get(key), key, ports.now());
};

const isTooMany = async (
  ports: Ports,
  pack: string,
  { perNetworkPerHour }: ArticlePolicy,
  network: Network | undefined,
): Promise<boolean> =>
  network !== undefined && (await readNetwork(ports, pack, network)).made.length >= perNetworkPerHour;

const count = (ports: Ports, pack: string, network: Network): Promise<void> =>
  untilCommitted(ports, async () => [countFrom(await readNetwork(ports, pack, network), ports.now())]);
