import { CHARACTER_BODIES } from "./characters.js";
import { DEEP_BODIES } from "./deep.js";
import { ENCODED_BODIES } from "./encoded.js";
import type { HostileBody } from "./hostile-body.js";
import { LARGE_BODIES } from "./large.js";
import { MALFORMED_BODIES } from "./malformed.js";
import { PROTOTYPE_BODIES } from "./prototype-names.js";
import { TYPED_BODIES } from "./typed.js";

/** Every hostile body, whatever way it comes. */
export const HOSTILE_BODIES: Readonly<Record<string, readonly HostileBody[]>> = {
  malformed: MALFORMED_BODIES,
  encoded: ENCODED_BODIES,
  typed: TYPED_BODIES,
  deep: DEEP_BODIES,
  large: LARGE_BODIES,
  characters: CHARACTER_BODIES,
  "prototype names": PROTOTYPE_BODIES,
};
