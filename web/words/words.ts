import { loadPart } from "../service/load-part.js";
import type { Language, Words } from "./speech.js";

/** Each is a part of the script of its own: nobody reads both at once. */
const LOADERS: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import("./english.js")).english,
  ko: async () => (await import("./korean.js")).korean,
};

const loaded = new Map<Language, Words>();

export async function loadWords(language: Language): Promise<void> {
  if (!loaded.has(language)) loaded.set(language, await loadPart(LOADERS[language]));
}

/** The page's texts in a language that was loaded before. */
export function wordsIn(language: Language): Words {
  const words = loaded.get(language);
  if (words === undefined) throw new Error(`The words of ${language} are not loaded.`);
  return words;
}
