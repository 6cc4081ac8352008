import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { english } from "./english.js";

export type Words = typeof english;

export type Language = "en" | "ko";

/** The language of the page, with its words. */
export interface Speech {
  readonly language: Language;
  readonly words: Words;
}

export const SpeechContext = createContext<Speech>({ language: "en", words: english });

export const useWords = (): Words => useContext(SpeechContext).words;

export const useLanguage = (): Language => useContext(SpeechContext).language;
