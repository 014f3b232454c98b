import { expect, test } from 'vitest'
import { parseNodeConfig } from './config.ts'

const ro = {
  role: 'ro',
  name: 'ro-punjab-1',
  trust: 'trust.json',
  keyFile: 'node.key',
  dataDir: 'data',
  nats: { url: 'nats://127.0.0.1:4222' },
  http: { host: '127.0.0.1', port: 0 },
  seats: ['NA-46'],
  upstreams: [{ hub: 'hq', url: 'nats://127.0.0.1:4223' }],
}
const hq = { ...ro, role: 'hq', hub: 'hq', seats: [], upstreams: [], cosignerKeyFile: 'cosigner.key' }

test('a configuration is what the file says', () => {
  expect(parseNodeConfig(JSON.stringify(ro), {})).toEqual({ ok: true, value: ro })
  expect(parseNodeConfig(JSON.stringify(hq), {})).toEqual({ ok: true, value: hq })
})

test('the environment overrides the file', () => {
  const environment = {
    KHATA_NAME: 'other',
    KHATA_NATS_URL: 'nats://10.0.0.1:4222,nats://10.0.0.2:4222',
    KHATA_NATS_NKEY_FILE: 'nats.nkey',
    KHATA_NATS_CA_FILE: 'ca.pem',
    KHATA_NATS_CERT_FILE: 'own.pem',
    KHATA_NATS_KEY_FILE: 'own.key',
    KHATA_HTTP_PORT: '8400',
    KHATA_SEATS: 'NA-46,PP-163',
    KHATA_UPSTREAMS: 'punjab=nats://127.0.0.2:4222,hq=nats://10.0.0.3:4222,hq=nats://10.0.0.4:4222',
    KHATA_VERIFIER_THREADS: '2',
    KHATA_NATS_SERVER: '/usr/bin/nats-server',
  }
  const upstreams = [{ hub: 'hq', url: 'nats://127.0.0.1:4223', nkeyFile: 'ro.nkey', tls: { caFile: 'hq.pem' } }]
  expect(parseNodeConfig(JSON.stringify({ ...ro, upstreams }), environment)).toMatchObject({
    value: {
      name: 'other',
      nats: {
        url: ['nats://10.0.0.1:4222', 'nats://10.0.0.2:4222'],
        nkeyFile: 'nats.nkey',
        tls: { caFile: 'ca.pem', certFile: 'own.pem', keyFile: 'own.key' },
      },
      http: { host: '127.0.0.1', port: 8400 },
      seats: ['NA-46', 'PP-163'],
      verifierThreads: 2,
      upstreams: [
        { hub: 'punjab', url: 'nats://127.0.0.2:4222' },
        { ...upstreams[0], url: ['nats://10.0.0.3:4222', 'nats://10.0.0.4:4222'] },
      ],
    },
  })
})

test.each<[field: string, config: object]>([
  ['role', { ...ro, role: 'observer' }],
  ['name', { ...ro, name: '' }],
  ['keyFile', { ...ro, keyFile: undefined }],
  ['nats.url', { ...ro, nats: { url: 'http://127.0.0.1' } }],
  ['nats.url', { ...ro, nats: { url: 'nats://' } }],
  ['nats.url', { ...ro, nats: { url: [] } }],
  ['nats.url', { ...ro, nats: { url: 'nats://user:password@127.0.0.1' } }],
  ['nats.tls', { ...ro, nats: { url: 'nats://10.0.0.1:4222' } }],
  ['nats.tls', { ...ro, nats: { url: ['nats://127.0.0.1', 'nats://hq.example:4222'] } }],
  ['nats.tls', { ...ro, nats: { url: 'nats://127.0.0.1.example' } }],
  ['nats.tls', { ...ro, nats: { url: 'tls://127.0.0.1' } }],
  ['nats.tls', { ...ro, nats: { url: 'nats://10.0.0.1', tls: { caFile: 'ca.pem', certFile: 'own.pem' } } }],
  ['upstreams.0.tls', { ...ro, upstreams: [{ hub: 'hq', url: 'nats://10.0.0.1:4222' }] }],
  ['http.port', { ...ro, http: { host: '127.0.0.1', port: 65_536 } }],
  ['seats', { ...ro, seats: [] }],
  ['seats.0', { ...ro, seats: ['../etc'] }],
  ['hub', { ...ro, hub: 'punjab' }],
  ['verifierThreads', { ...ro, verifierThreads: -1 }],
  ['verifierThreads', { ...ro, verifierThreads: 1.5 }],
  ['upstreams', { ...ro, upstreams: [...ro.upstreams, ...ro.upstreams] }],
  ['seats', { ...hq, seats: ['NA-46'] }],
  ['hub', { ...hq, hub: undefined }],
  ['hub', { ...hq, hub: 'punjab' }],
  ['hub', { ...hq, role: 'province' }],
  ['cosignerKeyFile', { ...hq, cosignerKeyFile: undefined }],
  ['upstreams', { ...hq, upstreams: ro.upstreams }],
  ['sets', { ...ro, sets: ['NA-46'] }],
])('a configuration that is wrong in %s is refused by that name', (field, config) => {
  const parsed = parseNodeConfig(JSON.stringify(config), {})
  expect(parsed).toMatchObject({ ok: false, error: { code: 'config/malformed', field } })
})

test.each(['nats://127.0.0.1:4222', 'nats://127.1.2.3', 'nats://localhost:4222', 'nats://[::1]:4222'])(
  'a connection to %s stays on this machine, and may be plain',
  (url) => {
    expect(parseNodeConfig(JSON.stringify({ ...ro, nats: { url } }), {})).toMatchObject({ ok: true })
  },
)

test('a plain connection to another machine is for development alone, and the file alone may say so', () => {
  const plain = { ...ro, nats: { url: 'nats://10.0.0.1:4222' } }
  expect(parseNodeConfig(JSON.stringify({ ...plain, development: true }), {})).toMatchObject({ ok: true })
  expect(parseNodeConfig(JSON.stringify(plain), { KHATA_DEVELOPMENT: 'true' })).toMatchObject({ ok: false })
})

test('what is no JSON object is refused as a whole', () => {
  for (const text of ['', '{', '[]', 'null', '1']) {
    expect(parseNodeConfig(text, {})).toMatchObject({ ok: false, error: { code: 'config/malformed', field: '' } })
  }
})

test('a wrong variable is told like a wrong field', () => {
  const parsed = parseNodeConfig(JSON.stringify(ro), { KHATA_HTTP_PORT: 'eighty' })
  expect(parsed).toMatchObject({ ok: false, error: { field: 'http.port' } })
})

test('a public port has its own address, and believes the proxies that are named', () => {
  const bare = parseNodeConfig(JSON.stringify({ ...ro, public: { host: '::', port: 8401 } }), {})
  expect(bare).toMatchObject({ ok: true, value: { public: { host: '::', port: 8401, proxies: [] } } })
  const said = { KHATA_PUBLIC_HOST: '::1', KHATA_PUBLIC_PORT: '80', KHATA_PUBLIC_PROXIES: '10.0.0.1,10.1.0.0/16' }
  const parsed = parseNodeConfig(JSON.stringify(ro), { ...said, KHATA_IMAGE_DIR: '/srv/images' })
  const proxies = ['10.0.0.1', '10.1.0.0/16']
  expect(parsed).toMatchObject({
    ok: true,
    value: { imageDir: '/srv/images', public: { host: '::1', port: 80, proxies } },
  })
  expect(parseNodeConfig(JSON.stringify(ro), {})).toMatchObject({ ok: true, value: { http: ro.http } })
})
