import { ownLines } from "./shown-text.ts";

export type Wish = "cancel" | "change";

const anyOf = (...each: readonly string[]): RegExp =>
  new RegExp(`(?<!\\p{L})(${each.join("|")})(?!\\p{L})`, "u");

/** Said of what is to be done; what was done to an appointment ("was cancelled") is no wish. */
const cancel = anyOf(
  "annuleren|annuleer|annulering|afzeggen|af te zeggen|afzegging|afmelden|zeg .{0,60} af|niet door laten gaan",
  "absagen|abzusagen|absage|sage .{0,60} ab|stornieren|storniere|zu stornieren|stornierung|storno",
  "cancelar(la|lo)?|cancelo|cancele|cancelen|cancelación|anular(la|lo)?|anulo|anule|anulación",
  "cancel|cancell?ing|cancellation|call (it )?off",
);

const change = anyOf(
  "verzetten|verzet|verplaatsen|verplaats|verschuiven|verschuif|te verzetten|omboeken|uitstellen",
  "(een )?(andere (datum|dag|tijd)|ander (tijdstip|moment)|nieuwe afspraak)|afspraak .{0,30}wijzigen",
  "verschieben|verschiebe|zu verschieben|verlegen|zu verlegen|umbuchen|umzubuchen|terminänderung",
  "(einen )?(anderen|neuen) (termin|tag|zeitpunkt)|andere (uhrzeit|zeit)|termin .{0,30}ändern",
  "aplazar(la|lo)?|posponer(la|lo)?|reprogramar(la|lo)?|mover (la|mi) (cita|sesión)",
  "cambiar(la|lo)?|cambio de (fecha|hora)|(otra (fecha|hora)|otro (día|momento))",
  "reschedule|rescheduling|rebook|postpone|(move|change) (the|my|our|this|it)",
  "(another|a different|a new) (date|time|day|slot)",
);

/** Who cannot come wants another time, or none: the page that the link opens offers both. */
const absent = anyOf(
  "kan .{0,40}niet (komen|aanwezig zijn|bij de afspraak zijn)|ben (dan |helaas )?verhinderd",
  "kann .{0,40}nicht (kommen|teilnehmen|wahrnehmen)|bin .{0,20}verhindert",
  "no (puedo|podré|podremos|podemos) (ir|asistir|acudir|venir)",
  "(can ?not|can['’]t|won['’]t be able to) (come|attend|make (it|the))",
);

/** Words that turn what stands in one clause with them into its opposite. */
const negation = anyOf(
  "niet|geen|nooit|nicht|kein(e|en|er)?|nie|niemals|no|nunca|sin|not|never|without|don['’]t|won['’]t|didn['’]t|doesn['’]t",
);
const clauseEnd =
  /[,:()–—]|(?<!\p{L})(?:maar|en|dus|omdat|daarom|zodat|aber|sondern|und|also|daher|deshalb|weil|da|pero|sino|y|porque|así que|por lo que|but|and|so|because|since|therefore)(?!\p{L})/u;

const isReply = /^\s*(re|aw|antw|rv|sv|fwd?|wg)\s?:/i;

/**
 * What a customer wishes of an appointment, in four languages; both together are a change. Nothing acts by it: it says which
 * link to offer, so a question counts, and a doubt does not. Quoted lines, and a subject that came with the answer, are not
 * the customer's.
 */
export const wishOf = (text: string, subject = ""): Wish | undefined => {
  const written = [isReply.test(subject) ? "" : subject, ...ownLines(text)]
    .join("\n")
    .slice(0, 5_000)
    .toLowerCase();
  const wishes = new Set(written.split(/(?<=[.!?;\n])/).flatMap(wishesIn));
  if (wishes.has("change")) return "change";
  return wishes.has("cancel") ? "cancel" : undefined;
};

const wishesIn = (sentence: string): Wish[] => {
  if (absent.test(sentence)) return ["change"];
  const asks = sentence.trimEnd().endsWith("?");
  const said = sentence
    .split(clauseEnd)
    .filter((clause) => asks || !negation.test(clause.replace(letGo, "")));
  return [
    ...(said.some((clause) => cancel.test(clause)) ? (["cancel"] as const) : []),
    ...(said.some((clause) => change.test(clause)) ? (["change"] as const) : []),
  ];
};

/** "Niet door laten gaan" is the wish itself. */
const letGo = /niet (?=door laten gaan)/u;
