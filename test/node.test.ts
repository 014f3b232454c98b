import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  checkpointTrustOf,
  declaredLog,
  equalBytes,
  logNoteKey,
  noteVerifier,
  openEntry,
  openNote,
  type OpenedReceipt,
  openReceipt,
  type SignedBytes,
  sha256,
  statementHash,
  statementSigningBytes,
  toBase64,
  toHex,
} from '@khata/ledger'
import { openedOf } from '@khata/ledger/fixture'
import { decodeSignedStatement, encodeOrder, encodeSignedStatement, Form47Stage, Role } from '@khata/proto'
import { nativeSigning } from '@khata/verifier-pool'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkpointOf, checkpointOver, get, json, post, submit, until } from './support/client.ts'
import { entriesOf } from './support/entries.ts'
import { Network, type Place, seatName, statusOf } from './support/network.ts'
import { runKhata, runObserver } from './support/node-process.ts'
import { pipelined } from './support/pipeline.ts'
import { fractionalField, negativeField, withField } from './support/wire.ts'

const stations = 14
/** For tests that start processes, on a machine that does other things too. */
const processesMs = 120_000

let network: Network
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khata-node-test-'))
  network = await Network.start({ stations, signer: { ...(await nativeSigning()), verify: () => true } })
  await network.prepareSeat()
}, processesMs)

