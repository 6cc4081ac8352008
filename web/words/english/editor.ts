export const editor = {
  label: "Your Python code",
  leave: "Escape, then Tab leaves the editor.",
  reset: "Start over",
  smaller: "Smaller letters",
  larger: "Larger letters",
  wrap: "Wrap long lines",
  notKept: "Your browser keeps nothing more: copy your code before you leave this page.",
  bringBack: "Bring my code back",
};
