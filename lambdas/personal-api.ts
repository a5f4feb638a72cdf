import { api } from "./shared/api.ts";
import { personal } from "./shared/personal.ts";

/** Behind staff's own door and apart from their other routes: it alone may read the whole table and delete raw mails. */
export const handler = api<"personal">(personal);
