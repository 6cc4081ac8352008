export const frame = {
  viewsLabel: "Views",
  units: {
    milliseconds: (figure: string) => `${figure} ms`,
    seconds: (figure: string) => `${figure} s`,
  },
  views: {
    problems: "Problems",
    statement: "Statement",
    code: "Code",
    submissions: "Submissions",
  },
  panes: { columns: "Width of the columns", rows: "Height of the editor" },
  header: {
    user: "User",
    api: "API",
    otherLanguage: "한국어",
    toLight: "Switch to light colours",
    toDark: "Switch to dark colours",
  },
  mockNotice:
    "This server was started with --mock-executor: no code runs, and every case returns its own input.",
};
