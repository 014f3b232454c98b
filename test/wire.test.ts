import { readFile, writeFile } from 'node:fs/promises'
import { setImmediate as turn } from 'node:timers/promises'
import { connect, type NatsConnection, nkeyAuthenticator, nkeys } from 'nats'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { LocalTopology } from './support/topology.ts'

/*
 * Who may do what on the wire, against real servers that run on what `khata ops nats-config` writes. The tables are
 * written by hand: + allowed, - refused. `~` is the election, `S` a stream.
 */

let topology: LocalTopology

beforeAll(async () => {
  topology = await LocalTopology.write({
    election: 'pk-ge-2024/drill',
    observers: ['watch'],
    sites: [
      { name: 'hq', role: 'hq' },
      { name: 'lahore', role: 'province', hub: 'punjab' },
      { name: 'karachi', role: 'province', hub: 'sindh' },
      { name: 'ro-1', role: 'ro', province: 'punjab', seats: ['NA-1', 'PP-2'] },
      { name: 'ro-3', role: 'ro', province: 'sindh', seats: ['NA-3'] },
    ],
  })
  await Promise.all(['hq', 'lahore', 'ro-1'].map((site) => topology.start(site)))
})

afterAll(async () => {
  await topology[Symbol.asyncDispose]()
})

describe('at each server, to log in', () => {
  test.each([
    ['hq   ', 'hq + lahore + karachi + ro-1 + ro-3 + watch + operator + stranger - nobody -'],
    ['lahore', 'hq - lahore + karachi - ro-1 + ro-3 - watch + operator + stranger - nobody -'],
    ['ro-1 ', 'hq - lahore - karachi - ro-1 + ro-3 - watch - operator + stranger - nobody -'],
  ])('at %s: %s', async (server, row) => {
    for (const [, user = '', sign] of row.matchAll(/(\S+) ([+-])/g)) {
      const opening = open(server.trim(), user)
      if (sign === '+') await expect(opening, user).resolves.toBeDefined()
      else await expect(opening, user).rejects.toThrow('Authorization Violation')
    }
  })
})

