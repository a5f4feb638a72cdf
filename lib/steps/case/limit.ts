import type { Ports } from "#adapters/ports.ts";
import type { CaseRequest } from "#core/case/register.ts";
import { customerKey } from "#core/customer/customer.ts";
import type { Refusal } from "#core/errors.ts";
import type { Write } from "#core/table.ts";
import { day, type Instant, plus } from "#core/time.ts";

/** Ours: each registration sends its address a receipt, and nobody's mailbox is to be flooded by a stranger. */
const perAddressPerDay = 10;

export const tooManyCases: Refusal<"too-many"> = {
  refused: "too-many",
  detail: "Many cases were registered for this address today; answer one of them, or write again tomorrow.",
};

/** Counts what came by the portal, where nobody knows who writes; the write goes into the same transaction. */
export const countCase = async (
  ports: Ports,
  pack: string,
  { channel, customer }: CaseRequest,
): Promise<Write[] | Refusal<"too-many">> => {
  if (channel !== "portal") return [];
  const key = { pk: customerKey(pack, customer.email).pk, sk: "cases" };
  const item = await ports.table.get(key);
  const now = ports.now();
  const made = ((item?.["made"] ?? []) as Instant[]).filter((at) => plus(at, day) > now);
  if (made.length >= perAddressPerDay) return tooManyCases;
  const rev = Number(item?.["rev"] ?? 0);
  return [
    {
      put: { ...key, type: "case-count", made: [...made, now], rev: rev + 1 },
      if: item === undefined ? { exists: false } : { equals: { rev } },
    },
  ];
};
