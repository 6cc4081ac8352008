import { writtenMoment } from "../words/quantities.js";
import { useLanguage } from "../words/speech.js";

/** A moment, given in seconds since 1970. */
export function When({ seconds }: { readonly seconds: number }) {
  const written = writtenMoment(seconds, useLanguage());
  return <time dateTime={new Date(seconds * 1000).toISOString()}>{written}</time>;
}
