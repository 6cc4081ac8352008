import type { CustomTestsEvent, FailedEvent, GradingEvent } from "./answers.js";

/** What a submission that is graded live is told to be; what failed is thrown. */
export type LiveGradingEvent = Exclude<GradingEvent, FailedEvent>;

/** The same of custom tests. */
export type LiveCustomTestsEvent = Exclude<CustomTestsEvent, FailedEvent>;
