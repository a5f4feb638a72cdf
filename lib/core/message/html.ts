import type { Language } from "#core/policy/vocabulary.ts";
import { escapeHtml } from "./escape.ts";
import type { Button, Letter, Row } from "./letter.ts";
import { asHtml, type Phrase } from "./phrase.ts";
import type { Written } from "./written.ts";

/** Inline, because many mail programs drop style sheets; the sheet holds only what other screens change. */
const style = {
  page: "margin:0;padding:0;background-color:#f3f4f6",
  card: "max-width:36rem;background-color:#ffffff;border-radius:8px",
  cell: "padding:28px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;font-size:16px;line-height:1.5;color:#1f2937;overflow-wrap:anywhere;word-break:break-word",
  paragraph: "margin:0 0 16px",
  rows: "margin:0 0 20px;border-collapse:collapse",
  label:
    "padding:4px 16px 4px 0;text-align:start;vertical-align:top;font-weight:400;color:#4b5563;overflow-wrap:normal;word-break:normal",
  value: "padding:4px 0;vertical-align:top;font-weight:600",
  former: "padding:4px 0;vertical-align:top;font-weight:400",
  heading: "margin:0 0 8px;font-size:16px;font-weight:600",
  written: "margin:0 0 20px;padding:0 0 0 16px;border-left:3px solid #7a858f",
  button:
    "display:inline-block;margin:0 8px 8px 0;padding:12px 20px;border:1px solid #0b57a4;border-radius:6px;font-weight:600;text-decoration:none",
  first: "background-color:#0b57a4;color:#ffffff",
  other: "background-color:#ffffff;color:#0b57a4",
  footer: "margin:16px 0 0;font-size:14px;color:#4b5563",
} as const;

const dark = `@media (prefers-color-scheme: dark) {
.page { background-color: #111418 !important; }
.card, .other { background-color: #1c2127 !important; }
.cell { color: #e8eaed !important; }
.label, .footer { color: #b4bac2 !important; }
.link, .other { color: #8ec1f7 !important; border-color: #8ec1f7 !important; }
.first { background-color: #8ec1f7 !important; border-color: #8ec1f7 !important; color: #10161d !important; }
}`;

/** Two columns leave a long name no room: there, each label stands above its value. */
const narrow = `@media (max-width: 480px) {
.cell { padding: 20px !important; }
.label, .value { display: block; }
.label { padding: 4px 0 0 !important; }
.value { padding: 0 0 4px !important; }
}`;

/** The one layout of every mail. It loads nothing, so it looks the same where images are off. */
export const htmlPart = (letter: Letter, language: Language): string => `<!doctype html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(letter.subject)}</title>
<style>
:root { color-scheme: light dark; }
${dark}
${narrow}
</style>
</head>
<body class="page" style="${style.page}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" style="${style.card}">
<tr><td class="cell" align="left" style="${style.cell}">
${body(letter)}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;

const body = (letter: Letter): string =>
  [
    paragraph(letter.greeting),
    paragraph(letter.lead),
    rows(letter.rows),
    ...(letter.written ?? []).map(passage),
    ...letter.paragraphs.map(paragraph),
    ...buttons(letter.buttons),
    `<p class="footer" style="${style.footer}">${asHtml(letter.footer)}</p>`,
  ].join("\n");

const paragraph = (said: Phrase): string => `<p style="${style.paragraph}">${asHtml(said)}</p>`;

/** Each paragraph runs as its own letters do. */
const passage = ({ heading, paragraphs }: Written): string => {
  const said = paragraphs.map(
    (lines) => `<p dir="auto" style="${style.paragraph}">${lines.map(escapeHtml).join("<br>\n")}</p>`,
  );
  return (
    `<h2 style="${style.heading}">${escapeHtml(heading)}</h2>\n` +
    `<blockquote style="${style.written}">${said.join("\n")}</blockquote>`
  );
};

const rows = (all: readonly Row[]): string =>
  all.length === 0
    ? ""
    : `<table cellpadding="0" cellspacing="0" border="0" style="${style.rows}">\n${all.map(row).join("\n")}\n</table>`;

const row = ({ label, value, former }: Row): string =>
  `<tr><th scope="row" class="label" align="left" style="${style.label}">${escapeHtml(label)}</th>` +
  `<td class="value" style="${former ? style.former : style.value}">${asHtml(value)}</td></tr>`;

const buttons = (all: readonly Button[]): string[] =>
  all.length === 0 ? [] : [`<p style="margin:20px 0 8px">${all.map(button).join("\n")}</p>`];

const button = ({ label, url }: Button, place: number): string => {
  const rank = place === 0 ? "first" : "other";
  return `<a class="${rank}" href="${escapeHtml(url)}" style="${style.button};${style[rank]}">${escapeHtml(label)}</a>`;
};