const atHub = {
  publish: `
    khata.~.log.NA-1                        + - - - -
    khata.~.log.register                    + - - - -
    khata.~.log.intake-hq                   + - - - -
    khata.~.checkpoint.NA-1                 + - - - -
    khata.~.push.NA-1                       - - + - -
    khata.~.push.PP-2                       - - + - -
    khata.~.push.NA-3                       - - - - -
    khata.~.push.register                   - + + - -
    khata.~.push.intake-punjab              - + - - -
    khata.~.push.intake-sindh               - - - - -
    khata.~.push.intake-hq                  - - - - -
    khata.~.push                            - - - - -
    khata.~.pull.NA-1                       - - + + -
    khata.~.pull.PP-2                       - - + + -
    khata.~.pull.NA-3                       - - - + -
    khata.~.pull.register                   - + + + -
    khata.~.pull.intake-punjab              - + - + -
    khata.~.pull.intake-hq                  - - - + -
    khata.~.pull                            - - - - -
    khata.~.image.NA-1                      - - + - -
    khata.~.image.PP-2                      - - + - -
    khata.~.image.NA-3                      - - - - -
    khata.~.image.register                  - - - - -
    khata.~.image.intake-punjab             - + - - -
    khata.~.image.intake-sindh              - - - - -
    khata.~.image.intake-hq                 - - - - -
    khata.~.image                           - - - - -
    khata.~.other                           - - - - -
    khata.pk-ge-2029_live.log.NA-1          - - - - -
    khata.pk-ge-2029_live.push.NA-1         - - - - -
    khata.pk-ge-2029_live.pull.NA-1         - - - - -
    khata.pk-ge-2029_live.image.NA-1        - - - - -
    _INBOX.somebody                         + - - - -
    else                                    - - - - -
    $JS.API.INFO                            - - - - +
    $JS.API.STREAM.INFO.S                   + - - - +
    $JS.API.STREAM.NAMES                    - - - - +
    $JS.API.STREAM.LIST                     - - - - +
    $JS.API.STREAM.CREATE.S                 - - - - +
    $JS.API.STREAM.UPDATE.S                 - - - - +
    $JS.API.STREAM.DELETE.S                 - - - - +
    $JS.API.STREAM.PURGE.S                  - - - - -
    $JS.API.STREAM.SNAPSHOT.S               - - - - -
    $JS.API.STREAM.RESTORE.S                - - - - -
    $JS.API.STREAM.MSG.GET.S                + - - - -
    $JS.API.STREAM.MSG.DELETE.S             - - - - -
    $JS.API.STREAM.PEER.REMOVE.S            - - - - +
    $JS.API.STREAM.LEADER.STEPDOWN.S        - - - - +
    $JS.API.META.LEADER.STEPDOWN            - - - - -
    $JS.API.SERVER.REMOVE                   - - - - -
    $JS.API.DIRECT.GET.S                    + - - - -
    $JS.API.DIRECT.GET.S.khata.~.log.NA-1   - - - - -
    $JS.API.CONSUMER.CREATE.S               - - - - -
    $JS.API.CONSUMER.CREATE.S.c             - - - - -
    $JS.API.CONSUMER.CREATE.S.c.khata.~.log - - - - -
    $JS.API.CONSUMER.DURABLE.CREATE.S.c     - - - - -
    $JS.API.CONSUMER.DELETE.S.c             - - - - -
    $JS.API.CONSUMER.INFO.S.c               - - - - -
    $JS.API.CONSUMER.LIST.S                 - - - - -
    $JS.API.CONSUMER.MSG.NEXT.S.c           - - - - -
    $JS.ACK.S.c.1.1.1.1.1                   - - - - -
    $SYS.REQ.SERVER.PING                    - - - - -
    $SYS.REQ.USER.INFO                      - - - - -
    $SYS.ACCOUNT.x                          - - - - -`,
  subscribe: `
    >                                       - - - - -
    *                                       - - - - -
    khata.>                                 - - - - -
    khata.~.log.*                           - - - - -
    khata.~.log.NA-1                        - - - - -
    khata.~.checkpoint.*                    - - - - -
    khata.~.push.*                          + - - - -
    khata.~.push.NA-1                       + - - - -
    khata.~.pull.*                          + - - - -
    khata.~.pull.NA-1                       + - - - -
    khata.~.image.*                         + - - - -
    khata.~.image.NA-1                      + - - - -
    _INBOX.>                                - - - - -
    _INBOX.*                                - - - - -
    _INBOX.MINE.>                           + + + + +
    _INBOX.MINE.x.*                         + + + + +
    _INBOX.OTHER.>                          - - - - -
    $JS.>                                   - - - - -
    $JS.API.>                               - - - - -
    $JS.EVENT.>                             - - - - -
    $SYS.>                                  - - - - -`,
}

