export const classroom = {
  title: "Submissions of the class",
  everyone: "Everybody's submissions",
  scope: { class: "Class", everyone: "Everybody" },
  reading: (submissions: number) => `Reading… ${counted(submissions, "submission")} so far`,
  read: (submissions: number, students: number) =>
    `${counted(submissions, "submission")} by ${counted(students, "student")}`,
  stop: "Stop",
  isPartial: (submissions: number) =>
    `Only the newest ${counted(submissions, "submission")} are here; older ones may be missing below and in the files.`,
  readOn: "Read on",
  readAgain: "Read again",
  none: "Nobody has submitted anything for this problem yet.",
  search: "Search names and ids",
  found: (students: number) => `${counted(students, "student")} found`,
  order: "Order",
  orders: { name: "By name", newest: "Newest first", best: "Best first" },
  student: "Student",
  best: "Best",
  latest: "Latest",
  count: "Submissions",
  nameless: "No name",
  points: (score: number) => (score === 1 ? "1 point" : `${score} points`),
  download: "Save for a spreadsheet (CSV):",
  students: "One row a student",
  submissions: "One row a submission",
};

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
