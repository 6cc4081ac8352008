import type { OutdatedSubmission } from "../../api/domain/regrade.js";
import type { RegradeOutcome } from "../../api/usecases/regrade-submission.js";

/** A submission with another verdict than before. */
export interface VerdictChange {
  readonly submissionId: string;
  readonly userId: string | null;
  readonly author: string | null;
  readonly from: { readonly status: string | null; readonly score: number | null };
  readonly to: { readonly status: string; readonly score: number };
}

/** Counts what became of submissions that were graded again. */
export class RegradeTally {
  readonly changes: VerdictChange[] = [];
  /** Those that keep their verdict, and why. */
  readonly kept: { readonly submissionId: string; readonly reason: string }[] = [];
  gradedCount = 0;
  storedCount = 0;
  overtakenCount = 0;

  get endedCount(): number {
    return this.gradedCount + this.overtakenCount + this.kept.length;
  }

  /** Takes one more, and answers with what changed about it. */
  add(submission: OutdatedSubmission, outcome: RegradeOutcome): VerdictChange | undefined {
    switch (outcome.kind) {
      case "overtaken":
        this.overtakenCount += 1;
        return undefined;
      case "kept":
      case "ungradable":
        this.kept.push({ submissionId: submission.submissionId, reason: outcome.reason });
        return undefined;
      case "stored":
      case "graded": {
        this.gradedCount += 1;
        if (outcome.kind === "stored") this.storedCount += 1;
        const change = changeOf(outcome);
        if (change !== undefined) this.changes.push(change);
        return change;
      }
    }
  }
}

function changeOf({
  read,
  grading,
}: Extract<RegradeOutcome, { kind: "graded" | "stored" }>): VerdictChange | undefined {
  if (read.status === grading.status && read.score === grading.score) return undefined;
  return {
    submissionId: read.submissionId,
    userId: read.userId,
    author: read.author,
    from: { status: read.status, score: read.score },
    to: { status: grading.status, score: grading.score },
  };
}
