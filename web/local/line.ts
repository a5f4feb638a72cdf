import { button, element } from "../element.ts";

export interface Line {
  readonly first: string;
  readonly second: string;
  readonly chosen: boolean;
}

/** An entry of a list that opens something. */
export const line = ({ first, second, chosen }: Line, open: () => void): HTMLElement => {
  const press = button("", open, { "aria-current": String(chosen) });
  press.append(element("span", {}, first), element("span", { class: "quiet" }, second));
  return element("li", {}, press);
};

/** Names with what they stand for. */
export const pairs = (rows: readonly (readonly [name: string, value: string | Node])[]): HTMLElement =>
  element(
    "dl",
    {},
    ...rows.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value))),
  );
