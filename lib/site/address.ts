/** The file that an address shows: `/link` and `/link/` are `link/index.html`, as CloudFront's function has it too. */
export const keyOf = (path: string): string => {
  const file = /\.[^/]*$/.test(path) ? path : `${path.replace(/\/$/, "")}/index.html`;
  return file.replace(/^\//, "");
};
