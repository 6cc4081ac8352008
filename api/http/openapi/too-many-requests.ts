import * as z from "zod";
import type { ZodOpenApiResponseObject } from "zod-openapi";
import { errorBody } from "../error-body-schema.js";

const CODE = "TooManyRequests";

/** What a web ACL in front of the service answers, which has no name for the request. */
export const tooManyRequests: ZodOpenApiResponseObject = {
  id: CODE,
  description: `\`${CODE}\`: Wait \`Retry-After\` seconds. Where the stack has a web ACL, it is the one that answers.`,
  headers: z.object({
    "X-Amzn-ErrorType": z.literal(CODE).meta({ header: { description: "The `code`." } }),
    "Retry-After": z
      .string()
      .regex(/^\d+$/)
      .meta({ header: { description: "Seconds." } }),
  }),
  content: {
    "application/json": {
      schema: errorBody.extend({
        code: z.literal(CODE),
        requestId: errorBody.shape.requestId.optional(),
      }),
      examples: {
        [CODE]: {
          value: {
            error: "Too many requests from your address; please try again in a few minutes.",
            code: CODE,
          },
        },
      },
    },
  },
};
