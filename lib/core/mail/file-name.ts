import { visibleLine } from "./visible.ts";

const longestName = 120;
const longestEnding = 12;

/**
 * A name under which a file can be stored and shown, from the one that its sender gave it: the last step of a path, without
 * characters that a file system or a shell reads, at most 120 characters, its ending kept.
 * @param position in the mail, from 0: names the file that came without a name.
 */
export const safeFileName = (given: string | undefined, position: number): string => {
  const last =
    visibleLine((given ?? "").slice(-1_000))
      .split(/[/\\]/)
      .at(-1) ?? "";
  const name = last.replaceAll(/[<>:"|?*%$`;&]/g, "_").replace(/^[.\s-]+|[.\s]+$/g, "");
  return name === "" ? `file-${position + 1}` : shortened(isDevice(name) ? `_${name}` : name);
};

/** Windows takes these for devices, whatever ending follows. */
const isDevice = (name: string): boolean => /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name);

const shortened = (name: string): string => {
  if (name.length <= longestName) return name;
  const dot = name.lastIndexOf(".");
  const ending = dot > 0 && name.length - dot <= longestEnding ? name.slice(dot) : "";
  return `${name.slice(0, longestName - ending.length)}${ending}`.toWellFormed();
};
