import { useEffect } from "preact/hooks";
import type { RunCommands } from "../state/run-commands.js";

/** Ctrl-Enter (or ⌘-Enter) runs, with Shift it submits, wherever the focus is. */
export function useShortcuts({ run, submit }: RunCommands): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      // Before the editor sees it, to which it would be a line break.
      event.preventDefault();
      event.stopPropagation();
      if (event.repeat) return;
      void (event.shiftKey ? submit() : run());
    };
    addEventListener("keydown", onKeyDown, { capture: true });
    return () => removeEventListener("keydown", onKeyDown, { capture: true });
  }, [run, submit]);
}
