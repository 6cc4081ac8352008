import type { CodeLanguage } from "../service/code-language.js";
import { javascriptNotation } from "./javascript-notation.js";
import { pythonNotation } from "./python-notation.js";

type Notation = (json: string, isAnswer?: boolean) => string;

/** How the languages write the values of JSON. */
export const VALUE_NOTATIONS: Readonly<Record<CodeLanguage, Notation>> = {
  "python3.12": pythonNotation,
  javascript: javascriptNotation,
};
