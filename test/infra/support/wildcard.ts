/** Whether the whole text is as the pattern says, `*` being any characters and `?` any one. */
export function hasWildcardMatch(pattern: string, text: string): boolean {
  const literal = pattern.replace(/[\\^$.|+()[\]{}]/g, "\\$&");
  const expression = literal.replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${expression}$`, "s").test(text);
}
