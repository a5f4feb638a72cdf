import { calendar } from "./style/calendar.ts";
import { form } from "./style/form.ts";
import { theme } from "./style/theme.ts";

/** Adopted as sheets, which a strict content security policy allows. */
export const style = [theme, form, calendar];
