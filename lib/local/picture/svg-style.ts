const bright = { ink: "#1c2024", quiet: "#565f69", ground: "#ffffff", line: "#7a858f" };
const dark = { ink: "#e8eaed", quiet: "#a9b1ba", ground: "#16191d", line: "#8d98a3" };

const coloured = ({ ink, quiet, ground, line }: typeof bright): string =>
  [
    `svg{background:${ground}}`,
    `text{fill:${ink}}.clause{fill:${quiet}}`,
    `.frame{fill:${ground};stroke:${ink}}.inner,.sign{stroke:${quiet}}`,
    `.way{stroke:${line}}.head{fill:${line}}.start{fill:${ink}}`,
  ].join("");

/** For a picture that stands alone, on light and on dark ground. */
export const pictureStyle = [
  "text{font:13px system-ui,sans-serif;text-anchor:middle}.clause{font-size:12px}",
  ".frame{stroke-width:1.5}.inner,.sign,.way{fill:none}.way{stroke-width:1.5}.error{stroke-dasharray:4 3}",
  coloured(bright),
  `@media(prefers-color-scheme:dark){${coloured(dark)}}`,
].join("");
