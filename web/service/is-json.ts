export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // The one way to ask JSON.parse.
    return false;
  }
}
