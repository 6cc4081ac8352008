import * as z from "zod";
import type { ErrorCode } from "../domain/errors.js";
import { ERROR_STATUS } from "./error-status.js";
import { gradeResponse } from "./grade/grade-response-schema.js";

/** What every error says. */
export const errorBody = z.object({
  error: z.string().min(1).describe("A sentence for a person."),
  code: z.enum(Object.keys(ERROR_STATUS) as ErrorCode[]).describe("For a program."),
  requestId: z.string().min(1).describe("Names the request in the service's log."),
});

export type ErrorBody = z.infer<typeof errorBody>;

/** The caller is not known. */
export const unauthorizedBody = errorBody.extend({
  code: z.enum(["Unauthorized", "MissingIdentity"]),
  message: z.string(),
});

/** The verdict is there, but it could not be stored. */
export const notSavedBody = errorBody.extend({
  code: z.literal("SubmissionNotSaved"),
  result: gradeResponse,
});
