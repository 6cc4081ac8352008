/** The result of the work, once it has come to its end; what it yields before may be told on. */
export async function finish<Event, Result>(
  work: AsyncGenerator<Event, Result>,
  tell: (event: Event) => void = () => {},
): Promise<Result> {
  for (;;) {
    const step = await work.next();
    if (step.done) return step.value;
    tell(step.value);
  }
}
