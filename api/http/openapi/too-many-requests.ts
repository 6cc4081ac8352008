import * as z from "zod";
import type { ZodOpenApiResponseObject } from "zod-openapi";
import { errorBody } from "../error-body-schema.js";
import { ERROR_MEANINGS } from "./error-meanings.js";
import { requestIdHeader } from "./request-id-header.js";

const CODE = "TooManyRequests";

/** What the service answers, or a web ACL in front of it, which has no name for the request. */
export const tooManyRequests: ZodOpenApiResponseObject = {
  id: CODE,
  description: `\`${CODE}\`: Wait \`Retry-After\` seconds. ${ERROR_MEANINGS[CODE]} A web ACL in front of the service answers so too, without \`requestId\`.`,
  headers: z.object({
    "X-Request-Id": requestIdHeader["X-Request-Id"].optional(),
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
            error: "Too many requests in a short time; please try again in a few minutes.",
            code: CODE,
          },
        },
      },
    },
  },
};
