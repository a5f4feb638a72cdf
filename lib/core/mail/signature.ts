/** How people end a letter, in four languages; what a name or a comma may follow. */
const closings = [
  // nl
  "(met )?(hele |heel )?(vriendelijke|hartelijke|beste|lieve|sportieve|zonnige) groet(en|jes)?",
  "groet(en|jes)?",
  "hoogachtend",
  "m\\.? ?v\\.? ?(r\\.? ?)?g\\.? ?(r\\.?)?",
  // de
  "(mit )?((vielen?|besten?|lieben?|herzlichen?|freundlichen?|schönen?) ){1,2}gr(ü|ue)(ß|ss)en?( (aus|von) [^,]{1,30})?",
  "hochachtungsvoll",
  "mfg|vg|lg",
  // es
  "(muchas gracias y |reciba |recibe )?un (cordial |afectuoso )?saludo( cordial)?",
  "(muchos )?saludos( cordiales)?",
  "(muy )?atentamente|cordialmente",
  // en
  "(with )?(kind|kindest|best|warm|warmest|many) (regards|wishes)",
  "regards|all the best|cheers|best",
  "(yours )?(sincerely|faithfully|truly)( yours)?",
].join("|");

const closing = new RegExp(`^(${closings})\\s*([,.!–-]\\s*.{0,40})?$`, "iu");

/** What programs of telephones write below. */
const device =
  /^(sent from (my |outlook|mail|yahoo|proton)|get outlook for|verzonden (vanaf|met|vanuit) |verstuurd (vanaf|met|vanuit) |outlook voor .{2,20} downloaden|von meinem .{2,40} gesendet|gesendet (von|mit) |diese nachricht wurde von meinem|outlook für .{2,20} (beziehen|herunterladen)|enviado desde |obtener outlook para )/iu;

const mostDeviceLines = 3;

/**
 * The lines of a letter without its signature: from the last closing phrase on, from a line of two dashes, or from what a
 * telephone writes below. A postscript stays.
 */
export const withoutSignature = (lines: readonly string[]): readonly string[] => {
  const spoken = beforeDashes(beforeDevice(lines));
  const end = spoken.findLastIndex((line, at) => at > 0 && closing.test(line.slice(0, 120).trim()));
  if (end < 0) return spoken;
  const postscript = spoken.findIndex((line, at) => at > end && /^p\.? ?s\.?\b/i.test(line.trim()));
  return postscript < 0 ? spoken.slice(0, end) : [...spoken.slice(0, end), ...spoken.slice(postscript)];
};

/** Usenet's own mark, of which many programs lose the blank. */
const beforeDashes = (lines: readonly string[]): readonly string[] => {
  const at = lines.findIndex((line, position) => position > 0 && /^-- ?$/.test(line));
  return at < 0 ? lines : lines.slice(0, at);
};

const beforeDevice = (lines: readonly string[]): readonly string[] => {
  const written = Array.from(lines.entries()).filter(([, line]) => line.trim() !== "");
  const found = written.slice(-mostDeviceLines).find(([, line]) => device.test(line.slice(0, 120).trim()));
  return found === undefined || found[0] === 0 ? lines : lines.slice(0, found[0]);
};
