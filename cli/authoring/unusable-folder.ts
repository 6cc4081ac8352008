/** A problem's folder cannot be read; the sentence begins with the path that is to be mended. */
export class UnusableFolder extends Error {
  constructor(path: string, fault: string, options?: ErrorOptions) {
    super(`${path}: ${fault}`, options);
  }
}
