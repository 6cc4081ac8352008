/** What keys do, in the order in which one gets to know them. */
export const SHORTCUTS = ["run", "submit", "complete", "take", "find", "fold", "leave"] as const;

export type Shortcut = (typeof SHORTCUTS)[number];

/** How the keys are called on this machine. */
export function shortcutNames(): Readonly<Record<Shortcut, string>> {
  const isMac = /^(?:Mac|iP)/.test(navigator.platform);
  return {
    run: isMac ? "⌘ ↵" : "Ctrl ↵",
    submit: isMac ? "⇧ ⌘ ↵" : "Ctrl ⇧ ↵",
    complete: isMac ? "⌥ I" : "Ctrl Space",
    take: "Tab",
    find: isMac ? "⌘ F" : "Ctrl F",
    fold: isMac ? "⌥ ⌘ [" : "Ctrl ⇧ [",
    leave: "Esc Tab",
  };
}
