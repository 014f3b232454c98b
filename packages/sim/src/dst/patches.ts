import { Device } from '@khata/device'
import {
  decodeCourierSection,
  type LogFold,
  parseManifest,
  type RegisterState,
  rulesVersions,
  sha256,
  toHex,
  utf8Decode,
} from '@khata/ledger'
import { Courier, ImageCarrier, KhataNode, LogTable, NodeImages, ParkedFrames } from '@khata/node'
import { decodePushRequest } from '@khata/proto'
import { SimDeviceStore, SimTransport } from './device-ports.ts'
import { differ, Observer, type ShownLog } from './observers.ts'

/** Methods of the nodes' own code made wrong on purpose, where no port could. Each is put in, and answers how to take it out. */
export const patches = {
  /** A hub judges entries that pin more of the register than it holds. */
  'stale-pin-accepted': () =>
    patched(
      LogTable.prototype,
      'settingOf',
      (settingOf) =>
        function (this: LogTable, identity) {
          const setting = settingOf.call(this, identity)
          return { ...setting, reach: { ...setting.reach, whole: () => true } }
        },
    ),

  /** What has come of an image is kept under its name, whatever bytes it has. */
  'images-unchecked': () => patched(NodeImages.prototype, 'whyNot', () => () => undefined),

  /** What lies on the disk under an image's name is given as it is; what is brought is still compared with its name. */
  'images-given-unread': () => {
    const takeOut = patched(NodeImages.prototype, 'isItself', () => () => true)
    const putBack = patched(
      NodeImages.prototype,
      'whyNot',
      (whyNot) =>
        function (this: NodeImages, hash, bytes) {
          return toHex(sha256(bytes)) === hash ? whyNot.call(this, hash, bytes) : 'image/hash-differs'
        },
    )
    return () => {
      takeOut()
      putBack()
    }
  },

  /** Images are sent to a hub that still lacks entries. */
  'images-before-entries': () => patched(ImageCarrier.prototype, 'entriesWait', () => () => false),

  /** HQ says of each seat that it holds all that was filed. */
  'cross-check-blind': () =>
    patched(
      KhataNode.prototype,
      'crossCheck',
      (crossCheck) =>
        async function (this: KhataNode) {
          const seats = await crossCheck.call(this)
          return seats?.map((seat) => ({ ...seat, missing: [], different: [] }))
        },
    ),

  /** A bundle's manifest is believed, whoever wrote it: what it says of a log counts as acknowledged. */
  'manifest-believed': () =>
    believing((note) =>
      patched(
        Courier.prototype,
        'take',
        (take) =>
          async function (this: Courier, kind, payload) {
            const text = kind === 'manifest' ? (utf8Decode(payload) ?? '').split('\n\n')[0] : ''
            for (const { log, to } of parseManifest(`${text}\n`)?.spans ?? []) note(this, log, to)
            return take.call(this, kind, payload)
          },
      ),
    ),

  /** Frames that came too early are said to be kept, and are not. */
  'parked-frames-forgotten': () => patched(ParkedFrames.prototype, 'park', () => () => Promise.resolve(true)),

  /** A checkpoint that came by hand acknowledges what it covers, whether or not a hub has cosigned it. */
  'acknowledged-uncosigned': () =>
    believing((note) =>
      patched(
        Courier.prototype,
        'take',
        (take) =>
          async function (this: Courier, kind, payload) {
            const answer = await take.call(this, kind, payload)
            const frame = kind === 'frame' ? decodePushRequest(payload) : undefined
            const isBare = answer.type === 'refused' && answer.code === 'courier/not-cosigned'
            if (isBare && frame?.ok === true) note(this, frame.value.log, frame.value.from)
            return answer
          },
      ),
    ),

  /** A device sends nothing again of which it once had a receipt, whatever has become of the machine that gave it. */
  'device-never-resubmits': () =>
    patched(
      SimTransport.prototype,
      'submit',
      (submit) =>
        async function (this: SimTransport, address, signed) {
          const name = `${address} ${Buffer.from(signed).toString('base64')}`
          if (receipted(this).has(name)) return { type: 'unreachable', detail: 'never asked' }
          const answer = await submit.call(this, address, signed)
          if (answer.type === 'receipt') receipted(this).add(name)
          return answer
        },
    ),

  /** A device takes any receipt for a replicated one. */
  'device-believes-local': () =>
    patched(
      Device.prototype,
      'deliverDue',
      (deliverDue) =>
        async function (this: Device, address) {
          const attempts = await deliverDue.call(this, address)
          const lines = this.outgoing.flatMap((outgoing) => outgoing.lines)
          const sent = lines.filter(({ delivery }) => delivery.state === 'sent')
          for (const line of sent) line.delivery = { ...line.delivery, state: 'replicated' }
          return attempts
        },
    ),

  /** A device sends what its card has not made durable yet. */
  'device-sends-before-sync': () => patched(SimDeviceStore.prototype, 'sync', () => () => Promise.resolve()),

  /** Nodes take statements of keys that the root has revoked. */
  'revoked-key-taken': () => {
    const right = Object.getOwnPropertyDescriptor(LogTable.prototype, 'register')
    const get = function (this: LogTable): RegisterState {
      return Object.create(right?.get?.call(this), { revocations: { value: new Map() } })
    }
    Object.defineProperty(LogTable.prototype, 'register', { ...right, get })
    return () => Object.defineProperty(LogTable.prototype, 'register', { ...right })
  },

  /** Of two forms of a station the second counts, and nobody is told. */
  'second-form-stands': () => patchedFold(letSecondStand),

  /** A Form 47 was issued when its own office's clock says so. */
  'own-clock-proves': () => patchedFold(believeOwnClock),

  /** Snapshots of another version of the folding code are loaded. */
  'snapshot-code-ignored': () =>
    patched(
      KhataNode,
      'open',
      (open) => (setting, server) => open.call(KhataNode, { ...setting, code: 'any' }, server),
    ),

  /** A program judges by rules that it does not have. */
  'unknown-rules-judged': () =>
    patched(
      KhataNode,
      'open',
      (open) => (setting, server) => open.call(KhataNode, { ...setting, rulesVersions }, server),
    ),

  /** An observer keeps of each log only what goes on from what it saw first. */
  'observer-forgets': () => {
    const first = new WeakMap<Observer, Map<string, ShownLog>>()
    return patched(
      Observer.prototype,
      'see',
      (see) =>
        function (this: Observer, log, shown) {
          const seen = first.get(this) ?? new Map<string, ShownLog>()
          first.set(this, seen)
          const before = seen.get(log) ?? shown
          seen.set(log, before)
          return differ(before.entries, shown.entries) || see.call(this, log, shown)
        },
    )
  },
} as const satisfies Readonly<Record<string, () => () => void>>

