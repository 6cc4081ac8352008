const STATUS = {
  InvalidParameterValueException: 400,
  InvalidRequestContentException: 400,
  RequestTooLargeException: 413,
  ResourceNotFoundException: 404,
  ServiceException: 500,
  TooManyRequestsException: 429,
} as const;

export type InvokeErrorType = keyof typeof STATUS;

/** A refusal of the Invoke API itself: the caller's SDK throws it under the name in `type`. */
export class InvokeError extends Error {
  readonly status: number;

  constructor(
    readonly type: InvokeErrorType,
    message: string,
    readonly reason?: string,
  ) {
    super(message);
    this.name = type;
    this.status = STATUS[type];
  }
}
