import { HISTORY_SCOPES, type HistoryScope, type View } from "./state.js";

/** What the part of the page's address behind the # names. */
export interface Address {
  readonly view: View;
  /** Undefined for the list of problems alone. */
  readonly problemId: string | undefined;
  /** Whose submissions are shown; those of the problem by oneself where it says nothing. */
  readonly scope?: HistoryScope | undefined;
  /** A submission that is shown. */
  readonly submissionId?: string | undefined;
}

/** The address of a thing, such as `#/rotate-matrix/submissions?of=all`; `#/` is the list of problems. */
export function writeAddress({ view, problemId, scope, submissionId }: Address): string {
  if (view === "problems" || problemId === undefined) return "#/";
  const parts = [problemId, ...(view === "statement" ? [] : [view]), submissionId];
  const path = parts.filter((part) => part !== undefined).map(encodeURIComponent);
  const isUsual = view !== "submissions" || scope === undefined || scope === "problem";
  return `#/${path.join("/")}${isUsual ? "" : `?of=${scope}`}`;
}

/** What an address names; undefined where it names nothing at all. */
export function readAddress(hash: string): Address | undefined {
  const path = hash.replace(/^#\/?/, "");
  if (path === "") return hash === "" ? undefined : { view: "problems", problemId: undefined };
  const { path: named, scope } = withoutScope(path);
  const [problemId = "", view, submissionId, ...others] = named.split("/").map(decoded);
  if (view === undefined) return { view: "statement", problemId };
  if (view === "code" && submissionId === undefined) return { view, problemId };
  if (view === "submissions" && others.length === 0)
    return { view, problemId, scope, submissionId };
  // There is no such problem, which is then said.
  return { view: "statement", problemId: decoded(path) };
}

function withoutScope(path: string) {
  const [named = "", written] = path.split("?of=");
  const scope = HISTORY_SCOPES.find((one) => one === written);
  return scope === undefined ? { path } : { path: named, scope };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Somebody wrote a stray % into the address.
    return text;
  }
}
