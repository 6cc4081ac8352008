import * as z from "zod";
import type { ZodOpenApiResponseObject } from "zod-openapi";
import { requestIdHeader } from "./request-id-header.js";

/** The header by which a browser asks whether what it has kept still holds. */
export const etagHeader = {
  ETag: z.string().meta({
    header: { id: "ETag", description: "Sent again as `If-None-Match`, it saves the body." },
  }),
};

/** The response to who has the answer already. */
export const notModified: ZodOpenApiResponseObject = {
  id: "NotModified",
  description: "What `If-None-Match` names still holds.",
  headers: z.object({ ...requestIdHeader, ...etagHeader }),
};
