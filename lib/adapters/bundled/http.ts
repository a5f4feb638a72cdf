/**
 * Stands in for `node:http` in bundles. An `import` of it reads all that it exports, and one of these (WebSocket) loads a
 * whole HTTP client that nobody here uses: half of an empty process's start.
 */
const http = process.getBuiltinModule("node:http");

export const { Agent, request, STATUS_CODES } = http;

// oxlint-disable-next-line import/no-default-export -- what imports the module asks for its default as well
export default http;
