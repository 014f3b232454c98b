import { rootOrderSigningBytes, toBase64, toHex, type Trust } from '@khata/ledger'
import { Assembly, encodeOrder, type KeyEnrolledInput, type OrderInput } from '@khata/proto'
import type { ElectionPlan, SeatPlan } from '../election/plan.ts'
import { type DrillKey, drillKey } from './drill-key.ts'
import { ruleParameters } from './rules.ts'

/** First part of every checkpoint's origin in a rehearsal; a name that can never be anyone's (RFC 2606). */
export const drillDomain = 'drill.example'

/** The rules that this release executes. */
const rulesVersion = 1

/** The root: three keys, of which two put an order in force. */
export interface Root {
  readonly election: string
  readonly keys: readonly DrillKey[]
  readonly threshold: number
}

/** An encoded order with the approvals of the root's keys. */
export interface ApprovedOrder {
  readonly order: Uint8Array
  readonly approvals: readonly { readonly key: Uint8Array; readonly signature: Uint8Array }[]
}

/** A province's or HQ's node as the root declares it. */
export interface HubPost {
  readonly hub: string
  readonly sequencerKey: Uint8Array
  readonly cosignerKey: Uint8Array
}

/** Who holds which machine: the hubs, and the node that writes each seat's log. */
export interface Posts {
  readonly hubs: readonly HubPost[]
  readonly sequencerOf: (seat: string) => Uint8Array
}

export function rootOf(election: string, seed: string): Root {
  const keys = [1, 2, 3].map((number) => drillKey(seed, `root/${number}`))
  return { election, keys, threshold: 2 }
}

/** What an observer is given beforehand. `registerKey` is the key of HQ's node. */
export function trustOf(root: Root, registerKey: Uint8Array): Trust {
  return {
    election: root.election,
    domain: drillDomain,
    rootKeys: root.keys.map(({ keyHex }) => keyHex),
    threshold: root.threshold,
    registerKey: toHex(registerKey),
  }
}

/** The root's orders in the order of the register: the election, HQ's first officer, the hubs, the seats. */
export function rootOrders(
  plan: ElectionPlan,
  root: Root,
  posts: Posts,
  hqOfficer: KeyEnrolledInput,
): readonly ApprovedOrder[] {
  const orders: readonly OrderInput[] = [
    electionDeclared(plan, root),
    { body: 'keyEnrolled', keyEnrolled: hqOfficer },
    ...posts.hubs.map((hub): OrderInput => ({ body: 'hubDeclared', hubDeclared: hub })),
    ...plan.seats.map((seat) => seatDeclared(seat, posts.sequencerOf(seat.seat))),
  ]
  return orders.map((order) => approve(root, order))
}

/** As many of the root's keys as are needed sign the order's bytes. */
export function approve(root: Root, input: OrderInput): ApprovedOrder {
  const order = encodeOrder(input)
  const message = rootOrderSigningBytes(root.election, order)
  const approvals = root.keys.slice(0, root.threshold).map((key) => ({ key: key.key, signature: key.sign(message) }))
  return { order, approvals }
}

/** The file that HQ's node is handed: `khata init --ceremony`. */
export function ordersFile(orders: readonly ApprovedOrder[]): string {
  const listed = orders.map(({ order, approvals }) => ({
    order: toBase64(order),
    approvals: approvals.map(({ key, signature }) => ({ key: toHex(key), signature: toHex(signature) })),
  }))
  return `${JSON.stringify({ orders: listed }, undefined, 2)}\n`
}

function electionDeclared(plan: ElectionPlan, root: Root): OrderInput {
  return {
    body: 'electionDeclared',
    electionDeclared: {
      election: root.election,
      title: plan.title,
      operatorDomain: drillDomain,
      rulesVersion,
      parameters: ruleParameters(plan),
      source: plan.source ?? '',
    },
  }
}

function seatDeclared({ seat, name, assembly, province, district }: SeatPlan, sequencerKey: Uint8Array): OrderInput {
  return {
    body: 'seatDeclared',
    seatDeclared: {
      seat,
      name,
      assembly: assembly === 'NA' ? Assembly.NATIONAL : Assembly.PROVINCIAL,
      province,
      district,
      generation: 1,
      sequencerKey,
    },
  }
}
