interface Drawn {
  readonly print: string;
  readonly made: HTMLElement;
}

export interface Listing<Item> {
  readonly keyOf: (item: Item) => string;
  readonly draw: (item: Item) => HTMLElement;
}

/** Draws a list so that whoever stands on an entry stays there, however often the list is drawn anew. */
export const keyedList = <Item>(list: HTMLElement, { keyOf, draw }: Listing<Item>) => {
  let before = new Map<string, Drawn>();
  const drawn = (item: Item): Drawn => {
    const print = JSON.stringify(item);
    const old = before.get(keyOf(item));
    return old?.print === print ? old : { print, made: draw(item) };
  };
  return (items: readonly Item[]): void => {
    const after = new Map(items.map((item) => [keyOf(item), drawn(item)]));
    const here = [...before].find(([, { made }]) => made.contains(document.activeElement))?.[0];
    const made = [...after.values()].map((each) => each.made);
    const same = made.length === list.children.length && made.every((each, at) => list.children[at] === each);
    before = after;
    if (same) return;
    list.replaceChildren(...made);
    if (here !== undefined) after.get(here)?.made.querySelector("button")?.focus({ preventScroll: true });
  };
};
