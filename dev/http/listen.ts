import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { closeGracefully, listenOnLoopback } from "../lambda/loopback.js";
import { PARSER_LIMITS, type ParserLimits } from "./parser-limits.js";

export interface Listener {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves requests on loopback; port 0 takes any free one. Rejects with EADDRINUSE on a taken one. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
  { maxHeadersCount, socketTimeout, ...serverOptions }: ParserLimits = PARSER_LIMITS,
): Promise<Listener> {
  const server = createAdaptorServer({ fetch, hostname: "127.0.0.1", serverOptions }) as Server;
  server.maxHeadersCount = maxHeadersCount;
  server.timeout = socketTimeout;
  const url = `http://127.0.0.1:${await listenOnLoopback(server, port)}`;
  return { url, close: () => closeGracefully(server) };
}
