import { refusalAdvice } from '@khata/ledger'
import { httpFaultCodes } from '@khata/node'
import type { Answer } from './answers.ts'
import type { Exchange } from './wire.ts'

/** Everything that a node may say to what it refuses: docs/errors.md. */
const documented: ReadonlySet<string> = new Set([...Object.keys(refusalAdvice), ...httpFaultCodes])

/** HTTP itself gives these before a node is asked: docs/http.md. */
const bare: ReadonlySet<number> = new Set([400, 417])

/** What is wrong with how a node took something hostile; undefined where it refused, sent away or cut off. */
export function refusalFault({ answers, ended }: Exchange): string | undefined {
  if (answers.length === 0) return ended ? undefined : 'neither answered nor ended'
  if (answers.length > 1) return `${answers.length} answers to one request`
  return answers.map(answerFault).find((fault) => fault !== undefined)
}

/** What is wrong with how a node took the requests of a flood, which are lawful: it may answer them too. */
export function floodFault({ answers, ended }: Exchange, wanted: number): string | undefined {
  const fault = answers
    .filter(({ status }) => status !== 200)
    .map(answerFault)
    .find((one) => one !== undefined)
  return fault ?? (answers.length === wanted || ended ? undefined : `${answers.length} of ${wanted} answered`)
}

function answerFault(answer: Answer): string | undefined {
  const { status, code } = answer
  if (isSentAway(answer)) return undefined
  const isNamed = code === undefined ? bare.has(status) : documented.has(code)
  return status >= 400 && status < 500 && isNamed ? undefined : answerText(answer)
}

/** A deliberate 503 says when to come again. */
function isSentAway({ status, code, retryAfter }: Answer): boolean {
  return status === 503 && code !== undefined && documented.has(code) && retryAfter !== undefined
}

/** For the table of answers. */
export function answerText({ status, code }: Answer): string {
  return code === undefined ? String(status) : `${status} ${code}`
}
