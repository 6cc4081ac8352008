import * as z from "zod";
import { isKey, MAX_KEY_BYTES } from "../../domain/key.js";
import { areListable } from "../../domain/submission-list.js";
import { pageRequest, text } from "../lists/request.js";

const filter = text.refine(isKey, `is longer than ${MAX_KEY_BYTES} bytes of UTF-8`).optional();

/** The parameters of `GET /submissions`. */
export const submissionsRequest = z
  .object({
    userId: filter,
    author: filter,
    problemId: filter,
    problemTitle: filter,
    problemTitleTranslated: filter,
    ...pageRequest.shape,
  })
  .refine(
    areListable,
    "only problemId can be combined with another filter, and only with userId or author",
  );
