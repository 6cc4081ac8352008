/** What steers a terminal: all control characters but tabs and the ends of lines. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

/**
 * The text with its control characters written as JSON writes them, so that a name that somebody gave
 * themselves cannot move the cursor or hide a line. JSON means the same as before.
 */
export function harmlessText(text: string): string {
  return text.replace(
    CONTROL,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
