import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

/** Where the focus was, with the section around it. */
interface Focus {
  readonly element: Element;
  readonly section: HTMLElement | null;
}

/**
 * Keeps the focus near when what has it goes away, such as a button that is done with: without this, who
 * works with the keyboard begins again at the top.
 */
export function useRescuedFocus(): void {
  const last = useRef<Focus | undefined>(undefined);
  useEffect(() => {
    const onFocusIn = ({ target }: FocusEvent) => {
      const element = target as Element;
      last.current = { element, section: element.closest<HTMLElement>("main section[tabindex]") };
    };
    addEventListener("focusin", onFocusIn);
    return () => removeEventListener("focusin", onFocusIn);
  }, []);
  useLayoutEffect(() => {
    if (document.activeElement !== document.body || last.current === undefined) return;
    const { element, section } = last.current;
    if (element.checkVisibility() || section === null) return;
    const refuge = section.checkVisibility()
      ? section
      : document.querySelector<HTMLElement>("main > section:not([hidden])");
    refuge?.focus();
  });
}
