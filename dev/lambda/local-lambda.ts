import type { Environment } from "./environment.js";
import { EnvironmentPool } from "./environment-pool.js";
import { createInvokeApi } from "./invoke-api.js";
import { closeGracefully, listenOnLoopback } from "./loopback.js";
import { requireTenantId } from "./tenant-id.js";

// Lambda gives an environment ten seconds to load.
const INIT_TIMEOUT_MS = 10_000;

export interface LocalLambdaOptions {
  functionName: string;
  /** The interpreter's path. */
  python: string;
  /** The folder that holds the handler's module. */
  taskRoot: string;
  handler?: string;
  timeoutMs: number;
  initTimeoutMs?: number;
  maxConcurrency: number;
  /** On: every invocation needs a tenant id, and no environment ever serves two tenants. */
  tenantIsolation: boolean;
  /** The function's own variables. */
  environment?: Record<string, string>;
  /** Whom the environments run as; only root can choose. */
  user?: { uid: number; gid: number };
  port?: number;
  /** Gets each line that an environment prints. */
  log?: (line: string) => void;
}

export interface LocalEnvironment {
  id: string;
  tenantId?: string;
  pid: number;
  busy: boolean;
  invocations: number;
}

export interface LocalLambda {
  /** What an SDK client takes as its `endpoint`. */
  endpoint: string;
  environments(): LocalEnvironment[];
  /** Claims a free environment or starts one; it throws where an invocation would be refused. */
  warm(tenantId?: string): Promise<void>;
  /** Answers what is pending with a ServiceException; resolves when every process has exited. */
  close(): Promise<void>;
}

/** A function behind Lambda's own Invoke API on loopback, in warm Python processes. */
export async function startLocalLambda(options: LocalLambdaOptions): Promise<LocalLambda> {
  const { functionName, tenantIsolation } = options;
  const pool = new EnvironmentPool(
    {
      functionName,
      python: options.python,
      taskRoot: options.taskRoot,
      handler: options.handler ?? "lambda_function.lambda_handler",
      variables: options.environment ?? {},
      timeoutMs: options.timeoutMs,
      initTimeoutMs: options.initTimeoutMs ?? INIT_TIMEOUT_MS,
      user: options.user,
      log: options.log,
    },
    options.maxConcurrency,
  );
  const server = createInvokeApi({
    functionName,
    tenantIsolation,
    invoke: (tenantId, event) => pool.invoke(tenantId, event),
  });
  const port = await listenOnLoopback(server, options.port);

  return {
    endpoint: `http://127.0.0.1:${port}`,
    environments: () => pool.environments.flatMap(describe),
    warm: async (tenantId) => pool.warm(requireTenantId(tenantId, tenantIsolation)),
    close: async () => {
      await Promise.all([closeGracefully(server), pool.close()]);
    },
  };
}

function describe(environment: Environment): LocalEnvironment[] {
  const { id, tenantId, pid, invocations, isFree } = environment;
  // One that is only about to be started has no process yet.
  if (pid === undefined) return [];
  return [{ id, ...(tenantId !== undefined && { tenantId }), pid, busy: !isFree, invocations }];
}