const atOffice = {
  publish: `
    khata.~.log.NA-1                                           + -
    khata.~.log.PP-2                                           + -
    khata.~.log.register                                       + -
    khata.~.log.NA-3                                           - -
    khata.~.log.intake-punjab                                  - -
    khata.~.checkpoint.NA-1                                    + -
    khata.~.checkpoint.PP-2                                    + -
    khata.~.checkpoint.register                                + -
    khata.~.checkpoint.NA-3                                    - -
    khata.~.push.NA-1                                          - -
    khata.~.pull.NA-1                                          - -
    khata.~.image.NA-1                                         - -
    khata.pk-ge-2029_live.log.NA-1                             - -
    _INBOX.somebody                                            - -
    else                                                       - -
    $JS.API.INFO                                               - +
    $JS.API.STREAM.INFO.KHATA_~_NA-1                           + +
    $JS.API.STREAM.INFO.KHATA_~_PP-2                           + +
    $JS.API.STREAM.INFO.KHATA_~_register                       + +
    $JS.API.STREAM.INFO.KHATA_~_CHECKPOINTS                    + +
    $JS.API.STREAM.INFO.KHATA_~_NA-3                           - +
    $JS.API.STREAM.NAMES                                       - +
    $JS.API.STREAM.LIST                                        - +
    $JS.API.STREAM.CREATE.KHATA_~_NA-9                         - +
    $JS.API.STREAM.UPDATE.KHATA_~_NA-9                         - +
    $JS.API.STREAM.DELETE.KHATA_~_NA-9                         - +
    $JS.API.STREAM.PURGE.KHATA_~_NA-1                          - -
    $JS.API.STREAM.PEER.REMOVE.KHATA_~_NA-9                    - +
    $JS.API.STREAM.LEADER.STEPDOWN.KHATA_~_NA-9                - +
    $JS.API.STREAM.MSG.DELETE.KHATA_~_NA-1                     - -
    $JS.API.STREAM.MSG.GET.KHATA_~_NA-1                        + -
    $JS.API.STREAM.MSG.GET.KHATA_~_PP-2                        + -
    $JS.API.STREAM.MSG.GET.KHATA_~_register                    + -
    $JS.API.STREAM.MSG.GET.KHATA_~_CHECKPOINTS                 + -
    $JS.API.STREAM.MSG.GET.KHATA_~_NA-3                        - -
    $JS.API.DIRECT.GET.KHATA_~_NA-1                            + -
    $JS.API.DIRECT.GET.KHATA_~_PP-2                            + -
    $JS.API.DIRECT.GET.KHATA_~_register                        + -
    $JS.API.DIRECT.GET.KHATA_~_CHECKPOINTS                     + -
    $JS.API.DIRECT.GET.KHATA_~_NA-3                            - -
    $JS.API.CONSUMER.CREATE.KHATA_~_NA-1                       - -
    $JS.API.CONSUMER.DURABLE.CREATE.KHATA_~_NA-1.c             - -
    $JS.API.CONSUMER.DELETE.KHATA_~_NA-1.c                     - -
    $JS.API.CONSUMER.MSG.NEXT.KHATA_~_NA-1.c                   - -
    $SYS.REQ.SERVER.PING                                       - -`,
  subscribe: `
    >                                                          - -
    khata.>                                                    - -
    khata.~.log.NA-1                                           - -
    khata.~.push.*                                             - -
    khata.~.pull.*                                             - -
    khata.~.image.*                                            - -
    _INBOX.>                                                   - -
    _INBOX.MINE.>                                              + +
    _INBOX.OTHER.>                                             - -
    $JS.>                                                      - -
    $SYS.>                                                     - -`,
}

const ofHub = ['hq', 'lahore', 'ro-1', 'watch', 'operator'] as const
// A province has the same table but for its own node, and for the seats and intake logs that are not below it.
const ofProvince = ['lahore', 'ro-1', 'watch', 'operator'] as const

describe.each([
  ['HQ', 'hq', ofHub, atHub],
  ['a province', 'lahore', ofProvince, withoutColumn(atHub, 1)],
  ['an office', 'ro-1', ['ro-1', 'operator'] as const, atOffice],
])('at the server of %s', (_, server, users, table) => {
  test.each([...users.entries()])('%i: %s may do what the table says, and nothing else', async (column, user) => {
    const connection = await open(server, user)
    const faults: string[] = []
    for (const verb of ['publish', 'subscribe'] as const) {
      const rows = rowsOf(table[verb])
      const told = await refusals(
        connection,
        verb,
        rows.map(({ subject }) => subjectFor(user, subject)),
      )
      for (const { subject, signs } of rows) {
        const sign = told.has(subjectFor(user, subject)) ? '-' : '+'
        if (sign !== signs[column]) faults.push(`${verb} ${subject}: ${sign} where ${signs[column]} was expected`)
      }
    }
    expect(faults).toEqual([])
  })

  test('every permission that is given stands in the table', async () => {
    const text = await readFile(topology.configFile(server), 'utf8')
    const rows = [...rowsOf(table.publish), ...rowsOf(table.subscribe)].filter(({ signs }) => signs.includes('+'))
    const subjects = [...new Set(rows.flatMap(({ subject }) => users.map((user) => subjectFor(user, subject))))]
    const missing: string[] = []
    const known = new Set([...users, ...(server === 'hq' ? ['karachi', 'ro-3'] : [])])
    const blocks = text.split('    {\n').slice(1)
    for (const block of blocks.filter((one) => [...users].some((user) => one.includes(topology.publicKey(user))))) {
      for (const [, pattern = ''] of block.matchAll(/^ {10}"(.*)"$/gm)) {
        if (!subjects.some(matching(pattern))) missing.push(pattern)
      }
    }
    expect(missing).toEqual([])
    expect(blocks).toHaveLength(known.size)
  })
})

