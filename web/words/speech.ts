import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { english } from "./english.js";

export type Words = typeof english;

export type Language = "en" | "ko";

/** The language of the page, with its words. */
export interface Speech {
  readonly language: Language;
  readonly words: Words;
}

export const SpeechContext = createContext<Speech | undefined>(undefined);

export const useWords = (): Words => useSpeech().words;

export const useLanguage = (): Language => useSpeech().language;

function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === undefined) throw new Error("Nobody has said in which language to speak.");
  return speech;
}
