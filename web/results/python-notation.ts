const TOKEN = /"(?:[^"\\]|\\.)*"?|\b(?:null|true|false)\b|[,:](?=\S)/gs;

const WORDS: Readonly<Record<string, string>> = { null: "None", true: "True", false: "False" };

/** The texts that stand for floats which JSON has no form for. */
const FLOATS: Readonly<Record<string, string>> = {
  '"NaN"': "nan",
  '"Infinity"': "inf",
  '"-Infinity"': "-inf",
};

/**
 * The text of a JSON value, maybe cut, as Python writes it; its digits and line breaks stay.
 *
 * @param hasFloatTexts whether the texts of NaN and the infinities stand for those floats, as in answers
 */
export function pythonNotation(json: string, hasFloatTexts = false): string {
  return json.replace(TOKEN, (token) => {
    if (token.startsWith('"')) return (hasFloatTexts && FLOATS[token]) || token;
    return WORDS[token] ?? `${token} `;
  });
}
