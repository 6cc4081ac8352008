/** How often each file could not be loaded. */
const failures = new Map<string, number>();

/**
 * Stands in the place of every `import()` of the bundle. What could not be loaded once, Firefox and Safari
 * take for lost as long as the page is open: from then on it is asked for under another name.
 */
async function importPart(path: string): Promise<unknown> {
  const failed = failures.get(path) ?? 0;
  try {
    return await import(failed === 0 ? path : `${path}?${failed}`);
  } catch (error) {
    failures.set(path, failed + 1);
    throw error;
  }
}

Object.assign(globalThis, { importPart });
