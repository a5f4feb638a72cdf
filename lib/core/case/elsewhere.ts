import type { Effect } from "#core/change.ts";
import { type SystemId, systemIds } from "#core/policy/case-words.ts";
import { asleep, type Item, type Key, type Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { Case } from "./case.ts";
import { type Picture, pictureOf, samePicture } from "./elsewhere-picture.ts";

/** `update` also takes a case back from `answered`; `reopen` one that was closed there. */
export type TellingKind = "register" | "update" | "close" | "reopen";

/** One step on the way to what the case looks like; from its first attempt on it stays the same, word for word. */
export interface Telling {
  /** Counts those of this case and system: with it, a receiver knows one that comes a second time. */
  readonly seq: number;
  readonly what: TellingKind;
  readonly picture: Picture;
  /** The case's `rev` that it was made from, and whether the other system looks like that once it is told. */
  readonly caseRev: number;
  readonly last: boolean;
}

/** Attempts that failed since the last that did not. */
export interface Trouble {
  readonly since: Instant;
  readonly attempts: number;
  /** A stable word, never the other system's own. */
  readonly reason: string;
  /** A person was told. */
  readonly alerted?: true;
}

/** A case as another system knows it, under the case's own `pk`. `rev` counts writes of this item. */
export interface Elsewhere extends Key {
  readonly type: "elsewhere";
  readonly pack: string;
  readonly number: string;
  readonly system: SystemId;
  readonly rev: number;
  /** The `rev` of the case that it is to look like; a later one is as good. */
  readonly wanted: number;
  /** How many tellings were begun. */
  readonly seq: number;
  readonly told?: { readonly picture: Picture; readonly caseRev: number };
  /** Its id over there, and what people over there call it. */
  readonly remote?: Remote;
  readonly telling?: Telling;
  /** Whoever is at it, and until when nobody else begins. */
  readonly claim?: { readonly id: string; readonly until: Instant };
  readonly trouble?: Trouble;
  /** Given up in this round, while `wanted` was this: the next begins when a person has done the task. */
  readonly givenUp?: { readonly at: Instant; readonly wanted: number };
  readonly round: number;
  /** The latest tellings, the oldest first. */
  readonly history: readonly { readonly what: TellingKind; readonly at: Instant }[];
  readonly wakeShard?: string;
  readonly wakeAt?: Instant;
}

export interface Remote {
  readonly id: string;
  readonly reference?: string;
}

export const elsewhereKey = ({ pk }: { readonly pk: string }, system: SystemId): Key => ({
  pk,
  sk: `elsewhere#${system}`,
});

/** What lies between these is how other systems know a case. */
export const elsewhereSpan = { from: "elsewhere#", to: "elsewhere#~" } as const;

/** The table gives items; what stands there is one, for nothing else writes them. */
export const asElsewhere = (item: Item): Elsewhere => item as unknown as Elsewhere;

/** Partitions of the `due` index of their own: however slow such a system is, nothing else waits behind it. */
export const elsewhereShards = systemIds.map((id) => `elsewhere-${id}`);

/** The other systems that a change of a case concerns: those of its policy, if it looks any different from there. */
export const tellElsewhere = (before: Case | undefined, after: Case): Effect[] =>
  before !== undefined && samePicture(pictureOf(before), pictureOf(after))
    ? []
    : (after.elsewhere ?? []).map((system) => ({ effect: "tell-elsewhere", system }));

const wakeElsewhere = (
  { system }: Pick<Elsewhere, "system">,
  at: Instant | undefined,
): { wakeShard?: string; wakeAt?: Instant } =>
  at === undefined ? {} : { wakeShard: `elsewhere-${system}`, wakeAt: at };

/** Writes the item as it was decided, with its next wake; without one it rests. Refused when it was written meanwhile. */
export const putElsewhere = (
  before: Elsewhere | undefined,
  after: Omit<Elsewhere, "rev">,
  wakeAt: Instant | undefined,
): Write => {
  const { wakeShard: _shard, wakeAt: _at, ...rest } = after;
  return {
    put: { ...rest, rev: (before?.rev ?? 0) + 1, ...wakeElsewhere(after, wakeAt) },
    if: before === undefined ? { exists: false } : { equals: { rev: before.rev } },
  };
};

/**
 * The change with this `rev` is to be seen over there: asked for once or twice, that is one wish, and it waits for none
 * of the attempts that are under way.
 */
export const want = (
  before: Elsewhere | undefined,
  { pk, pack, number }: Pick<Case, "pk" | "pack" | "number">,
  system: SystemId,
  caseRev: number,
  now: Instant,
): Write[] => {
  if (before === undefined) {
    const item = { ...elsewhereKey({ pk }, system), type: "elsewhere", pack, number, system } as const;
    return [putElsewhere(undefined, { ...item, wanted: caseRev, seq: 0, round: 1, history: [] }, now)];
  }
  if (before.wanted >= caseRev) return [];
  // Whoever waits for another try waits on: a case that changes often is no reason to ask more often.
  const patient = before.givenUp === undefined && before.wakeAt !== undefined;
  return [putElsewhere(before, { ...before, wanted: caseRev }, patient ? before.wakeAt : now)];
};

/** What is over rests: no wake at all. */
export const rest = (before: Elsewhere): Write[] =>
  before.wakeAt === undefined
    ? []
    : [
        {
          update: { pk: before.pk, sk: before.sk },
          set: { rev: before.rev + 1 },
          remove: [...asleep],
          if: { equals: { rev: before.rev } },
        },
      ];
