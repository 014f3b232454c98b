/** What becomes of each, in their order, with as many as `inFlightMax` under way at once. */
export async function* inOrder<One, Outcome>(
  all: Iterable<One>,
  inFlightMax: number,
  work: (one: One) => Promise<Outcome>,
): AsyncGenerator<Outcome> {
  const underWay: Promise<Outcome>[] = []
  for (const one of all) {
    underWay.push(heeded(work(one)))
    if (underWay.length >= inFlightMax) yield await (underWay.shift() as Promise<Outcome>)
  }
  for (const rest of underWay) yield await rest
}

/** What is under way when the reader stops early may fail unheard. */
function heeded<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}
