import type { Words } from "../words/speech.js";
import { openProblem, type State } from "./state.js";

const SITE = "Edge Grader";

/** What the browser calls the view, in its tabs and its history. */
export function writtenTitle(state: State, { views }: Words): string {
  if (state.view === "problems") return `${views.problems} · ${SITE}`;
  const title = openProblem(state)?.title[state.language];
  if (title === undefined) return SITE;
  const view = state.view === "submissions" ? [views.submissions] : [];
  return [title, ...view, SITE].join(" · ");
}
