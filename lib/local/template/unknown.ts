import { CannotStart } from "../cannot-start.ts";

/** The template uses something that we cannot resolve where it has to be. */
export const unknownHere = (place: string, what: string): CannotStart =>
  new CannotStart(`The template uses ${what} at ${place}, which the local world does not know.`);
