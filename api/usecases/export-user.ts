import type { JsonText } from "../domain/json.js";
import type { PersonalDataStore } from "../ports.js";
import { type SubmissionChunksDeps, submissionChunks } from "./submission-chunks.js";

export interface ExportUserDeps extends SubmissionChunksDeps {
  readonly personalData: Pick<PersonalDataStore, "submissions">;
}

/**
 * All of a user's submissions, whole, the oldest first in chunks.
 *
 * @throws VisibleError StorageUnavailable
 */
export async function* exportUser(
  deps: ExportUserDeps,
  userId: string,
): AsyncGenerator<readonly JsonText[]> {
  const list = { filters: { userId }, sortOrder: "ASC" } as const;
  for await (const submissions of submissionChunks(deps, list)) {
    const ids = submissions.map(({ submissionId }) => submissionId);
    yield await deps.retry(() => deps.personalData.submissions(userId, ids));
  }
}
