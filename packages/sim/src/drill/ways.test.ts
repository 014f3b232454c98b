import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { Ways } from './ways.ts'

test('a way carries bytes both ways, breaks when it is cut, and carries again', async () => {
  const echo = createServer((socket) => void socket.pipe(socket))
  await once(echo.listen(0, '127.0.0.1'), 'listening')
  const url = `nats://127.0.0.1:${(echo.address() as AddressInfo).port}`
  await using ways = new Ways()
  const port = Number(new URL(await ways.to(url)).port)
  expect(await ways.to(url)).toBe(`nats://127.0.0.1:${port}`)
  const line = connect(port, '127.0.0.1')
  expect(await said(line, 'one')).toBe('one')
  const broken = once(line, 'close')
  ways.cut()
  await broken
  const refused = connect(port, '127.0.0.1')
  await once(refused, 'close')
  expect(refused.bytesRead).toBe(0)
  ways.mend()
  const again = connect(port, '127.0.0.1')
  expect(await said(again, 'two')).toBe('two')
  again.destroy()
  echo.close()
})

test('a slow way carries every byte in its order, and no more of them in a second than it may', async () => {
  const echo = createServer((socket) => void socket.pipe(socket))
  await once(echo.listen(0, '127.0.0.1'), 'listening')
  await using ways = new Ways({ bytesPerSecond: 100_000, lossPerMille: 300 })
  const url = await ways.to(`nats://127.0.0.1:${(echo.address() as AddressInfo).port}`)
  const line = connect(Number(new URL(url).port), '127.0.0.1')
  const sent = randomBytes(30_000)
  const begun = performance.now()
  line.write(sent)
  let back = Buffer.alloc(0)
  while (back.length < sent.length) {
    const [bytes] = (await once(line, 'data')) as [Buffer]
    back = Buffer.concat([back, bytes])
  }
  expect(Buffer.compare(back, sent)).toBe(0)
  expect(performance.now() - begun).toBeGreaterThan((1_000 * sent.length) / 100_000)
  line.destroy()
  echo.close()
})

async function said(socket: ReturnType<typeof connect>, text: string): Promise<string> {
  socket.write(text)
  const [bytes] = (await once(socket, 'data')) as [Buffer]
  return bytes.toString()
}
