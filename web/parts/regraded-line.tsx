import type { WholeSubmission } from "../../client/create-grader-client.js";
import { writtenMoment } from "../words/quantities.js";
import { useLanguage, useWords } from "../words/speech.js";

/** That a submission was graded again, and what it had before. */
export function RegradedLine({ submission }: { readonly submission: WholeSubmission }) {
  const language = useLanguage();
  const { submissions, status, results } = useWords();
  const { regraded, totalPoints } = submission;
  if (regraded === undefined) return null;
  const { previousStatus, previousScore, regradeTime } = regraded;
  const before = [
    ...(previousStatus === null ? [] : [status[previousStatus]]),
    ...(previousScore === null ? [] : [results.score(previousScore, totalPoints !== undefined)]),
  ];
  return (
    <p class="hint regraded">
      {submissions.regraded(writtenMoment(regradeTime, language), before.join(", "))}
    </p>
  );
}
