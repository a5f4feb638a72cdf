import { api } from "./shared/api.ts";
import { staffRoutes } from "./shared/staff-routes.ts";

/** What staff may ask and do, each within the company that their token names. */
export const handler = api<"staff">(staffRoutes);
