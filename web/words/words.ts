import { english } from "./english.js";
import { korean } from "./korean.js";

/** The page's texts in each of its languages. */
export const WORDS = { en: english, ko: korean };
