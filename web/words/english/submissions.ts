export const submissions = {
  title: "My submissions",
  scope: "Show",
  thisProblem: "This problem",
  allProblems: "All problems",
  none: "Nothing submitted yet.",
  loading: "Loading…",
  more: "Show more",
  regraded: (when: string, before: string) =>
    `Graded again on ${when}${before === "" ? "" : `, was ${before}`}`,
  useCode: "Put this code into the editor",
};
