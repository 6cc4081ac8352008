import { graderFor } from "../service/grader-for.js";
import { type PageProblem, readPageProblem } from "../service/page-problem.js";
import type { Session, User } from "../session/session.js";

/** Reads problems, each once; one that could not be read is asked for again. */
export type ReadProblem = (user: User, problemId: string) => Promise<PageProblem>;

export function problemCache(session: Session): ReadProblem {
  const problems = new Map<string, Promise<PageProblem>>();
  return (user, problemId) => {
    const known = problems.get(problemId);
    if (known !== undefined) return known;
    const asked = graderFor(session, user).getProblem(problemId).then(readPageProblem);
    problems.set(problemId, asked);
    asked.catch(() => problems.delete(problemId));
    return asked;
  };
}
