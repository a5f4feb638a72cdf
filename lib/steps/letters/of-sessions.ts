export { dispatch } from "../dispatch.ts";
export { previewLetters } from "../preview-letters.ts";
export { writeOffer } from "../waiting/write-offer.ts";
