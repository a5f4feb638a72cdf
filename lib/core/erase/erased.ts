/** Of an item that was erased there is a remainder: what was promised, and how it ended, so that reports still count it. */
export const isErased = (item: object): boolean => "erasedAt" in item;
