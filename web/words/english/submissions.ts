export const submissions = {
  title: "My submissions",
  scope: "Show",
  thisProblem: "This problem",
  allProblems: "All problems",
  none: "Nothing submitted yet.",
  loading: "Loading…",
  more: "Show more",
  useCode: "Put this code into the editor",
};
