/** Stands in for `node:process` in bundles. An `import` of it reads all that it exports, and so opens each standard stream. */
export const { env, versions } = process;
