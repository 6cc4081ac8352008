import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { CodeLanguage } from "../service/code-language.js";

/** The language of the code that a part of the page is about: values are written as one writes them there. */
export const CodeLanguageContext = createContext<CodeLanguage>("python3.12");

export const useCodeLanguage = (): CodeLanguage => useContext(CodeLanguageContext);
