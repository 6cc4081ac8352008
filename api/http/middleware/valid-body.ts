import { zValidator } from "@hono/zod-validator";
import type * as z from "zod";
import { refuseInvalid } from "./refuse-invalid.js";

/** Validates the JSON body. */
export function validBody<Schema extends z.ZodType>(schema: Schema) {
  return zValidator("json", schema, refuseInvalid("body"));
}
