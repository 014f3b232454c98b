import { openStatement, signStatement, statementSigningBytes } from '@khata/ledger'
import { Channel, decodeSignedStatement, encodeSignedStatement } from '@khata/proto'
import { importSodium } from '@khata/verifier-pool'
import { beforeAll, expect, test } from 'vitest'
import { drillKey } from '../../ceremony/drill-key.ts'
import { installNative } from '../../ceremony/native.ts'
import { seeded } from '../../election/seeded.ts'
import { forged, type Forgery } from './forged.ts'
import { garbage, oversized } from './garbage.ts'

const election = 'pk-ge-2024/drill'

beforeAll(installNative)

test('the same seed gives the same garbage, and none of it is the true statement', () => {
  const sample = trueStatement()
  const shots = garbage(seeded(7, 1), sample)
  expect(garbage(seeded(7, 1), sample)).toEqual(shots)
  expect(garbage(seeded(8, 1), sample)).not.toEqual(shots)
  expect(shots.filter(({ body }) => body !== undefined && Buffer.from(body).equals(sample))).toEqual([])
})

test('oversized bodies go to the limit and beyond', () => {
  const lengths = oversized(1_000).map(({ body, bytes }) => body?.length ?? bytes.length)
  expect(lengths.filter((length) => length > 1_000).length).toBeGreaterThanOrEqual(4)
})

test('forged statements are well-formed, and none is signed by its station’s officer', async () => {
  const sodium = await importSodium()
  const forgery = forgeryOf()
  const shots = forged(forgery)
  for (const { what, body = new Uint8Array(0) } of shots) {
    const decoded = decodeSignedStatement(body)
    if (!decoded.ok) throw new Error(what)
    const { statement, signature } = decoded.value
    expect([what, openStatement(statement, signature).ok]).toEqual([what, true])
    const message = statementSigningBytes(statement)
    const isOfficers = sodium.crypto_sign_verify_detached(
      Buffer.from(signature),
      Buffer.from(message),
      Buffer.from(forgery.officer.key),
    )
    expect([what, isOfficers]).toEqual([what, false])
  }
  expect(new Set(shots.map(({ what }) => what)).size).toBe(5)
})

function trueStatement(): Uint8Array {
  const { officer, form, id, seat } = forgeryOf()
  const body = { body: 'form45Submitted', form45Submitted: { form } } as const
  const chain = { sequence: 1, previous: new Uint8Array(32) }
  const said = { format: 1, election, seat, id: id(), signer: officer.key, saidAt: 1, ...chain, ...body }
  return encodeSignedStatement(signStatement(said, officer.sign))
}

function forgeryOf(): Forgery {
  return {
    election,
    seat: 'NA-301',
    form: {
      station: 1,
      counts: [],
      validTotal: 1,
      excludedTotal: 0,
      polledTotal: 1,
      registeredTotal: 2,
      channel: Channel.DEVICE_ONLINE,
    },
    id: () => new Uint8Array(16).fill(7),
    stranger: drillKey('seed', 'nobody'),
    officer: drillKey('seed', 'po/1'),
    foreigner: drillKey('seed', 'po/2'),
  }
}
