/** At once: each of them costs a read. */
const together = 25;

/** Reads each, some at a time; those that are gone are left out. */
export const readAll = async <Id, Head>(
  ids: readonly Id[],
  read: (id: Id) => Promise<Head | undefined>,
): Promise<Head[]> => {
  const heads: Head[] = [];
  for (let at = 0; at < ids.length; at += together) {
    const some = await Promise.all(ids.slice(at, at + together).map(read));
    heads.push(...some.filter((head) => head !== undefined));
  }
  return heads;
};
