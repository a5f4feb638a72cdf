import type { AccessPolicy, AppointmentPolicy, Policy, Tier } from "../shape.ts";
import { type ExplainedRule, explained } from "./rule.ts";
import type { Wording } from "./wording.ts";

/** Who may use what, and when that is taken away (mission B1–B3). */
export const accessRules = (
  { access, conduct }: Policy,
  appointments: Offered,
  wording: Wording,
): ExplainedRule[] => [
  ...(access === undefined ? [] : accessOf(access, appointments, wording)),
  ...(conduct === undefined ? [] : [explained("conduct", conduct, wording.say(wording.texts.conduct))]),
];

type Offered = Pick<AppointmentPolicy, "sessionTypes">;

const accessOf = (
  { withoutAccount, tiers }: AccessPolicy,
  appointments: Offered,
  wording: Wording,
): ExplainedRule[] => {
  const { texts, say } = wording;
  const granted = (grant: Granted) => grantedIn(grant, appointments, wording);
  return [
    explained(
      "withoutAccount",
      withoutAccount,
      say(texts.access.without, { granted: granted(withoutAccount) }),
    ),
    ...tiers.map((tier) => {
      const { licence, fromUsers: users, needsAssurance = false } = tier;
      const facts = { licence, users, assured: String(needsAssurance), granted: granted(tier) };
      return explained(`${licence}-${users}`, tier, say(texts.access.tier, facts));
    }),
  ];
};

type Granted = Pick<Tier, "channels" | "sessionTypes">;

/** Sessions are named where only some of them may be booked. */
const grantedIn = (
  { channels, sessionTypes }: Granted,
  appointments: Offered,
  { language, texts, say, list }: Wording,
): string => {
  const names = appointments.sessionTypes
    .filter(({ id }) => sessionTypes?.includes(id))
    .map(({ name }) => name[language]);
  return list(
    channels.map((channel) =>
      channel === "sessions" && sessionTypes !== undefined
        ? say(texts.access.some, { sessions: list(names) })
        : texts.channels[channel],
    ),
  );
};
