/** An answer as a client sees it, its body both as text and (when it is JSON) as a value. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a body is whatever the test says it is
  readonly body: any;
}
