import { sha256 } from "hono/utils/crypto";
import type * as z from "zod";
import { VisibleError } from "../../domain/errors.js";

/** How places in a kind of list are written for clients. */
export interface CursorFormat<List, Position> {
  /** A cursor with a digest by which one of another list is noticed. */
  write(list: List, position: Position): Promise<string>;
  /** @throws VisibleError InvalidInput for a cursor that was damaged, or is another list's */
  read(list: List, cursor: string): Promise<Position>;
}

/**
 * @param position whatever DynamoDB takes for a key: a cursor that somebody made up must not look like its fault
 * @param partsOf what makes one list another than the next
 * @param parts their names in the sentence for a client that changed them
 */
export function cursorFormat<List, Shape extends z.ZodRawShape>(
  position: z.ZodObject<Shape>,
  partsOf: (list: List) => readonly unknown[],
  parts: string,
): CursorFormat<List, z.infer<z.ZodObject<Shape>>> {
  type Position = z.infer<z.ZodObject<Shape>>;
  const keys = Object.keys(position.shape) as (keyof Position)[];

  async function write(list: List, place: Position): Promise<string> {
    const values = keys.map((key) => place[key]);
    // Without a key: whoever makes up a cursor only begins elsewhere in a list that they may read anyway.
    const digest = await sha256(JSON.stringify([...partsOf(list), ...values]));
    const members = keys.map((key, index) => [key, values[index]]);
    const json = JSON.stringify({ ...Object.fromEntries(members), digest: digest?.slice(0, 24) });
    return Buffer.from(json).toString("base64url");
  }

  return {
    write,
    async read(list, cursor) {
      const { data } = position.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
      // Written again, since a base64 decoder overlooks much of what can be altered.
      if (data !== undefined && (await write(list, data)) === cursor) return data;
      const sentence = `Invalid input: lastEvaluatedKey: is not a cursor of ${parts}`;
      throw new VisibleError("InvalidInput", sentence);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Like any other text that is no position.
    return undefined;
  }
}