afterAll(async () => {
  await network[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

/** The first form of all, once it is in the log. */
let logged: SignedBytes | undefined

const seat = () => network.election.seat(seatName)

describe('a submission', () => {
  test('is answered with a receipt that anyone can verify', async () => {
    const form = seat()
      .po(1)
      .submit({ votes: [10, 20, 30] })
    logged = form
    const receipt = opened(await network.must(network.ro, form), seatName)
    const entry = openEntry(receipt.entry)
    expect(entry.ok && equalBytes(entry.value.entry.statement, form.statement)).toBe(true)
    expect(entry.ok && entry.value.entry.index).toBe(receipt.index)
  })

  test('again, even many times at once, is the same entry', async () => {
    const form = seat()
      .po(2)
      .submit({ votes: [1, 2, 3] })
    const answers = await Promise.all(Array.from({ length: 8 }, () => network.must(network.ro, form)))
    const later = await network.must(network.ro, form)
    const indexes = [...answers, later].map((bytes) => opened(bytes, seatName).index)
    expect(new Set(indexes).size).toBe(1)
  })

  test('is answered in the end with a receipt that a hub has cosigned', async () => {
    const form = seat()
      .po(3)
      .submit({ votes: [4, 5, 6] })
    await network.must(network.ro, form)
    const receipt = await until(() => replicatedReceipt(network.ro, seatName, form), 'a replicated receipt')
    expect(cosignersOf(receipt)).toContainEqual(expect.stringMatching(/cosigner-(hq|punjab)$/))
    const atHq = await until(() => replicatedReceipt(network.hq, seatName, form), 'a receipt at HQ')
    expect(cosignersOf(atHq)).toContainEqual(expect.stringMatching(/cosigner-hq$/))
  })

  test('of an officer is decided in the order in which it was sent', async () => {
    const officer = seat().po(4)
    const forms = Array.from({ length: 60 }, (_, at) => officer.submit({ votes: [at, 1, 1] }))
    const statuses = await pipelined(network.ro.node.url, forms.map(encodeSignedStatement))
    expect(statuses).toEqual(forms.map(() => 200))
    const receipts = await Promise.all(forms.map((form) => network.must(network.ro, form)))
    const held = (await entriesOf(network.ro.node.url, seatName, receipts)).flatMap((bytes) => {
      const entry = openEntry(bytes)
      return entry.ok ? [toHex(entry.value.entry.statement)] : []
    })
    const places = forms.map(({ statement }) => held.indexOf(toHex(statement)))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })
})

describe('refused at the door, signed and coded', () => {
  test.each<[what: string, code: string, status: number, body: () => Uint8Array]>([
    ['bytes that are none', 'statement/malformed', 400, () => Uint8Array.of(1, 2, 3)],
    ['nothing', 'statement/malformed', 400, () => new Uint8Array(0)],
    ['a negative count', 'statement/malformed', 400, () => bodyWith(negativeField(3))],
    ['a fractional count', 'statement/malformed', 400, () => bodyWith(fractionalField(3, 1.5))],
    ['a changed byte', 'statement/bad-signature', 403, () => encodeSignedStatement(forged())],
    ['another election', 'statement/wrong-election', 404, () => otherwise({ election: 'pk-other/drill' })],
    ['another mode', 'statement/wrong-election', 404, () => otherwise({ election: 'pk-fixture/live' })],
    ['an unknown seat', 'statement/wrong-seat', 404, () => otherwise({ seat: 'NA-999' })],
    ['an unknown station', 'station/not-in-form-28', 404, () => signedBody(seat().po(5).submit(figures, 99))],
    ['an unknown candidate', 'candidate/not-in-form-33', 422, () => body({ votes: [1, 2, 3, 4] })],
    ['an unknown key', 'statement/unknown-key', 403, () => signedBody(stranger().submit(figures))],
    ['too large a figure', 'form-45/over-limit', 422, () => body({ votes: [1, 2, 100_000_000] })],
    ['too large a statement', 'statement/too-large', 413, tooLarge],
    ['an id used for something else', 'statement/id-reused', 409, idReused],
  ])('%s', async (_, code, status, make) => {
    const bytes = make()
    const answer = await post(network.ro.node.url, bytes)
    expect(answer).toMatchObject({ status, code })
    const lines = signedLines(answer.bytes)
    expect(lines.slice(0, 2)).toEqual(['khata/refusal/v1', network.trust.election])
    expect(lines[3]).toBe(toBase64(hashOfBody(bytes)))
    expect(lines[4]).toBe(code)
    expect(lines[6]).toMatch(/\.$/)
  })

  test('a revoked key', async () => {
    const officer = seat().po(6)
    const said = await network.must(network.ro, officer.submit(figures))
    const { size, root } = await checkpointOver(network.ro.node.url, seatName, [said])
    const cuts = [{ log: seatName, size, root }]
    const order = encodeOrder({ body: 'keyRevoked', keyRevoked: { key: officer.key, reason: 'lost', cuts } })
    const { election } = network
    await network.mustReach(election.hq.say('', election.orderBody(order, election.root.slice(0, 2))))
    const answer = await submit(network.ro.node.url, officer.submit({ votes: [7, 7, 7] }))
    expect(answer).toMatchObject({ status: 403, code: 'statement/revoked-key' })
    expect((await form47AtRo()).notCounted).toContainEqual(expect.objectContaining({ station: 6, status: 'received' }))
  })

  test('at a hub what nobody enrolled says', async () => {
    const answer = await submit(network.hq.node.url, stranger().submit(figures))
    expect(answer).toMatchObject({ status: 403, code: 'statement/unknown-key' })
    expect(signedLines(answer.bytes, 'intake-hq')[2]).toBe('intake-hq')
  })
})

describe('recorded and receipted, whatever it says', () => {
  test.each<[what: string, code: string, station: number, sign: () => SignedBytes]>([
    [
      'votes beyond registered',
      'form-45/over-registered',
      7,
      () =>
        seat()
          .po(7)
          .submit({ votes: [900, 900, 900] }),
    ],
    ['a sum that does not add', 'form-45/sum-mismatch', 8, () => po(8, { validTotal: 1 })],
    [
      'a candidate without a row',
      'form-45/candidate-missing',
      9,
      () =>
        seat()
          .po(9)
          .submit({ votes: [1, 2] }),
    ],
    // The fixture's officers live in 2024.
    ['a clock years off', 'form-45/clock-far-off', 10, () => seat().po(10).submit(figures)],
  ])('%s', async (_, code, station, sign) => {
    opened(await network.must(network.ro, sign()), seatName)
    const form = await form47AtRo()
    expect(form.findings).toContainEqual(expect.objectContaining({ station, code }))
  })

  test('a key of another station: kept, not counted', async () => {
    opened(await network.must(network.ro, seat().po(11).submit(figures, 12)), seatName)
    const form = await form47AtRo()
    expect(form.otherForms).toContainEqual(
      expect.objectContaining({ station: 12, why: 'form-45/key-of-another-station' }),
    )
  })

  test('one sequence twice with other bytes: both kept', async () => {
    const officer = seat().po(13)
    const first = officer.submit({ votes: [1, 1, 1] })
    const { id, sequence, previous } = openedOf(first).statement
    const second = officer.sayOtherwise(seatName, bodyOf(officer.submit({ votes: [2, 2, 2] })), {
      id: id.map((byte) => byte ^ 1),
      sequence,
      previous,
    })
    opened(await network.must(network.ro, first), seatName)
    opened(await network.must(network.ro, second), seatName)
    const form = await form47AtRo()
    expect(form.otherForms).toContainEqual(
      expect.objectContaining({ station: 13, findings: expect.arrayContaining(['statement/equivocation']) }),
    )
  })
})

describe('the network', { timeout: processesMs }, () => {
  test('has the same Form 47 bytes at the RO, the province and HQ', async () => {
    const form = seat()
      .po(14)
      .submit({ votes: [100, 50, 25] })
    await network.must(network.ro, form)
    await caughtUp(await network.must(network.ro, seat().ro.accept(form, 14)))
    // The log goes on by itself: its node says in it how it reaches the hubs, and pins the register.
    const answers = await until(async () => {
      const served = await Promise.all(network.places.map(({ node }) => get(node.url, `/v1/seats/${seatName}/form47`)))
      const sizes = served.map(({ bytes }) => (JSON.parse(new TextDecoder().decode(bytes)) as Form47Seen).log.size)
      return new Set(sizes).size === 1 ? served : undefined
    }, 'Form 47 of one size of the log everywhere')
    const hashes = answers.map(({ bytes }) => toHex(sha256(bytes)))
    expect(new Set(hashes).size).toBe(1)
    expect(answers.map(({ headers }) => headers.get('khata-form-hash'))).toEqual(hashes)
    const form47 = await form47AtRo()
    expect(form47.candidates.map(({ votes }) => votes)).toEqual([100, 50, 25])
  })

  test('finds direct copies in the constituency log, and names those that are not there', async () => {
    const filed = logged!
    const withheld = seat()
      .po(12)
      .submit({ votes: [3, 2, 1] })
    for (const form of [filed, withheld]) await network.must(network.hq, form)
    const report = await until(async () => {
      const { seats } = (await json(network.hq.node.url, '/v1/cross-check')) as CrossCheck
      return seats.find((one) => one.seat === seatName && one.held === 2 && one.found === 1)
    }, 'the cross-check')
    expect(report.missing).toMatchObject([{ station: 12 }])
    const asked = Array.from({ length: 5 }, () => json(network.hq.node.url, '/v1/tally'))
    for (const tally of await Promise.all(asked)) {
      const channels = { filed: 2, found: 1, refused: 0, missing: 1, different: 0 }
      expect(tally).toMatchObject({ national: { channels } })
    }
    expect(await json(network.ro.node.url, '/v1/tally')).toMatchObject({ national: { channels: null } })
    await network.must(network.ro, withheld)
    await until(async () => {
      const { seats } = (await json(network.hq.node.url, '/v1/cross-check')) as CrossCheck
      return seats.find((one) => one.found === 2 && one.missing.length === 0)
    }, 'the late form found')
  })

  test('lets the RO issue a Form 47 that all agree on', async () => {
    const form47 = await form47AtRo()
    const answer = await get(network.ro.node.url, `/v1/seats/${seatName}/form47`)
    const awaited = form47.notCounted.map(({ station }) => ({ station, reason: 'No link to the station' }))
    const sha = sha256(answer.bytes)
    const form47Issued = { stage: Form47Stage.PARTIAL, size: form47.log.size, sha256: sha, awaited }
    await network.must(network.ro, seat().ro.say(seatName, { body: 'form47Issued', form47Issued }))
    expect((await statusOf(network.ro, seatName))?.issued).toMatchObject({ stage: Form47Stage.PARTIAL })
  })

  test.each(['ro', 'province', 'hq'] as const)(
    'goes on after an orderly stop of %s, and after a kill',
    async (name) => {
      const { node } = network[name]
      const before = await checkpointOf(node.url, seatName)
      expect(await node.stop()).toBe(0)
      await node.start()
      await node.kill()
      await node.start()
      await ready(network[name])
      const after = await checkpointOf(node.url, seatName)
      expect(after!.size).toBeGreaterThanOrEqual(before!.size)
      await caughtUp(await network.must(network.ro, note()))
    },
  )

  test('catches up when HQ comes back', async () => {
    await network.hq.node.stop()
    for (const one of [note(), note()]) await network.must(network.ro, one)
    const last = note()
    const receipt = await network.must(network.ro, last)
    await until(() => replicatedReceipt(network.ro, seatName, last), 'the province alone to cosign')
    await network.hq.node.start()
    await caughtUp(receipt)
    await until(() => replicatedReceipt(network.hq, seatName, last), 'HQ to hold it')
  })

  test('pins of the register what concerns the seat, and nothing else', async () => {
    const { election } = network
    const before = await pinsSoFar()
    const policy = encodeOrder({ body: 'policyDeclared', policyDeclared: { text: 'Cosigned by two.' } })
    await network.mustReach(election.hq.say('', election.orderBody(policy, election.root.slice(0, 2))))
    const commissioner = { seat: '', office: 'commissioner', role: Role.PROVINCIAL_COMMISSIONER }
    await network.mustPin(election.enrol(election.actor('commissioner'), commissioner))
    expect(await pinsSoFar()).toBe(before + 1)
  })

  test('brings the register to a province that is behind in it', async () => {
    const { election, hq, province, ro } = network
    await province.node.stop()
    const observer = { seat: '', office: 'observer', role: Role.OBSERVER }
    await network.mustPin(election.enrol(election.actor('observer'), observer))
    await hq.node.stop()
    await province.node.start()
    const said = note()
    const receipt = await network.must(ro, said)
    await until(() => replicatedReceipt(ro, seatName, said), 'the province alone to cosign')
    await hq.node.start()
    await caughtUp(receipt)
    await until(() => replicatedReceipt(hq, seatName, said), 'HQ to hold it')
  })

  test('answers 503 while the site’s server is away, and loses nothing', async () => {
    await network.ro.nats.kill()
    const form = note()
    const answers = post(network.ro.node.url, encodeSignedStatement(form))
    await new Promise((resolve) => setTimeout(resolve, 300))
    await network.ro.nats.restart()
    const first = await answers
    expect([200, 503]).toContain(first.status)
    const again = await network.must(network.ro, form)
    if (first.status === 200) expect(opened(first.bytes, seatName).index).toBe(opened(again, seatName).index)
    await caughtUp(again)
  })

  test('stops in order, and starts, while the site’s server is away', async () => {
    const form = note()
    await network.ro.nats.kill()
    const waiting = post(network.ro.node.url, encodeSignedStatement(form))
    const stopped = network.ro.node.stop()
    expect((await waiting.catch(() => undefined))?.status ?? 503).toBe(503)
    expect(await stopped).toBe(0)
    const started = network.ro.node.start()
    await network.ro.nats.restart()
    await started
    await caughtUp(await network.must(network.ro, form))
  })
})

describe('the surface', () => {
  test('serves tiles for ever and checkpoints for a moment', async () => {
    const { url } = network.ro.node
    const { size } = (await checkpointOf(url, seatName))!
    const entries = await get(url, `/v1/logs/${seatName}/tile/entries/000.p/${size}`)
    const tile = await get(url, `/v1/logs/${seatName}/tile/0/000.p/${size}`)
    expect(entries.status).toBe(200)
    expect(tile.bytes).toHaveLength(size * 32)
    const beyond = await get(url, `/v1/logs/${seatName}/tile/0/000.p/255`)
    expect(beyond).toMatchObject({ status: 404, code: 'http/no-tile' })
    expect((await get(url, `/v1/logs/${seatName}/checkpoint`)).headers.get('cache-control')).toContain('max-age=1')
  })

  test.each([
    ['/', 'http/unknown-route'],
    ['/v1/logs/NA-2/checkpoint', 'http/unknown-log'],
    ['/v1/logs/..%2f..%2fetc%2fpasswd/checkpoint', 'http/unknown-log'],
    [`/v1/logs/${seatName}/tile/..%2f..%2f000`, 'http/no-tile'],
    [`/v1/logs/${seatName}/tile/0/0`, 'http/no-tile'],
    ['/v1/seats/register', 'http/unknown-seat'],
    ['/v1/seats/__proto__/form47', 'http/unknown-seat'],
    ['/v1/seats/__proto__/traces', 'http/unknown-seat'],
    ['/v1/seats/NA-99/officers', 'http/unknown-seat'],
    [`/v1/seats/${seatName}/stations/0/form45`, 'http/no-form'],
    ['/v1/seats/NA-99/form33', 'http/unknown-seat'],
    [`/v1/seats/${seatName}/stations/99/form46`, 'http/no-form'],
    [`/v1/logs/${seatName}/receipts/${'0'.repeat(64)}/${'0'.repeat(32)}`, 'http/no-receipt'],
    ['/v1/cross-check', 'http/no-cross-check'],
  ])('answers %s with %s', async (path, code) => {
    expect(await get(network.ro.node.url, path)).toMatchObject({ status: 404, code })
  })

  test('takes statements only as such', async () => {
    const { url } = network.ro.node
    expect(await post(url, Uint8Array.of(1), 'text/plain')).toMatchObject({ status: 415 })
    expect(await post(url, new Uint8Array(300_000))).toMatchObject({ status: 413, code: 'http/body-too-large' })
  })

  test('shows a station’s forms', async () => {
    const { url } = network.province.node
    const form45 = await json(url, `/v1/seats/${seatName}/stations/14/form45`)
    expect(form45).toMatchObject({ form: '45', station: { number: 14 }, status: 'accepted' })
    expect(await json(url, `/v1/seats/${seatName}/stations/14/form46`)).toMatchObject({ form: '46' })
    expect(await json(url, `/v1/seats/${seatName}/traces`)).toMatchObject({ form: 'traces', objections: [] })
  })

  test.each(['form28', 'form33', 'form47', 'stations/14/form45', 'stations/14/form46'])(
    'shows %s as JSON, text and CSV, each with the hash of the canonical bytes',
    async (form) => {
      const path = `/v1/seats/${seatName}/${form}`
      const number = form.slice(-2)
      const canonical = await get(network.ro.node.url, path)
      const hash = toHex(sha256(canonical.bytes))
      const bodies = await Promise.all(
        ['json', 'text', 'csv'].map(async (format) => await get(network.ro.node.url, `${path}?format=${format}`)),
      )
      for (const { status, headers } of [canonical, ...bodies]) {
        expect([status, headers.get('khata-form-hash')]).toEqual([200, hash])
      }
      const types = bodies.map(({ headers }) => headers.get('content-type')?.split(';')[0])
      expect(types).toEqual(['application/json', 'text/plain', 'text/csv'])
      const [asJson, asText, asCsv] = bodies.map(({ bytes }) => new TextDecoder().decode(bytes))
      expect(JSON.parse(asJson ?? '')).toMatchObject({ form: number })
      expect(asText).toMatch(new RegExp(`^FORM ${number} `))
      expect(asCsv).toMatch(/^[a-z_]+(,[a-z_]+)+\r\n/)
      const unknown = await get(network.ro.node.url, `${path}?format=pdf`)
      expect(unknown).toMatchObject({ status: 400, code: 'http/bad-request' })
    },
  )

  test('shows the lists at a hub as at the returning officer', async () => {
    for (const form of ['form28', 'form33']) {
      const urls = [network.ro, network.province].map(({ node }) => node.url)
      const answers = await Promise.all(urls.map((url) => json(url, `/v1/seats/${seatName}/${form}`)))
      expect(answers[0]).toMatchObject({
        certified: { entry: expect.any(Number) },
        frozen: { size: expect.any(Number) },
      })
      expect(answers[1]).toEqual(answers[0])
    }
  })

  test('shows seats in the common data format', async () => {
    const report = await json(network.ro.node.url, `/v1/election-report?seat=${seatName}`)
    expect(report).toMatchObject({
      '@type': 'ElectionResults.ElectionReport',
      Status: 'unofficial-partial',
      Election: [{ StartDate: '2024-02-08', Contest: [{ ElectoralDistrictId: `seat-${seatName}` }] }],
    })
    for (const query of ['', `?${Array.from({ length: 17 }, (_, at) => `seat=NA-${at}`).join('&')}`]) {
      const refused = await get(network.ro.node.url, `/v1/election-report${query}`)
      expect(refused).toMatchObject({ status: 400, code: 'http/bad-request' })
    }
    const unknown = await get(network.ro.node.url, `/v1/election-report?seat=${seatName}&seat=NA-99`)
    expect(unknown).toMatchObject({ status: 404, code: 'http/unknown-seat' })
  })

  test('tells how it is', async () => {
    const { url } = network.ro.node
    expect((await get(url, '/health')).status).toBe(200)
    expect((await get(url, '/ready')).status).toBe(200)
    const metrics = new TextDecoder().decode((await get(url, '/metrics')).bytes)
    for (const name of ['khata_submissions_total', 'khata_log_entries{log="NA-1"}', 'khata_hub_backlog_entries']) {
      expect(metrics).toContain(name)
    }
  })
})

describe('the command', { timeout: processesMs }, () => {
  test('submits, shows and verifies', async () => {
    const { url } = network.ro.node
    const form = note()
    const [statement, receipt] = [join(folder, 'form.bin'), join(folder, 'form.receipt')]
    await writeFile(statement, encodeSignedStatement(form))
    expect(await runKhata('submit', statement, '--node', url, '--receipt', receipt)).toMatchObject({ code: 0 })
    await until(() => replicatedReceipt(network.ro, seatName, form), 'a replicated receipt')
    const verify = ['verify', receipt, '--trust', network.trustFile, '--node', url]
    expect(await runKhata(...verify)).toMatchObject({ code: 0, err: '' })
    const bytes = await readFile(receipt)
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
    await writeFile(receipt, bytes)
    expect(await runKhata(...verify)).toMatchObject({ code: 1 })
    expect((await runKhata('form47', seatName, '--node', url)).out).toContain('FORM 47')
    expect((await runKhata('status', '--node', url)).out).toContain('ready')
    expect((await runKhata('status', '--node', url, '--seat', seatName)).code).toBe(0)
  })

  test('exports a list, and looks through it before it is signed again', async () => {
    const { url } = network.ro.node
    const file = join(folder, 'form28.csv')
    const { code, out } = await runKhata('lists', 'export', '--node', url, '--seat', seatName, '--list', '28')
    expect(code).toBe(0)
    await writeFile(file, out)
    const check = ['lists', 'check', file, '--list', '28']
    expect(await runKhata(...check)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/ rows in 1 statements, 0 faults/),
    })
    await writeFile(file, out.replace(',500,500,', ',five hundred,500,').replace(',combined,', ',both,'))
    const faulty = await runKhata(...check)
    expect(faulty.code).toBe(1)
    expect(faulty.out).toContain('row 2: registered_male is not a number: "five hundred" (table/not-a-number)')
    expect(faulty.out).toContain('row 2: type is none of the words that stand there: "both" (table/not-a-choice)')
    const told = await runKhata(...check, '--json')
    expect(JSON.parse(told.out)).toMatchObject({ faults: [{ row: 2, column: 'type' }, { row: 2 }], warnings: [] })
    const form33 = await runKhata('lists', 'export', '--node', url, '--seat', seatName, '--list', '33')
    await writeFile(file, form33.out)
    expect((await runKhata('lists', 'check', file, '--list', '33')).code).toBe(0)
    expect((await runKhata('lists', 'check', file, '--list', 'nominations')).code).toBe(1)
    await writeFile(file, 'number,name\n1,"never ends')
    expect(await runKhata(...check)).toMatchObject({ code: 2, err: expect.stringContaining('list/malformed') })
    expect((await runKhata('lists', 'check', join(folder, 'none.csv'), '--list', '33')).code).toBe(2)
    expect((await runKhata('lists', 'export', '--node', url, '--seat', 'NA-99', '--list', '33')).code).toBe(1)
  })

  test('exports the officers of a seat, and looks through them', async () => {
    const { url } = network.ro.node
    const file = join(folder, 'officers.csv')
    const { code, out } = await runKhata('lists', 'export', '--node', url, '--seat', seatName, '--list', 'officers')
    expect(code).toBe(0)
    const { officers } = (await json(url, `/v1/seats/${seatName}/officers`)) as { officers: readonly object[] }
    const key = network.election.seat(seatName).po(14).keyHex
    expect(officers).toContainEqual(expect.objectContaining({ office: 'po/14', role: 'presiding-officer', key }))
    expect(out).toContain(`po/14,presiding-officer,14,,${key},`)
    await writeFile(file, out)
    const check = ['lists', 'check', file, '--list', 'officers']
    const { length } = officers
    expect(await runKhata(...check)).toMatchObject({
      code: 0,
      out: `${length} rows in ${length} statements, 0 faults\n`,
    })
    await writeFile(file, out.replace(',14,,', ',,,').replace('po/1,presiding-officer,', 'po/1,returning-officer,'))
    const faulty = await runKhata(...check)
    expect(faulty.code).toBe(1)
    expect(faulty.out).toMatch(/row \d+: station is empty: "" \(table\/empty\)/)
    expect(faulty.out).toContain('role is none of the words that stand there: "returning-officer" (table/not-a-choice)')
    expect((await runKhata('lists', 'export', '--node', url, '--seat', seatName, '--list', 'nominations')).code).toBe(2)
  })

  test('tells a refusal, a wrong line and an absent node apart', async () => {
    const statement = join(folder, 'refused.bin')
    await writeFile(statement, encodeSignedStatement(forged()))
    const refused = await runKhata('submit', statement, '--node', network.ro.node.url)
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('statement/bad-signature') })
    expect(await runKhata('submit', statement, '--node', 'http://127.0.0.1:1')).toMatchObject({ code: 3 })
    expect(await runKhata('submit')).toMatchObject({ code: 2 })
    expect(await runKhata('lists', 'export')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--help tells more'),
    })
    expect(await runKhata('node', '--config', join(folder, 'none.json'))).toMatchObject({ code: 2 })
    expect(await runKhata('--help')).toMatchObject({ code: 0 })
    expect(await network.ro.node.init()).toMatchObject({ code: 1, err: expect.stringContaining('store/locked') })
  })

  test('exports files that the observer verifies', async () => {
    await caughtUp(await network.must(network.ro, note()))
    const out = join(folder, 'bundle')
    expect(await runKhata('export', '--node', network.hq.node.url, '--out', out)).toMatchObject({ code: 0, err: '' })
    const verified = await runObserver('--trust', network.trustFile, '--dir', out, '--served')
    expect(verified.err).toBe('')
    expect(verified.out).toContain(seatName)
    expect(verified.code).toBe(0)
  })
})

