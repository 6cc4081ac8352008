import * as z from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { health } from "../service/health-schema.js";
import { errorsWithoutToken } from "./error-responses.js";
import { jsonResponse } from "./json-response.js";

/** What is answered without a token. */
export const servicePaths: ZodOpenApiPathsObject = {
  "/health": {
    get: {
      operationId: "health",
      tags: ["service"],
      summary: "Says that the service is there",
      security: [],
      responses: { 200: jsonResponse("It is.", health), ...errorsWithoutToken },
    },
  },
  "/openapi.json": {
    get: {
      operationId: "openapi",
      tags: ["service"],
      summary: "Describes this API",
      security: [],
      responses: {
        200: jsonResponse("This document.", z.looseObject({ openapi: z.string() })),
        ...errorsWithoutToken,
      },
    },
  },
};
