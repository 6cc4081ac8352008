import * as z from "zod";
import { REASONS, STATUSES } from "../domain/verdict.js";

/** What came of a case, or of a whole submission. */
export const status = z.enum(STATUSES).meta({
  id: "Status",
  description:
    "What came of a case, or of a whole submission; `INTERNAL_ERROR` is no fault of its author.",
});

/** Why a case has its status. */
export const reason = z.enum(REASONS).meta({
  id: "Reason",
  description: "Why a case has its status, where that alone does not say it.",
});

export type Status = z.infer<typeof status>;
export type Reason = z.infer<typeof reason>;
