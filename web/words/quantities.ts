import type { Language } from "./speech.js";

/** How a language writes figures with their units. */
interface Units {
  readonly milliseconds: (figure: string) => string;
  readonly seconds: (figure: string) => string;
}

/** A time as people read it. */
export function writtenTime(ms: number, { units }: { readonly units: Units }): string {
  return ms < 1000
    ? units.milliseconds(String(Math.round(ms)))
    : units.seconds(writtenFigure(ms / 1000));
}

/** Memory, given in KiB. */
export function writtenMemory(kb: number): string {
  if (kb < 1024) return `${Math.round(kb)} KB`;
  return `${(kb / 1024).toFixed(kb < 100 * 1024 ? 1 : 0)} MB`;
}

/** A figure with at most two digits behind its point. */
export function writtenFigure(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** A moment as people read it, given in seconds since 1970. */
export function writtenMoment(seconds: number, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  return format.format(new Date(seconds * 1000));
}
