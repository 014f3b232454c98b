import { groupedHash, isolated, type VoidEntry } from '@khata/ledger'
import type { VerifyPlan } from '../verify/election.ts'
import type {
  DifferentStatement,
  ElectionReport,
  Fault,
  LogReport,
  MissingStatement,
  PublishedForm,
  SeatReport,
  SeatStatus,
} from '../verify/report.ts'

/** Lines of one kind under a log; `--json` has all. */
const detailLinesMax = 20

/** What stands before every line: nobody may quote one without it. */
export function markOf(trusted: boolean, reconstruction: ElectionReport['reconstruction']): string {
  return `${trusted ? '' : 'UNTRUSTED '}${reconstruction === undefined ? '' : 'RECONSTRUCTION '}`
}

export function planLines({ election, reconstruction, register }: VerifyPlan, trusted: boolean): readonly string[] {
  return [
    `Election ${election}`,
    ...(reconstruction ? [reconstruction.notice, `Source: ${isolated(reconstruction.source)}`] : []),
    ...logLines(register, trusted),
  ]
}

/** The register or an intake log. */
export function logLines(report: LogReport, trusted: boolean): readonly string[] {
  const status = report.holds ? 'verified' : report.faults.length > 0 ? 'fault' : 'void-entries'
  return [`${statusWord(status, trusted)}${report.log}  ${extent(report)}`, ...faultLines(report)]
}

/** The verdict on a seat, in one line, and what does not hold below it. */
export function seatLines(report: SeatReport, trusted: boolean): readonly string[] {
  const { seat, status, log, form47, published, crossCheck } = report
  const hash = form47 === undefined ? '' : `  Form 47 ${groupedHash(form47.hash)}`
  return [
    `${statusWord(status, trusted)}${seat}  ${extent(log)}${hash}`,
    ...faultLines(log),
    ...publishedLines(published),
    ...limited(crossCheck.missing.map((it) => `  missing    ${statementText(it)}`)),
    ...limited(crossCheck.different.map(differentLine)),
    ...limited(crossCheck.pending.map((it) => `  not yet    ${statementText(it)}`)),
    ...limited(crossCheck.withoutStanding.map((it) => `  no office  ${statementText(it)}`)),
  ]
}

export function summaryLines(report: ElectionReport, trusted: boolean): readonly string[] {
  const verified = report.seats.filter(({ status }) => status === 'verified').length
  const { verdict } = report.register
  const crossChecked = report.intakes.map(({ log }) => log).join(', ')
  return [
    `${verified} of ${report.seats.length} seats ${okWord(trusted)}, with the register at ${verdict?.size ?? 0} entries`,
    crossChecked === '' ? 'No intake log was looked through.' : `Looked through for withheld forms: ${crossChecked}`,
    conclusion(report.holds, trusted),
  ]
}

function conclusion(holds: boolean, trusted: boolean): string {
  if (!holds) return 'NOT everything asked for holds.'
  if (trusted) return 'Everything asked for holds.'
  return 'Nothing is verified without a trust file: whoever runs the source can have made all of it up.'
}

const statusWords = {
  'not-judged': 'not judged',
  'not-served': 'not served',
  fault: 'FAULT',
  'published-differs': 'PUBLISHED DIFFERS',
  'statements-missing': 'MISSING STATEMENTS',
  'void-entries': 'VOID ENTRIES',
  verified: 'verified',
} as const satisfies Readonly<Record<SeatStatus, string>>

function statusWord(status: SeatStatus, trusted: boolean): string {
  return `${(status === 'verified' ? okWord(trusted) : statusWords[status]).padEnd(18)}  `
}

/** What agrees with keys that came from its own source agrees with itself, no more. */
function okWord(trusted: boolean): string {
  return trusted ? statusWords.verified : 'consistent'
}

function extent({ verdict }: LogReport): string {
  if (verdict === undefined) return 'not read'
  const cosigners = verdict.cosignatures.length
  return `${verdict.size} entries, cosigned by ${cosigners}`
}

function faultLines({ log, faults, voids }: LogReport): readonly string[] {
  return [...limited(faults.map((fault) => faultLine(log, fault))), ...limited(voids.map((it) => voidLine(log, it)))]
}

function faultLine(log: string, { code, index, detail }: Fault): string {
  return `  fault      ${log} entry ${index}: ${code}, ${isolated(detail)}`
}

function voidLine(log: string, { index, signer, refusal }: VoidEntry): string {
  const by = signer === '' ? '' : `, by key ${signer.slice(0, 16)}`
  return `  void       ${log} entry ${index}: ${refusal.code}${by}`
}

function publishedLines(published: PublishedForm | undefined): readonly string[] {
  if (published === undefined || published.same) return []
  const where = published.differing.length === 0 ? 'cannot be compared' : `differs in ${published.differing.join(', ')}`
  const size = published.size === undefined ? 'no size' : `size ${published.size}`
  return [`  published  ${isolated(where)}; made at ${size}, SHA-256 ${groupedHash(published.hash)}`]
}

function statementText({ seat, station, statement, intake, index, since }: MissingStatement): string {
  const at = station === undefined ? '' : ` station ${station}`
  return `${seat}${at}, statement ${statement}, in ${intake} entry ${index} since ${new Date(since).toISOString()}`
}

function differentLine(it: DifferentStatement): string {
  return `  different  ${statementText(it)}; instead entry ${it.entry}, statement ${it.instead}`
}

function limited(lines: readonly string[]): readonly string[] {
  if (lines.length <= detailLinesMax) return lines
  return [...lines.slice(0, detailLinesMax), `  and ${lines.length - detailLinesMax} more: --json shows all`]
}
