import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { type LineQuality, slowly } from './slow-line.ts'

/**
 * The ways to hubs, each a relay on 127.0.0.1 before a hub's nats-server. Cut, every connection breaks and no new one is
 * taken. Of a given quality, each connection is as slow in each direction; else as quick as this machine.
 */
export class Ways implements AsyncDisposable {
  readonly #relays = new Map<string, Relay>()
  readonly #quality: LineQuality | undefined
  #areCut = false

  constructor(quality?: LineQuality) {
    this.#quality = quality
  }

  get areCut(): boolean {
    return this.#areCut
  }

  /** The address under which `url` is reached from elsewhere. */
  async to(url: string): Promise<string> {
    const relay = this.#relays.get(url) ?? new Relay(new URL(url), this.#quality)
    this.#relays.set(url, relay)
    return `nats://127.0.0.1:${await relay.listen()}`
  }

  cut(): void {
    this.#areCut = true
    for (const relay of this.#relays.values()) relay.cut()
  }

  mend(): void {
    this.#areCut = false
    for (const relay of this.#relays.values()) relay.mend()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#relays.values()].map((relay) => relay[Symbol.asyncDispose]()))
  }
}

class Relay implements AsyncDisposable {
  readonly #to: URL
  readonly #quality: LineQuality | undefined
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #isCut = false

  constructor(to: URL, quality: LineQuality | undefined) {
    this.#to = to
    this.#quality = quality
    this.#server = createServer((socket) => this.#join(socket))
  }

  /** The port. */
  async listen(): Promise<number> {
    if (!this.#server.listening) await once(this.#server.listen(0, '127.0.0.1'), 'listening')
    return (this.#server.address() as AddressInfo).port
  }

  cut(): void {
    this.#isCut = true
    for (const socket of this.#sockets) socket.destroy()
  }

  mend(): void {
    this.#isCut = false
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut()
    if (this.#server.listening) await once(this.#server.close(), 'close')
  }

  #join(near: Socket): void {
    if (this.#isCut) return void near.destroy()
    const far = connect(Number(this.#to.port), this.#to.hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(socket)
      const carried = this.#quality === undefined ? socket : Readable.from(slowly(socket, this.#quality))
      carried.pipe(other)
      // One that breaks takes the other with it; why does not matter here.
      socket.on('error', () => undefined)
      carried.on('error', () => undefined)
      socket.on('close', () => {
        this.#sockets.delete(socket)
        other.destroy()
      })
    }
  }
}
