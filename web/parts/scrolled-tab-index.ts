/** More may not fit where a text is shown. */
const LINES = 10;
const CHARACTERS = 400;

/** Lets a text that may have to be scrolled be reached with keys, which not every browser does by itself. */
export function scrolledTabIndex(text: string): 0 | undefined {
  return text.length > CHARACTERS || text.split("\n").length > LINES ? 0 : undefined;
}
