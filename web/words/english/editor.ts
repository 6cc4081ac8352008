export const editor = {
  label: { "python3.12": "Your Python code", javascript: "Your JavaScript code" },
  language: "Language of the code",
  leave: "Escape, then Tab leaves the editor.",
  reset: "Start over",
  smaller: "Smaller letters",
  larger: "Larger letters",
  wrap: "Wrap long lines",
  find: "Find in the code",
  notKept: "Your browser keeps nothing more: copy your code before you leave this page.",
  bringBack: "Bring my code back",
  notLoaded: "The editor could not be loaded.",
  /** What the editor says by itself; English is its own language. */
  phrases: {} as Readonly<Record<string, string>>,
};
