import * as z from "zod";
import { text } from "../lists/request.js";

/** The parameters of `POST /warm-up`. */
export const warmUpRequest = z.object({
  language: text
    .optional()
    .describe(
      "The language of the code that will come, as in `POST /grade`; `python3.12` when absent.",
    ),
});