describe('a wiped store', { timeout: processesMs }, () => {
  test('may serve, and refuses to sequence', async () => {
    const { node } = network.ro
    await node.stop()
    await rm(join(node.folder, 'data'), { recursive: true })
    expect(await node.init()).toMatchObject({ code: 0 })
    await node.start()
    const answer = await get(node.url, '/ready')
    expect(answer.status).toBe(503)
    expect(JSON.parse(new TextDecoder().decode(answer.bytes))).toMatchObject({
      waiting: [{ log: seatName, code: 'lineage/store-behind-stream' }],
    })
    expect((await post(node.url, encodeSignedStatement(note()))).status).toBe(503)
    expect((await get(node.url, `/v1/seats/${seatName}/form47`)).status).toBe(200)
  })
})

const figures = { votes: [1, 2, 3] }

interface CrossCheck {
  readonly seats: readonly {
    readonly seat: string
    readonly held: number
    readonly found: number
    readonly missing: readonly unknown[]
  }[]
}

interface Form47Seen {
  readonly log: { readonly size: number }
  readonly candidates: readonly { readonly votes: number }[]
  readonly notCounted: readonly { readonly station: number }[]
  readonly findings: readonly unknown[]
  readonly otherForms: readonly unknown[]
}

/** How many pins of the register the seat's log holds; one more statement shows where it ends now. */
async function pinsSoFar(): Promise<number> {
  const end = await network.must(network.ro, note())
  const pins = (await entriesOf(network.ro.node.url, seatName, [end])).filter((bytes) => {
    const entry = openEntry(bytes)
    return entry.ok && entry.value.statement.ok && entry.value.statement.value.statement.body === 'registerPinned'
  })
  return pins.length
}

