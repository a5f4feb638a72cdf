const attribute = ([name, value]: readonly [string, string]): string =>
  `${name}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"`;

const tag = (name: string, attributes: readonly (readonly [string, string])[], inside = ""): string =>
  `<${[name, ...attributes.map(attribute)].join(" ")}>${inside}</${name}>`;

/** What stands on a host page: the script, and the widget with a link for those without script. */
export const snippet = (origin: string, wish: Readonly<Record<string, string>>): string => {
  const page = `${origin}/book/${encodeURIComponent(wish["pack"] ?? "")}`;
  const given = Object.entries(wish).filter(([, value]) => value !== "");
  return [
    script([["src", `${origin}/booking/v1/kept-booking.js`]]),
    tag("kept-booking", given, tag("a", [["href", page]], "Book a session")),
  ].join("\n");
};

/** The script, of which the browser runs these bytes only. */
export const pinnedScript = (src: string, integrity: string): string =>
  script([
    ["src", src],
    ["integrity", integrity],
    ["crossorigin", "anonymous"],
  ]);

const script = (attributes: readonly (readonly [string, string])[]): string =>
  tag("script", [["type", "module"], ...attributes]);

/** What a host page's policy must name, and nothing wider. */
export const policyLines = (origin: string): string =>
  [`script-src 'self' ${origin};`, `connect-src 'self' ${origin};`].join("\n");
