const fs = process.getBuiltinModule("node:fs");

/** Stands in for `node:fs` in bundles. An `import` of it reads all that it exports, and so loads its streams and promises. */
export const { createReadStream, existsSync, fstatSync, lstatSync, readFileSync } = fs;

/** The SDK asks of a body whether it is one. */
export const ReadStream = { [Symbol.hasInstance]: (it: unknown) => it instanceof fs.ReadStream };

// oxlint-disable-next-line import/no-default-export -- what imports the module asks for its default as well
export default fs;
