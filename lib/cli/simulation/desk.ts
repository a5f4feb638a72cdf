import type { DeployedPolicy } from "#adapters/ports.ts";
import type { Useful } from "#core/article/opinion.ts";
import type { ContactWay } from "#core/contact/relation.ts";
import type { AccountFacts } from "#core/customer/account.ts";
import type { Instant } from "#core/time.ts";
import { instant } from "#core/time.ts";
import { createAccountDesk } from "./desk-account.ts";
import { createContactDesk } from "./desk-contact.ts";
import { createReaders } from "./desk-readers.ts";
import type { Simulation } from "./world.ts";

/** What people do in such a story, and what is told of how it stands. */
export interface Desk {
  /** Their page keeps what tells them from other readers. */
  readerAnswers(who: string, article: string, answer: Useful, comment?: string): Promise<void>;
  /** At another company. */
  readerIsRefused(pack: string, reason: string): Promise<void>;
  /** So many tasks for whoever keeps articles. */
  tasksWait(count: number): Promise<void>;
  articlesAre(told: readonly string[]): Promise<void>;
  staffEnterAccount(facts: AccountFacts): Promise<void>;
  staffAreRefused(facts: AccountFacts, reason: string): Promise<void>;
  accountHas(these: readonly string[], butNot: readonly string[]): Promise<void>;
  upgradesCost(told: readonly string[]): Promise<void>;
  /** The story's account gets a kind and a manager. */
  contactIsKept(kind: string, manager: string): Promise<void>;
  contactIsMade(how: ContactWay, by: string): Promise<void>;
  /** With a guest who comes so many minutes after it begins, an hour from now. */
  meetingTakesPlace(guest: string, minutesLate: number): Promise<void>;
  /** `open 2026-12-02`, `missed 2026-12-02`: how contact stands, and by which day the next is due. */
  contactStands(told: string): Promise<void>;
  /** How often somebody heard of a contact that was missed. */
  alertsWere(count: number): Promise<void>;
  timePassesTo(at: string): Promise<void>;
}

/** One line of the story. */
export interface DeskLine {
  readonly at: Instant;
  readonly who: string;
  readonly what: string;
}

/** Where a story is written down. */
export interface Notes {
  /** What somebody did or read. */
  readonly say: (who: string, what: string) => void;
  /** What is otherwise than it is told. */
  readonly compare: (what: string, found: unknown, told: unknown) => void;
}

export const createDesk = (world: Simulation, deployed: DeployedPolicy, notes: Notes): Desk => ({
  ...createReaders(world, deployed, notes),
  ...createAccountDesk(world, deployed, notes),
  ...createContactDesk(world, deployed, notes),
  timePassesTo: async (at) => void (await world.clock.advance(instant(at))),
});