test('a server takes a new list of users without a stop, and cuts off who is no longer in it', async () => {
  await using small = await LocalTopology.write({
    election: 'pk-ge-2024/drill',
    observers: ['watch'],
    sites: [{ name: 'hq', role: 'hq' }],
  })
  const [server] = await small.start('hq')
  const { port, pid } = server!
  const seen = await connect({
    port,
    authenticator: nkeyAuthenticator(small.keys.get('watch')!.seed),
    reconnect: false,
  })
  await writeFile(small.file, JSON.stringify({ ...small.json, observers: [] }))
  const printed = await small.ops('nats-config', small.file, '--out', small.out)
  expect(printed).toContain(`-      nkey: "${small.publicKey('watch')}"`)
  process.kill(pid, 'SIGHUP')
  await seen.closed()
  await expect(
    connect({ port, authenticator: nkeyAuthenticator(small.keys.get('watch')!.seed), reconnect: false }),
  ).rejects.toThrow('Authorization Violation')
  expect(server!.pid).toBe(pid)
})

interface Row {
  readonly subject: string
  readonly signs: readonly string[]
}

interface TableText {
  readonly publish: string
  readonly subscribe: string
}

function rowsOf(text: string): readonly Row[] {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  return lines.map(([subject = '', ...signs]) => ({ subject, signs }))
}

/** The province's own node is what HQ's node is at HQ: its column stands first, and its column as a node below goes. */
function withoutColumn(table: TableText, column: number): TableText {
  const cut = (text: string): string =>
    rowsOf(text)
      .map(({ subject, signs }) => [subject, ...signs.toSpliced(column, 1)].join(' '))
      .join('\n')
  return { publish: cut(table.publish), subscribe: cut(table.subscribe) }
}

function subjectFor(user: string, subject: string): string {
  return subject
    .replaceAll('~', 'pk-ge-2024_drill')
    .replace('MINE', topology.publicKey(user))
    .replace('OTHER', topology.publicKey(user === 'operator' ? 'watch' : 'operator'))
}

/** Whether a pattern stands for a subject; a pattern that is asked for stands for itself. */
function matching(pattern: string): (subject: string) => boolean {
  const parts = pattern
    .split('.')
    .map((part) => (part === '*' ? '[^.]+' : part === '>' ? '.+' : part.replace('$', '\\$')))
  const expression = new RegExp(`^${parts.join('\\.')}$`)
  return (subject) => pattern === subject || expression.test(subject)
}

async function open(server: string, user: string): Promise<NatsConnection> {
  const { port } = topology.site(server).servers[0]!
  const seed = user === 'stranger' ? nkeys.createUser().getSeed() : topology.keys.get(user)?.seed
  const login = seed === undefined ? {} : { authenticator: nkeyAuthenticator(seed) }
  const connection = await connect({ port, reconnect: false, ...login })
  onTestFinished(() => connection.close())
  return connection
}

/** Which of these subjects the server refuses; it answers in order, so that a flush comes after every refusal. */
async function refusals(
  connection: NatsConnection,
  verb: 'publish' | 'subscribe',
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  const refused = new Set<string>()
  void watch(connection, refused)
  for (const subject of subjects) {
    if (verb === 'publish') connection.publish(subject, 'x')
    else connection.subscribe(subject, { callback: () => undefined })
  }
  await connection.flush()
  await turn()
  return refused
}

/** Until the connection is closed. */
async function watch(connection: NatsConnection, refused: Set<string>): Promise<void> {
  for await (const status of connection.status()) {
    if (status.type !== 'error') continue
    const [, subject] = /Violation for (?:Publish|Subscription) to "(\S+)"/.exec(status.error.message) ?? []
    if (subject !== undefined) refused.add(subject)
  }
}
