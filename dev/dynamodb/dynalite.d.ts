declare module "dynalite" {
  import type { Server } from "node:http";

  export interface DynaliteOptions {
    /** Folder of the LevelDB store; in memory without it. */
    path?: string;
    createTableMs?: number;
    deleteTableMs?: number;
    updateTableMs?: number;
  }

  export default function dynalite(options?: DynaliteOptions): Server;
}

declare module "dynalite/db/index.js" {
  import type { Readable } from "node:stream";
  import type { DynaliteOptions } from "dynalite";

  /** The last argument is the callback, which the store leaves out when it calls itself. */
  type Operation = (...args: unknown[]) => unknown;

  export interface DynaliteStore {
    readonly db: {
      put: Operation;
      del: Operation;
      batch: Operation;
      get: Operation;
      createKeyStream(options: unknown): Readable;
      createValueStream(options: unknown): Readable;
    };
  }

  const storage: { create(options?: DynaliteOptions): DynaliteStore };
  export default storage;
}
