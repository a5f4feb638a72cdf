/** Breaks a text between words into lines of at most so many characters; a longer word has a line for itself. */
export const wrap = (text: string, most: number): string[] => {
  const lines: string[] = [];
  for (const word of text.split(" ").filter(Boolean)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
};
