import type { CaseKind } from "#core/policy/case-kinds.ts";
import type { CaseKindPolicy } from "#core/policy/cases.ts";

/** Beginnings of words that speak for a topic, in four languages; a policy's topic of another id is not guessed. */
const telling: Readonly<Record<string, readonly string[]>> = {
  product: [
    ..."omvormer paneel panelen zonnepane serienummer kapot defect storing accu product".split(" "),
    ..."wechselrichter modul panel seriennummer kaputt batterie produkt".split(" "),
    ..."inversor placa batería producto averiad".split(" "),
    ..."inverter serial broken battery faulty".split(" "),
  ],
  service: [
    ..."service monteur afspraak bezoek medewerker klantenservice telefonisch onbeleefd ticket".split(" "),
    ..."techniker termin mitarbeiter unfreundlich kundendienst".split(" "),
    ..."servicio técnico cita visita empleado".split(" "),
    ..."engineer appointment visit rude employee".split(" "),
  ],
};

/**
 * What a text is about: the one of the kind's topics that most of its words speak for. A complaint that speaks for none is
 * of the first, so that what that needs is asked for; anything else has none.
 */
export const topicOf = (
  policy: CaseKindPolicy | undefined,
  kind: CaseKind,
  text: string,
): string | undefined => {
  const topics = policy?.topics ?? [];
  const words =
    text
      .slice(0, 5_000)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  const spoken = topics.map(({ id }) => ({ id, words: speakingOf(telling[id] ?? [], words) }));
  const most = Math.max(0, ...spoken.map((each) => each.words));
  const first = spoken.filter((each) => each.words === most);
  if (most > 0 && first.length === 1) return first[0]?.id;
  return kind === "complaint" ? topics[0]?.id : undefined;
};

const speakingOf = (beginnings: readonly string[], words: readonly string[]): number =>
  words.filter((word) => beginnings.some((beginning) => word.startsWith(beginning))).length;
