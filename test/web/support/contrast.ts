import type { Page } from "playwright-core";

/** A text on the page and how it stands out from what is behind it, 1 to 21. */
export interface TextContrast {
  readonly text: string;
  readonly colours: string;
  readonly contrast: number;
}

/** Every text that can be seen, by the contrast that WCAG 2 defines, the lowest first. */
export function textContrasts(page: Page): Promise<TextContrast[]> {
  return page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    if (canvas === null) throw new Error("There is nothing to paint colours on.");

    /** Paints these colours over each other, the first at the bottom. */
    const painted = (colours: string[]): [number, number, number] => {
      canvas.clearRect(0, 0, 1, 1);
      for (const colour of colours) {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
      }
      const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue];
    };
    const linear = (channel: number) =>
      channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;
    const luminance = ([red, green, blue]: [number, number, number]) =>
      0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

    const found: TextContrast[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? "";
      if (element === null || text === "" || !element.checkVisibility()) continue;
      // What cannot be used need not stand out, and what is not seen cannot.
      if (element.closest(".unseen, :disabled, [aria-disabled=true], option, noscript")) continue;
      const backgrounds: string[] = [];
      for (let one: Element | null = element; one !== null; one = one.parentElement) {
        backgrounds.unshift(getComputedStyle(one).backgroundColor);
      }
      const { color } = getComputedStyle(element);
      const behind = painted(["white", ...backgrounds]);
      const front = painted(["white", ...backgrounds, color]);
      const [dark = 0, light = 0] = [luminance(behind), luminance(front)].sort((a, b) => a - b);
      found.push({
        text: text.slice(0, 60),
        colours: `${front} on ${behind}`,
        contrast: (light + 0.05) / (dark + 0.05),
      });
    }
    return found.sort((a, b) => a.contrast - b.contrast);
  });
}
