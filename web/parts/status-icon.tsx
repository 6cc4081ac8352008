import type { ShownStatus } from "../results/shown-case.js";

const PATHS: Record<ShownStatus, string> = {
  ACCEPTED: "M4.5 8.4 7 10.8 11.6 5.6",
  WRONG_ANSWER: "M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2",
  TIME_LIMIT_EXCEEDED: "M8 4.6V8l2.4 1.6",
  RUNTIME_ERROR: "M8 4.4v4.4M8 11.2v.1",
  INTERNAL_ERROR: "M6.2 6.3a1.9 1.9 0 1 1 2.6 1.8c-.5.2-.8.6-.8 1.1M8 11.4v.1",
  RETURNED: "M4.8 8h6.2M8.6 5.6 11 8l-2.4 2.4",
};

/** A sign for the status that is told apart by its shape, too. */
export function StatusIcon({ status }: { readonly status: ShownStatus }) {
  return (
    <svg class="icon status-icon" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7.2" />
      <path d={PATHS[status]} />
    </svg>
  );
}
