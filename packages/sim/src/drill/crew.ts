/** Things that end together, all at once: a dozen processes one after another would take as many waits. */
export class Crew implements AsyncDisposable {
  readonly #members: AsyncDisposable[] = []

  use<T extends AsyncDisposable>(member: T): T {
    this.#members.push(member)
    return member
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ends = this.#members.splice(0).map(async (member) => {
      await member[Symbol.asyncDispose]()
    })
    await Promise.allSettled(ends)
  }
}
