import type { ComponentProps } from "preact";

interface IconButtonProps extends Omit<ComponentProps<"button">, "name"> {
  readonly name: string;
  /** As the path of an SVG of 16 by 16. */
  readonly drawing: string;
}

/** A button that is a drawing, with its name for who points at it or hears it. */
export function IconButton({ name, drawing, ...others }: IconButtonProps) {
  return (
    <button type="button" class="quiet icon-only" aria-label={name} title={name} {...others}>
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        <path d={drawing} />
      </svg>
    </button>
  );
}
