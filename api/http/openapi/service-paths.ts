import * as z from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { health } from "../service/health-schema.js";
import { warmUpRequest } from "../service/request.js";
import { errorsWithoutToken, errorsWithToken } from "./error-responses.js";
import { jsonResponse } from "./json-response.js";
import { requestIdHeader } from "./request-id-header.js";

/** What is about the service itself. */
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
  "/warm-up": {
    post: {
      operationId: "warmUp",
      tags: ["service"],
      summary: "Has an executor made ready for the caller",
      description: `For a page on which a problem was just opened: then the first run is as quick as the others. It takes no body
and is answered within a second, also where no executor could be had.`,
      security: [{ idToken: [] }],
      requestParams: { query: warmUpRequest },
      responses: {
        204: {
          description: "It is ready, or as ready as it can be.",
          headers: z.object(requestIdHeader),
        },
        ...errorsWithToken(["InvalidInput"]),
      },
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
