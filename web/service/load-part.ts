import { GraderError } from "../../client/create-grader-client.js";

const PAUSE_MS = 500;

/**
 * Loads a part of the script that comes later than the rest; what fails once is tried again.
 *
 * @throws GraderError with `PartNotLoaded`
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  try {
    return await load();
  } catch (cause) {
    const sentence = "A part of the page could not be loaded.";
    throw new GraderError(sentence, { code: "PartNotLoaded", status: 0, cause });
  }
}
