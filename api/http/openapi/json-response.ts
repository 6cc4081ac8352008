import * as z from "zod";
import type { ZodOpenApiResponseObject } from "zod-openapi";
import { type Exchanges, namedExamples } from "./named-examples.js";
import { requestIdHeader } from "./request-id-header.js";

/** The response to a request that went well. */
export function jsonResponse(
  description: string,
  schema: z.ZodType,
  exchanges: Exchanges<"response"> = {},
  ownHeaders: Readonly<Record<string, z.ZodType>> = {},
): ZodOpenApiResponseObject {
  const examples = namedExamples(exchanges, "response");
  return {
    description,
    headers: z.object({ ...requestIdHeader, ...ownHeaders }),
    content: {
      "application/json": { schema, ...(Object.keys(examples).length > 0 && { examples }) },
    },
  };
}
