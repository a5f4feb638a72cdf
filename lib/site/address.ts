/** The file that an address shows: `/link` and `/link/` are `link/index.html`, as CloudFront's function has it too. */
export const keyOf = (path: string): string => {
  const key = path.replace(/^\/|\/$/g, "");
  return /\.[^/]*$/.test(key) ? key : `${key}/index.html`.replace(/^\//, "");
};
