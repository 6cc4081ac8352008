import { mkdir } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { listenOnLoopback } from "../lambda/loopback.js";
import { lockFolder } from "./folder-lock.js";
import { resilientDynalite } from "./resilient-dynalite.js";
import { compareWhole } from "./whole-comparison.js";

const LAST_CALLS_MS = 1000;
const LOOK_EVERY_MS = 5;

compareWhole();

/** A DynamoDB that runs until it is closed. */
export interface LocalDynamoDb {
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * Starts a DynamoDB in this process, on loopback.
 *
 * @param dataFolder where tables are kept across restarts; they live in memory without it
 * @throws FolderInUse when another server keeps its tables there
 */
export async function startDynamoDb(dataFolder?: string): Promise<LocalDynamoDb> {
  // Two stores on one folder would destroy it, so the lock comes first.
  const unlock = dataFolder === undefined ? async () => {} : await lockFolder(dataFolder);
  const path = dataFolder === undefined ? undefined : join(dataFolder, "dynamodb");
  if (path !== undefined) await mkdir(path, { recursive: true });
  const server = resilientDynalite({
    ...(path === undefined ? {} : { path }),
    createTableMs: 0,
    updateTableMs: 0,
    deleteTableMs: 0,
  });
  const unanswered = new Set<ServerResponse>();
  server.on("request", (_request, response) => {
    unanswered.add(response);
    const end = response.end.bind(response);
    // Called even when the client has gone, which no event tells.
    response.end = (...args: never[]) => {
      unanswered.delete(response);
      return end(...args);
    };
  });
  const port = await listenOnLoopback(server);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async close() {
      // What still reads or writes when the store closes throws where nobody can catch it.
      const until = performance.now() + LAST_CALLS_MS;
      while (unanswered.size > 0 && performance.now() < until) await delay(LOOK_EVERY_MS);
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await unlock();
    },
  };
}
