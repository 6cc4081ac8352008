const PREFIX = "edge-grader/";

/** What the browser has kept under this name across reloads. */
export function readKept(name: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + name) ?? undefined;
  } catch {
    // A browser may be told to keep nothing; the page works all the same.
    return undefined;
  }
}

/**
 * Keeps a text, or forgets it when it is undefined.
 *
 * @returns whether the browser could
 */
export function keep(name: string, text: string | undefined): boolean {
  try {
    if (text === undefined) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, text);
    return true;
  } catch {
    // As above, or its space is used up.
    return false;
  }
}
