import * as z from "zod";
import { kindShape } from "./case-kind.ts";
import { type CaseKind, caseKinds, kindsOf } from "./case-kinds.ts";
import { receivers } from "./case-words.ts";
import { id, mailbox, rule } from "./fields.ts";
import type { MilestonePolicy } from "./milestones.ts";
import { systems } from "./systems.ts";
import { triage } from "./triage.ts";
import { week } from "./week.ts";

export type { MilestoneAction, MilestonePolicy } from "./milestones.ts";

const team = z.strictObject({
  id,
  name: z.string().min(1).describe("What staff and customers read"),
  email: mailbox.describe("Where it hears of its cases, as long as nobody of it has them"),
  ...rule,
});

/** How cases are handled, and when what is due (mission C). */
export const cases = z
  .strictObject({
    hours: week.describe("When the company works, by its own wall; a deadline in days ends when it closes"),
    teams: z.array(team).min(1),
    receivers: z
      .strictObject({ manager: id, board: id.optional() })
      .optional()
      .describe("The teams that hear of what is late after the handler has"),
    systems: systems
      .optional()
      .describe("Other systems in which each case is registered, updated and closed"),
    journal: z
      .strictObject({
        domains: z
          .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "write a domain in small letters"))
          .min(1)
          .describe("Whoever writes from an address there, proven by DMARC, is staff"),
        ...rule,
      })
      .optional()
      .describe("Staff who answer from their own mail program; left out: teams and hosts by their address"),
    triage: triage.optional().describe("Left out: what names no kind is of the first one"),
    kinds: z.partialRecord(z.enum(caseKinds), kindShape),
    ...rule,
  })
  .superRefine((policy, context) => {
    for (const { path, name } of namedTeams(policy))
      if (!policy.teams.some((each) => each.id === name))
        context.addIssue({
          code: "custom",
          message: `no team "${name}" under teams: add it, or name another`,
          path,
        });
    for (const { path, to } of namedReceivers(policy))
      if (to !== "handler" && policy.receivers?.[to] === undefined)
        context.addIssue({ code: "custom", message: `receivers names no team for "${to}": add it`, path });
    for (const { path, kind } of namedKinds(policy))
      if (policy.kinds[kind] === undefined)
        context.addIssue({
          code: "custom",
          message: `no kind "${kind}" under kinds: add it, or name another`,
          path,
        });
  });

export type CaseKindPolicy = z.infer<typeof kindShape>;
export type CasePolicy = z.infer<typeof cases>;
export type TopicPolicy = NonNullable<CaseKindPolicy["topics"]>[number];

type Path = (string | number)[];
type Draft = Omit<CasePolicy, "clause" | "ours">;

const namedTeams = (policy: Draft): { path: Path; name: string }[] => [
  ...receivers.flatMap((to) => {
    const name = to === "handler" ? undefined : policy.receivers?.[to];
    return name === undefined ? [] : [{ path: ["receivers", to], name }];
  }),
  ...kindsOf(policy).flatMap(([kind, { team: own, topics = [], closing }]) => [
    { path: ["kinds", kind, "team"], name: own },
    ...topics.map(({ team: name }, at) => ({ path: ["kinds", kind, "topics", at, "team"], name })),
    ...(closing?.reportTo === undefined
      ? []
      : [{ path: ["kinds", kind, "closing", "reportTo"], name: closing.reportTo }]),
  ]),
];

type NamedReceiver = { path: Path; to: MilestonePolicy["escalate"][number]["to"] };

const namedReceivers = (policy: Draft): NamedReceiver[] =>
  kindsOf(policy).flatMap(([kind, { milestones, escalation }]) => [
    ...milestones.flatMap(({ escalate }, at) =>
      escalate.map(({ to }, level) => ({
        path: ["kinds", kind, "milestones", at, "escalate", level, "to"],
        to,
      })),
    ),
    ...(escalation?.to ?? []).map((to, at) => ({ path: ["kinds", kind, "escalation", "to", at], to })),
  ]);

const namedKinds = ({ triage: choice }: Draft): { path: Path; kind: CaseKind }[] =>
  choice === undefined
    ? []
    : [
        ...choice.rules.map(({ kind }, at) => ({ path: ["triage", "rules", at, "kind"], kind })),
        { path: ["triage", "otherwise"], kind: choice.otherwise },
      ];
