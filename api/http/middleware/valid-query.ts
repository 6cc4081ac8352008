import { zValidator } from "@hono/zod-validator";
import type * as z from "zod";
import { refuseInvalid } from "./refuse-invalid.js";

/** Validates the parameters behind the `?`; one that was sent several times is an array. */
export function validQuery<Schema extends z.ZodType>(schema: Schema) {
  return zValidator("query", schema, refuseInvalid("query"));
}