/** Nodes that leave out of what they pack whatever they believe to be acknowledged. */
function believing(hear: (note: (by: Courier, log: string, size: number) => void) => () => void): () => void {
  const sizes = new WeakMap<Courier, Map<string, number>>()
  const takeOut = hear((by, log, size) => {
    const known = sizes.get(by) ?? new Map<string, number>()
    sizes.set(by, known.set(log, Math.max(size, known.get(log) ?? 0)))
  })
  const putBack = patched(
    KhataNode.prototype,
    'packFor',
    (packFor) =>
      function (this: KhataNode, addressee, wish) {
        const packed = packFor.call(this, addressee, wish)
        return packed && leavingOut(packed, (log) => sizes.get(this.courier)?.get(log) ?? 0)
      },
  )
  return () => {
    takeOut()
    putBack()
  }
}

async function* leavingOut(
  sections: AsyncGenerator<Uint8Array>,
  believed: (log: string) => number,
): AsyncGenerator<Uint8Array> {
  for await (const section of sections) {
    const opened = decodeCourierSection(section)
    const frame = opened?.kind === 'frame' ? decodePushRequest(opened.payload) : undefined
    const isLeftOut =
      frame?.ok === true && frame.value.entries.length > 0 && frame.value.from < believed(frame.value.log)
    if (!isLeftOut) yield section
  }
}

const receipts = new WeakMap<SimTransport, Set<string>>()

function receipted(transport: SimTransport): Set<string> {
  const known = receipts.get(transport) ?? new Set()
  receipts.set(transport, known)
  return known
}

/** Nodes whose folds come out otherwise. */
function patchedFold(alter: (fold: LogFold) => void): () => void {
  return patched(
    LogTable.prototype,
    'fold',
    (fold) =>
      function (this: LogTable, log) {
        const right = fold.call(this, log)
        if (right !== undefined) alter(right)
        return right
      },
  )
}

function letSecondStand({ content }: LogFold): void {
  if (content.kind !== 'seat') return
  for (const record of content.seat.stations.values()) {
    const second = record.rivals.at(-1)
    if (record.status !== 'held' || second === undefined) continue
    Object.assign(record, { status: 'received', hold: undefined, current: second })
  }
}

function believeOwnClock({ content }: LogFold): void {
  if (content.kind !== 'seat' || content.seat.issued === undefined) return
  const { timed, issued } = content.seat
  const time = timed.get(issued.index)
  if (time !== undefined) time.before ??= { at: issued.at, index: issued.index }
}

function patched<T extends object, K extends keyof T>(
  prototype: T,
  method: K,
  wrong: (right: T[K]) => T[K],
): () => void {
  const right = prototype[method]
  prototype[method] = wrong(right)
  return () => {
    prototype[method] = right
  }
}
