import type { View } from "./state.js";

/** What the part of the page's address behind the # names. */
export interface Address {
  readonly view: View;
  /** Undefined for the list of problems alone. */
  readonly problemId: string | undefined;
  /** A submission that is shown. */
  readonly submissionId?: string | undefined;
}

/** The address of a thing, such as `#/rotate-matrix/submissions`; `#/` is the list of problems. */
export function writeAddress({ view, problemId, submissionId }: Address): string {
  if (view === "problems" || problemId === undefined) return "#/";
  const parts = [problemId, ...(view === "statement" ? [] : [view]), submissionId];
  return `#/${parts
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join("/")}`;
}

/** What an address names; undefined where it names nothing at all. */
export function readAddress(hash: string): Address | undefined {
  const path = hash.replace(/^#\/?/, "");
  if (path === "") return hash === "" ? undefined : { view: "problems", problemId: undefined };
  const [problemId = "", view, submissionId, ...others] = path.split("/").map(decoded);
  if (view === undefined) return { view: "statement", problemId };
  if (view === "code" && submissionId === undefined) return { view, problemId };
  if (view === "submissions" && others.length === 0) return { view, problemId, submissionId };
  // There is no such problem, which is then said.
  return { view: "statement", problemId: decoded(path) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Somebody wrote a stray % into the address.
    return text;
  }
}
