import type { CaseRequest } from "#core/case/register.ts";
import { type CaseKind, kindsOf } from "#core/policy/case-kinds.ts";
import type { CaseKindPolicy, CasePolicy } from "#core/policy/cases.ts";
import type { Policy } from "#core/policy/shape.ts";
import { day, type Instant, plus } from "#core/time.ts";
import type { Dice } from "../dice.ts";

/** Regions of customers: the company's neighbours, parts of countries with days of their own, and one that no table knows. */
const regions = ["NL", "BE", "DE-BY", "DE-NW", "ES-CT", "ES-MD", "FR", "AT", "NL-NH", "US-NY"];

const withRegion = 0.6;
const withEverything = 0.75;
const withoutKind = 0.25;
const registeredLater = 0.15;

/** What somebody brings, decided by chance: complete or not, from anywhere, by the portal or told to staff days ago. */
export const broughtBy = (
  { cases, languages }: Policy & { readonly cases: CasePolicy },
  dice: Dice,
  person: number,
  now: Instant,
): CaseRequest => {
  const [kind, rule] = dice.pick(kindsOf(cases));
  const topic = rule.topics === undefined ? undefined : dice.pick(rule.topics).id;
  const told = dice.happens(registeredLater);
  return {
    ...kindNamed(kind, topic, dice),
    fields: fieldsOf(rule, topic, dice),
    customer: {
      name: `Customer ${person}`,
      email: `case-${person}@customer.example`,
      ...(dice.happens(withRegion) && { region: dice.pick(regions) }),
    },
    language: dice.pick(languages),
    ...(told
      ? {
          channel: "phone",
          actor: "staff:desk",
          receivedAt: plus(now, -Math.floor(dice.between(0, 10 * day))),
        }
      : { channel: "portal", actor: "customer" }),
  };
};

/** Who names a topic names its kind; others may leave both to triage. */
const kindNamed = (
  kind: CaseKind,
  topic: string | undefined,
  dice: Dice,
): Pick<CaseRequest, "kind" | "topic"> =>
  topic === undefined && dice.happens(withoutKind) ? {} : { kind, topic };

const fieldsOf = (
  { topics }: CaseKindPolicy,
  topic: string | undefined,
  dice: Dice,
): Record<string, string> => {
  const asked = topics?.find(({ id }) => id === topic)?.fields.map(({ id }) => id) ?? ["description"];
  const left = dice.happens(withEverything) ? [] : [dice.pick(asked)];
  return Object.fromEntries(
    asked
      .filter((id) => !left.includes(id))
      .map((id) => [id, dice.pick(["Not as agreed", "Outage since noon"])]),
  );
};
