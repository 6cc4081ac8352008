import dynalite from "dynalite";
import storage, { type DynaliteStore } from "dynalite/db/index.js";

/**
 * dynalite, but a disk that is full or fails is answered as DynamoDB answers its own faults (500); dynalite
 * alone throws where nobody can catch it.
 */
export function resilientDynalite(...[options]: Parameters<typeof dynalite>) {
  const { create } = storage;
  storage.create = (storeOptions) => answeringFaults(create(storeOptions));
  try {
    return dynalite(options);
  } finally {
    storage.create = create;
  }
}

/**
 * After a write that failed it takes no more: LevelDB's log is torn at that place, and what were written
 * behind it could be gone at the next start, which reads that log.
 */
function answeringFaults(store: DynaliteStore): DynaliteStore {
  const { db } = store;
  let writeFault: Error | undefined;
  for (const name of ["put", "del", "batch"] as const) {
    const write = db[name];
    db[name] = (...args) => {
      const answer = args.at(-1);
      if (!isCallback(answer)) return write(...args);
      if (writeFault !== undefined) return setImmediate(answer, writeFault);
      return write(...args.slice(0, -1), (error: StoreError | null) => {
        if (error) writeFault ??= internalServerError(error, WRITE_FAULT);
        answer(writeFault);
      });
    };
  }
  const { get } = db;
  db.get = (key, answer) => {
    if (!isCallback(answer)) return get(key, answer);
    return get(key, (error: StoreError | null, value: unknown) => {
      answer(error && error.code !== "LEVEL_NOT_FOUND" ? internalServerError(error) : error, value);
    });
  };
  for (const name of ["createKeyStream", "createValueStream"] as const) {
    const read = db[name];
    db[name] = (options) => read(options).on("error", (error) => internalServerError(error));
  }
  return store;
}

type StoreError = Error & { readonly code?: string };
type Callback = (error?: Error | null, value?: unknown) => void;

/** There is none when the store calls itself, about what was asked before it was open. */
function isCallback(argument: unknown): argument is Callback {
  return typeof argument === "function";
}

const WRITE_FAULT = "The disk is full or fails; nothing more is stored until a new start";

/** Gives the error what makes dynalite an answer of it. */
function internalServerError(error: Error, sentence = "The disk fails"): Error {
  const body = {
    __type: "com.amazonaws.dynamodb.v20120810#InternalServerError",
    message: `${sentence}. (${error.message})`,
  };
  return Object.assign(error, { statusCode: 500, body });
}
