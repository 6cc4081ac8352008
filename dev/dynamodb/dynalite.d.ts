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

  export type Attributes = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

  /** A path, a value such as `{"N": "1"}`, or a function of such. */
  export type Operand = readonly (string | number)[] | Readonly<Record<string, unknown>>;

  export interface Condition {
    readonly type: string;
    readonly args: readonly (Condition | Operand)[];
  }

  export interface ConditionalRequest {
    readonly _condition?: { readonly expression: Condition };
  }

  const storage: {
    create(options?: DynaliteOptions): DynaliteStore;
    /** Gives the error that the request is answered with where its condition does not hold. */
    checkConditional(request: ConditionalRequest, item: Attributes | undefined): unknown;
    mapPath(path: readonly (string | number)[], item: Attributes): unknown;
  };
  export default storage;
}
