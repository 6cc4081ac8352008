/** How the keys are called on this machine. */
export function shortcutNames() {
  const isMac = /^(?:Mac|iP)/.test(navigator.platform);
  return {
    run: isMac ? "⌘ ↵" : "Ctrl ↵",
    submit: isMac ? "⇧ ⌘ ↵" : "Ctrl ⇧ ↵",
    leave: "Esc ⇥",
  };
}
