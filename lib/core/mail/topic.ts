import type { CaseKind, CaseKindPolicy } from "#core/policy/cases.ts";

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
 * What a text is about, where only one of the kind's topics has words in it. A complaint about nothing in particular is of
 * the first topic, so that what that needs is asked for; anything else has none.
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
  const named = topics.filter(({ id }) => speaksOf(telling[id] ?? [], words));
  if (named.length === 1) return named[0]?.id;
  return kind === "complaint" ? topics[0]?.id : undefined;
};

const speaksOf = (beginnings: readonly string[], words: readonly string[]): boolean =>
  words.some((word) => beginnings.some((beginning) => word.startsWith(beginning)));
