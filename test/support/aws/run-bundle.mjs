// Loads the built function as Lambda does and hands it the event of standard input.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { invoke } from "./runtime-client.mjs";

const { event, remainingMs, responseUrl } = JSON.parse(readFileSync(0, "utf8"));
const { handler } = createRequire(import.meta.url)(process.argv[2]);
const context = { awsRequestId: "request-1", getRemainingTimeInMillis: () => remainingMs };
await invoke(handler, event, context, responseUrl);
process.exit(0);