/** The seat's form at the RO. */
async function form47AtRo(): Promise<Form47Seen> {
  return (await json(network.ro.node.url, `/v1/seats/${seatName}/form47`)) as Form47Seen
}

function opened(receipt: Uint8Array, log: string): OpenedReceipt {
  const register = network.election.registerState
  const result = openReceipt(receipt, checkpointTrustOf(register, declaredLog(register, log)!))
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

function cosignersOf(receipt: Uint8Array): readonly string[] {
  return opened(receipt, seatName).cosignatures.map(({ key }) => key.name)
}

async function replicatedReceipt({ node }: Place, log: string, signed: SignedBytes): Promise<Uint8Array | undefined> {
  const answer = await get(
    node.url,
    `/v1/logs/${log}/receipts/${openedOf(signed).signerHex}/${openedOf(signed).idHex}?replicated=1`,
  )
  return answer.status === 200 ? answer.bytes : undefined
}

/** Resolves when every place holds what this receipt is about. */
async function caughtUp(receipt: Uint8Array): Promise<void> {
  for (const { node } of network.places) await checkpointOver(node.url, seatName, [receipt])
}

async function ready({ node }: Place): Promise<void> {
  await until(async () => ((await get(node.url, '/ready')).status === 200 ? true : undefined), `${node.folder} ready`)
}

/** One more thing that the RO may always say: a form of station 5, each time with other figures. */
let noted = 0
function note(): SignedBytes {
  noted += 1
  return seat()
    .po(5)
    .submit({ votes: [noted, 1, 1] })
}

function po(station: number, fields: object): SignedBytes {
  return seat()
    .po(station)
    .submit({ votes: [1, 2, 3], fields })
}

function stranger() {
  return seat().stranger('nobody', 5)
}

function signedBody(signed: SignedBytes): Uint8Array {
  return encodeSignedStatement(signed)
}

function body(of: { readonly votes: readonly number[] }): Uint8Array {
  return signedBody(seat().po(5).submit(of))
}

function otherwise(fields: { readonly election?: string; readonly seat?: string }): Uint8Array {
  const officer = seat().po(5)
  return signedBody(officer.sayOtherwise(seatName, bodyOf(officer.submit(figures)), fields))
}

function forged(): SignedBytes {
  const { statement, signature } = seat().po(5).submit(figures)
  return { statement, signature: signature.map((byte, at) => (at === 3 ? byte ^ 1 : byte)) }
}

/** A statement whose form's field 3, the total of valid votes, holds what no encoder writes; signed all the same. */
function bodyWith(raw: Uint8Array): Uint8Array {
  const officer = seat().po(5)
  const { statement } = officer.submit(figures)
  const changed = withField(statement, [40, 1, 3], raw)
  expect(changed).not.toEqual(statement)
  return signedBody({ statement: changed, signature: officer.sign(statementSigningBytes(changed)) })
}

function tooLarge(): Uint8Array {
  return signedBody({ statement: new Uint8Array(65_400), signature: new Uint8Array(64) })
}

function idReused(): Uint8Array {
  const officer = seat().po(1)
  const { id } = openedOf(logged!).statement
  return signedBody(officer.sayOtherwise(seatName, bodyOf(officer.submit(figures)), { id }))
}

function bodyOf(signed: SignedBytes) {
  const { form45Submitted } = openedOf(signed).statement as { readonly form45Submitted: { readonly form: object } }
  return { body: 'form45Submitted', form45Submitted } as never
}

/** The statement's hash where the envelope can be read, as whoever signed it knows it. */
function hashOfBody(bytes: Uint8Array): Uint8Array {
  const envelope = decodeSignedStatement(bytes)
  return envelope.ok ? statementHash(envelope.value.statement, envelope.value.signature) : sha256(bytes)
}

/** Lines of a refusal that the node has signed under that log's key. */
function signedLines(refusal: Uint8Array, log = seatName): readonly string[] {
  const register = network.election.registerState
  const key = logNoteKey(network.trust, declaredLog(register, log)!)!
  const result = openNote(refusal, [noteVerifier(key)])
  if (!result.ok) throw new Error(result.error.code)
  return result.value.text.split('\n')
}
