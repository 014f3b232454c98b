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

async function said(socket: ReturnType<typeof connect>, text: string): Promise<string> {
  socket.write(text)
  const [bytes] = (await once(socket, 'data')) as [Buffer]
  return bytes.toString()
}
