interface Page {
  readonly lastEvaluatedKey: string | null;
}

/** The pages of a list, one after the other, each asked for when somebody wants it. */
export async function* readPages<One extends Page>(
  read: (lastEvaluatedKey: string | null) => Promise<One>,
  from: string | null = null,
): AsyncGenerator<One, void, void> {
  let lastEvaluatedKey = from;
  do {
    const page = await read(lastEvaluatedKey);
    yield page;
    lastEvaluatedKey = page.lastEvaluatedKey;
  } while (lastEvaluatedKey !== null);
}
