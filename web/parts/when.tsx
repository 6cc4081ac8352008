import { useLanguage } from "../words/speech.js";

/** A moment, given in seconds since 1970. */
export function When({ seconds }: { readonly seconds: number }) {
  const language = useLanguage();
  const date = new Date(seconds * 1000);
  const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  return <time dateTime={date.toISOString()}>{format.format(date)}</time>;
}
