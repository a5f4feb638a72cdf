/** A token of JSON, or a run of blanks; texts are whole, so that braces in them count for nothing. */
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|\s+/g;

/** Where we are: in an object by its key, in a list by its place. */
type Step = { key: string; isKey: boolean } | { at: number };

/**
 * The line, from 1, on which each place of a JSON text begins: `appointments.reminders[0].before`.
 * @param text is known to be JSON.
 */
export const jsonLines = (text: string): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>();
  const path: Step[] = [];
  let line = 1;
  for (const [token] of text.matchAll(tokens)) {
    visit(token, path, () => {
      const place = placeOf(path);
      if (!lines.has(place)) lines.set(place, line);
    });
    line += token.split("\n").length - 1;
  }
  return lines;
};

const visit = (token: string, path: Step[], note: () => void): void => {
  const step = path.at(-1);
  if (step !== undefined && "at" in step && !/^[\s,\]]/.test(token)) note();
  switch (token.charAt(0)) {
    case "{":
      return void path.push({ key: "", isKey: true });
    case "[":
      return void path.push({ at: 0 });
    case "}":
    case "]":
      return void path.pop();
    case ",":
      return next(step);
    case '"':
      return name(token, step, note);
    default:
      return;
  }
};

const next = (step: Step | undefined): void => {
  if (step === undefined) return;
  if ("key" in step) step.isKey = true;
  else step.at += 1;
};

const name = (token: string, step: Step | undefined, note: () => void): void => {
  if (step === undefined || !("key" in step) || !step.isKey) return;
  step.key = String(JSON.parse(token));
  step.isKey = false;
  note();
};

const placeOf = (path: readonly Step[]): string =>
  path.reduce(
    (text, step) => ("at" in step ? `${text}[${step.at}]` : text === "" ? step.key : `${text}.${step.key}`),
    "",
  );

/** The line of a place, or of what would hold it: something that is missing has no line of its own. */
export const lineOf = (lines: ReadonlyMap<string, number>, place: string): number => {
  for (let holder = place; holder !== ""; holder = holder.replace(/(^|\.)[^.[\]]+$|\[\d+\]$/, "")) {
    const line = lines.get(holder);
    if (line !== undefined) return line;
    if (!/[.[]/.test(holder)) return 1;
  }
  return 1;
};
