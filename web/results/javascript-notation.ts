const TOKEN = /"(?:[^"\\]|\\.)*"?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[,:](?=\S)/gs;

/** The texts that stand for numbers which JSON has no form for. */
const NUMBERS: ReadonlySet<string> = new Set(['"NaN"', '"Infinity"', '"-Infinity"']);

/**
 * The text of a JSON value, maybe cut, as JavaScript writes it; its digits and line breaks stay. Of an input,
 * integers beyond those that a number holds are BigInts, as they come to the code.
 *
 * @param isAnswer whether it is what code returns or should return
 */
export function javascriptNotation(json: string, isAnswer = false): string {
  return json.replace(TOKEN, (token) => {
    if (token.startsWith('"')) return isAnswer && NUMBERS.has(token) ? token.slice(1, -1) : token;
    if (/[,:]/.test(token)) return `${token} `;
    const isBig = /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token));
    return isBig && !isAnswer ? `${token}n` : token;
  });
}
