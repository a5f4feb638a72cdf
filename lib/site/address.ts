/** Pages that stand for every address below their own: what follows tells the page what to show, `/book/taxdome`. */
const deep = /^(\/(?:book|desk))\/.*/;

/** The file that an address shows: `/link` and `/link/` are `link/index.html`, as CloudFront's function has it too. */
export const keyOf = (path: string): string => {
  const file = /\.[^/]*$/.test(path) ? path : `${path.replace(deep, "$1").replace(/\/$/, "")}/index.html`;
  return file.replace(/^\//, "");
};
