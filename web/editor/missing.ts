import { loadPart } from "../service/load-part.js";

/** What could not be loaded of an editor, which can do the rest without it. */
export interface Missing {
  readonly what: "assistance" | "search";
  readonly tryAgain: () => void;
}

/** Is told what is missing, and with undefined that it is there after all. */
export type TellMissing = (missing: Missing | undefined) => void;

/** Loads a part of an editor and puts it to use, or tells that it is missing. */
export async function loadOrTell<Part>(
  what: Missing["what"],
  load: () => Promise<Part>,
  use: (part: Part) => void,
  tell: TellMissing,
): Promise<void> {
  let part: Part;
  try {
    part = await loadPart(load);
  } catch {
    return tell({ what, tryAgain: () => void loadOrTell(what, load, use, tell) });
  }
  tell(undefined);
  use(part);
}
