/** A problem's folder cannot be read; the sentence begins with the path that is to be mended. */
export class UnusableFolder extends Error {
  constructor(path: string, fault: string, options?: ErrorOptions) {
    super(`${path}: ${fault}`, options);
  }
}

/** What the operating system does not let us read. */
export function unreadable(path: string, cause: unknown): UnusableFolder {
  const code = String((cause as NodeJS.ErrnoException).code);
  return new UnusableFolder(path, FAULTS[code] ?? `cannot be read (${code})`, { cause });
}

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: "is not there",
  ENOTDIR: "is no folder, and should be one",
  EISDIR: "is a folder, and should be a file",
  EACCES: "may not be read: look at its permissions",
  EPERM: "may not be read: look at its permissions",
  ELOOP: "is a link that leads to itself",
};
