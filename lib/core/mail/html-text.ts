import { withoutEntities } from "./entities.ts";

/** What stands between these is for programs. */
const unread = new Set(["script", "style", "title", "template"]);
/** They begin a line of their own, and end it. */
const block = new Set("p div li ul ol tr table blockquote pre hr section article header footer".split(" "));
const heading = /^h[1-6]$/;

interface Page {
  readonly lines: string[];
  line: string;
  /** How many quotations the line stands in. */
  quoted: number;
  /** Elements whose end was looked for and is nowhere: looked for each time, a hostile page would take minutes. */
  readonly endless: Set<string>;
}

/**
 * What people read of an HTML page, as lines: no tags, scripts or styles, cells of a row divided by tabs, quotations behind
 * `>`. Takes time in proportion to the length, whatever is in it.
 */
export const htmlText = (html: string): string => {
  const page: Page = { lines: [], line: "", quoted: 0, endless: new Set() };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    page.line += written(html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    at = afterTag(html, open, page);
  }
  endLine(page);
  return page.lines
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
};

const written = (text: string): string => withoutEntities(text.replaceAll(/[ \t\r\n]+/g, " "));

/** @returns where to read on. */
const afterTag = (html: string, open: number, page: Page): number => {
  if (html.startsWith("<!--", open)) return afterComment(html, open, page);
  const name = /^<(\/?)([a-z][a-z0-9]{0,20})/i.exec(html.slice(open, open + 24));
  if (name === null && !/^<[!?/]/.test(html.slice(open, open + 2))) {
    page.line += "<";
    return open + 1;
  }
  const close = html.indexOf(">", open);
  if (close < 0) return html.length;
  const [, slash = "", tag = ""] = name ?? [];
  return takeTag(tag.toLowerCase(), slash === "", page)
    ? afterElement(html, close + 1, tag, page)
    : close + 1;
};

const afterComment = (html: string, open: number, page: Page): number => {
  const end = page.endless.has("-->") ? -1 : html.indexOf("-->", open + 4);
  if (end >= 0) return end + 3;
  page.endless.add("-->");
  return open + 4;
};

/** @returns whether what follows, up to the end of the element, is not for people. */
const takeTag = (tag: string, opens: boolean, page: Page): boolean => {
  if (tag === "br") endLine(page);
  if ((tag === "td" || tag === "th") && !opens) page.line += "\t";
  if (block.has(tag) || heading.test(tag)) startLine(page, tag, opens);
  return opens && unread.has(tag);
};

const startLine = (page: Page, tag: string, opens: boolean): void => {
  if (page.line.trim() !== "") endLine(page);
  if (!opens && (tag === "p" || heading.test(tag))) endLine(page);
  if (opens && tag === "li") page.line = "- ";
  if (tag === "blockquote") page.quoted = Math.min(5, Math.max(0, page.quoted + (opens ? 1 : -1)));
};

const endLine = (page: Page): void => {
  const text = page.line.replace(/^ +/, "").trimEnd();
  page.lines.push(page.quoted > 0 ? `${">".repeat(page.quoted)} ${text}` : text);
  page.line = "";
};

const afterElement = (html: string, from: number, tag: string, page: Page): number => {
  const end = new RegExp(`</${tag}`, "gi");
  end.lastIndex = from;
  const found = page.endless.has(tag) ? null : end.exec(html);
  if (found !== null) return found.index;
  page.endless.add(tag);
  return from;
};
