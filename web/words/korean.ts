import { classroom } from "./korean/classroom.js";
import { editor } from "./korean/editor.js";
import { faults } from "./korean/faults.js";
import { frame } from "./korean/frame.js";
import { problems } from "./korean/problems.js";
import { results } from "./korean/results.js";
import { run } from "./korean/run.js";
import { signIn } from "./korean/sign-in.js";
import { submissions } from "./korean/submissions.js";
import { verdicts } from "./korean/verdicts.js";
import type { Words } from "./speech.js";

export const korean: Words = {
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
