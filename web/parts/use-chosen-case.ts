import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

interface ChosenCase {
  /** Around all cases. */
  readonly report: RefObject<HTMLDivElement | null>;
  /** Its number. */
  readonly chosen: number | undefined;
  readonly choose: (number: number) => void;
}

/** A case that somebody wants to see gets the focus; from there left and right lead to the ones beside it. */
export function useChosenCase(): ChosenCase {
  const report = useRef<HTMLDivElement>(null);
  const [choice, setChoice] = useState<{ readonly number: number } | undefined>(undefined);
  useLayoutEffect(() => {
    report.current?.querySelector<HTMLElement>(`[data-case="${choice?.number}"]`)?.focus();
  }, [choice]);
  useEffect(() => {
    const element = report.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      const cases = [...(element?.querySelectorAll<HTMLElement>("[data-case]") ?? [])];
      const at = cases.indexOf(event.target as HTMLElement);
      if (step === undefined || at === -1) return;
      event.preventDefault();
      cases[at + step]?.focus();
    };
    element?.addEventListener("keydown", onKeyDown);
    return () => element?.removeEventListener("keydown", onKeyDown);
  }, []);
  return { report, chosen: choice?.number, choose: (number) => setChoice({ number }) };
}
