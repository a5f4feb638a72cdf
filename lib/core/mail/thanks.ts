import { ownLines } from "./shown-text.ts";

const longestThanks = 250;

const words = (text: string): readonly string[] => text.split(" ");

const thanking = new Set([
  ...words(
    "dank bedankt dankjewel dankuwel dankje dankzij thanks thank thx tnx danke dankeschön vielendank gracias",
  ),
  ...words("merci bedanken dankbaar thankful grateful agradecido agradecida agradezco dankbar"),
]);

/** What else may stand in a letter that only thanks; any word beyond these may be one that matters. */
const harmless = new Set([
  ...words(
    "je jullie u uw wel hartelijk heel erg veel voor de het een snelle goede fijne prettige hulp reactie antwoord",
  ),
  ...words(
    "service oplossing moeite top super fijn prima mooi geweldig perfect oké ok okay hallo hoi beste geachte heer",
  ),
  ...words(
    "mevrouw dag nogmaals alvast en ook namens ons allemaal is opgelost werkt weer alles nu goed zo groet groeten",
  ),
  ...words(
    "vielen herzlichen besten ganz sehr lieben für die das ihre ihren deine schnelle gute hilfe antwort lösung mühe",
  ),
  ...words(
    "unterstützung bearbeitung und auch nochmals nochmal im voraus gut klasse wunderbar hat geklappt alles jetzt",
  ),
  ...words("wieder geehrte geehrter frau herr liebe lieber ihnen dir euch es funktioniert"),
  ...words(
    "muchas mil muchísimas por la su tu vuestra rápida buena ayuda respuesta atención solución y todo perfecto",
  ),
  ...words(
    "genial estupendo hola buenos días buenas tardes de nuevo ya está resuelto funciona saludos saludo un",
  ),
  ...words(
    "you so much very many a lot for the your quick great good fast kind help answer reply response support solution",
  ),
  ...words(
    "effort and again in advance all everything works now fine it is solved hi hello dear great excellent regards",
  ),
  ...words("best cheers team sir madam"),
]);

const greeting =
  /^\s*(hallo|hoi|beste|geachte|dag|hi|hello|dear|hola|liebe[rs]?|guten tag|sehr geehrte[rs]?)(?!\p{L})/iu;

/**
 * Whether a mail thanks and says nothing else, in four languages: short, no question, no figure, no word that may matter.
 * In doubt it does not: words taken for thanks are not looked at again.
 * @param name of whoever wrote, which may stand below.
 */
export const isThanks = (text: string, name = ""): boolean => {
  const lines = ownLines(text.trim().slice(0, longestThanks + 1));
  const written = lines.join("\n");
  if (written.length > longestThanks || /[?¿\d]/.test(written)) return false;
  const known = new Set(wordsOf(name));
  const said = lines.flatMap((line, at) => (at === 0 && isGreeting(line) ? [] : wordsOf(line)));
  return said.some((word) => thanking.has(word)) && said.every((word) => isHarmless(word) || known.has(word));
};

/** Whoever is greeted may have any name; a line that goes on after it is looked at. */
const isGreeting = (line: string): boolean =>
  greeting.test(line) && wordsOf(line).length <= 5 && !wordsOf(line).some((word) => thanking.has(word));

const isHarmless = (word: string): boolean => thanking.has(word) || harmless.has(word);

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize("NFC")
    .match(/[\p{L}\p{M}]+/gu) ?? [];
