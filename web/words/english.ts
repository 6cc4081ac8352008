import { classroom } from "./english/classroom.js";
import { editor } from "./english/editor.js";
import { faults } from "./english/faults.js";
import { frame } from "./english/frame.js";
import { problems } from "./english/problems.js";
import { results } from "./english/results.js";
import { run } from "./english/run.js";
import { signIn } from "./english/sign-in.js";
import { submissions } from "./english/submissions.js";
import { verdicts } from "./english/verdicts.js";

/** Every text of the page that is not a problem's or the service's own. */
export const english = {
  ...frame,
  signIn,
  problems,
  editor,
  run,
  results,
  ...verdicts,
  submissions,
  classroom,
  faults,
};
