import { LOCAL_REGION } from "../local-aws.js";

/** Worth nothing, and easy to find in anything that should not contain credentials. */
export const DUMMY_CREDENTIALS = {
  AWS_ACCESS_KEY_ID: "LOCAL-STAND-IN-ACCESS-KEY-ID",
  AWS_SECRET_ACCESS_KEY: "local-stand-in-secret-access-key",
  AWS_SESSION_TOKEN: "local-stand-in-session-token",
};

export function functionArn(functionName: string): string {
  return `arn:aws:lambda:${LOCAL_REGION}:000000000000:function:${functionName}`;
}

export interface FunctionIdentity {
  functionName: string;
  handler: string;
  taskRoot: string;
  variables: Record<string, string>;
}

/** The variables of one environment: Lambda's, and of this process's own none. */
export function environmentVariables(
  { functionName, handler, taskRoot, variables }: FunctionIdentity,
  id: string,
  runtimeApi: string,
): Record<string, string> {
  return {
    ...variables,
    ...DUMMY_CREDENTIALS,
    AWS_DEFAULT_REGION: LOCAL_REGION,
    AWS_EXECUTION_ENV: "AWS_Lambda_python3.12",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "1769",
    AWS_LAMBDA_FUNCTION_NAME: functionName,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${functionName}`,
    AWS_LAMBDA_LOG_STREAM_NAME: id,
    AWS_LAMBDA_RUNTIME_API: runtimeApi,
    AWS_REGION: LOCAL_REGION,
    LAMBDA_TASK_ROOT: taskRoot,
    LANG: "en_US.UTF-8",
    PATH: "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin",
    TZ: ":UTC",
    _HANDLER: handler,
  };
}
