const zlib = () => process.getBuiltinModule("node:zlib");

/** Stands in for `node:zlib` in bundles: those who import it hardly ever use it, and it is not loaded before they do. */
export const crc32: ReturnType<typeof zlib>["crc32"] = (...given) => zlib().crc32(...given);

const createUnzip: ReturnType<typeof zlib>["createUnzip"] = (...given) => zlib().createUnzip(...given);

// oxlint-disable-next-line import/no-default-export -- what imports the module asks for its default as well
export default { createUnzip };
