type Attributes = Readonly<Record<string, string | boolean>>;

/** Makes an element. Text goes in as text, so nothing that a customer wrote can become markup. */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== false) made.setAttribute(attribute, value === true ? "" : value);
  made.append(...children);
  return made;
};

/** A button that does nothing but call `press`. */
export const button = (
  label: string,
  press: () => unknown,
  attributes: Attributes = {},
): HTMLButtonElement => {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", () => void press());
  return made;
};
