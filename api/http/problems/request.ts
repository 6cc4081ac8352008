import { pageRequest } from "../lists/request.js";

/** The parameters of `GET /problems`. */
export const problemsRequest = pageRequest.extend({
  lastEvaluatedKey: pageRequest.shape.lastEvaluatedKey.describe(
    "The one of the page before, with the same order.",
  ),
});
