import { python } from "@codemirror/lang-python";
import type { LanguageMode } from "./language-mode.js";
import { membersOf, wordsOf } from "./word-list.js";

const KEYWORDS = `and as assert async await break case class continue def del elif else except finally for from
  global if import in is lambda match nonlocal not or pass raise return try while with yield`;

/** Of the types that nearly every solution uses. */
const METHODS = `add append appendleft clear copy count difference discard endswith extend find format get
  index insert intersection isalpha isdigit islower isupper items join keys ljust lower lstrip partition pop
  popleft remove replace reverse rfind rjust rsplit rstrip setdefault sort split splitlines startswith strip
  title union update upper values zfill`;

export const pythonMode: LanguageMode = {
  support: python(),
  indent: "    ",
  completions: [wordsOf(KEYWORDS, "keyword"), membersOf(METHODS.split(/\s+/))],
};
