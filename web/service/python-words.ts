/** Words of Python that a statement may use, which mean something else to whoever writes another language. */
const PATTERNS = {
  dictionary: /\bdict(?:ionar(?:y|ies)|s)?\b|딕셔너리/i,
  list: /\blists?\b|리스트/i,
  tuple: /\btuples?\b|튜플/i,
  none: /\bNone\b/,
  booleans: /\b(?:True|False)\b/,
} as const;

export type PythonWord = keyof typeof PATTERNS;

/** Those that stand in a statement. */
export function pythonWordsIn(statement: string): readonly PythonWord[] {
  const words = Object.keys(PATTERNS) as PythonWord[];
  return words.filter((word) => PATTERNS[word].test(statement));
}
