import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { closeGracefully, listenOnLoopback } from "./lambda/loopback.js";

export interface Listener {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves requests on loopback; port 0 takes any free one. Rejects with EADDRINUSE on a taken one. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<Listener> {
  const server = createAdaptorServer({ fetch, hostname: "127.0.0.1" }) as Server;
  const url = `http://127.0.0.1:${await listenOnLoopback(server, port)}`;
  return { url, close: () => closeGracefully(server) };
}
