import { readFile } from 'node:fs/promises'
import {
  type CellFault,
  cellFaultCodes,
  type ReadTable,
  readCandidates,
  readNominations,
  readOfficers,
  readStations,
  candidateParts,
  noParameters,
  stationParts,
  type Table,
} from '@khata/ledger'
import { Command, Option } from 'commander'
import { CsvError, parse } from 'csv-parse/sync'
import { StartFault } from '../start-fault.ts'
import { get, textIn } from './ask.ts'
import { complain, type ExitCode, type Invocation, printJson, printLine, type Work } from './invocation.ts'

const lists = ['28', '33', 'nominations', 'officers'] as const
type List = (typeof lists)[number]

/** Lists that a node shows, and where. */
const shownLists = { '28': 'form28', '33': 'form33', officers: 'officers' } as const
type ShownList = keyof typeof shownLists

interface CheckOptions {
  readonly list: List
  readonly json?: true
}

interface ExportOptions {
  readonly node: string
  readonly seat: string
  readonly list: ShownList
}

const helpText = `
FILE is CSV with a header row, in the columns that "lists export" writes. Every fault of every row is told, not the first
only; row 1 is the header. Fails with 1 where there is a fault; a warning is worth a look and fails nothing. How many
operators and agents the register allows no file says: that is not looked at here.`

export function listsCommand(choose: (work: Work) => void): Command {
  const check = new Command('check')
    .description('look through a list before it is signed')
    .argument('<file>', 'a CSV file')
    .addOption(new Option('--list <list>', 'which list it is').choices(lists).makeOptionMandatory())
    .option('--json', 'print one JSON object')
    .addHelpText('after', helpText)
    .action((file: string, options: CheckOptions) => choose((invocation) => runCheck(file, options, invocation)))
  const exported = new Command('export')
    .description('print a seat’s list as CSV, as a node has it now; of its officers those whose keys are in force')
    .requiredOption('--node <url>', 'the node’s HTTP side')
    .requiredOption('--seat <seat>', 'the seat, NA-46')
    .addOption(new Option('--list <list>', 'which list').choices(Object.keys(shownLists)).makeOptionMandatory())
    .action((options: ExportOptions) => choose((invocation) => runExport(options, invocation)))
  return new Command('lists')
    .description('lists of stations, candidates and officers as CSV')
    .addCommand(check)
    .addCommand(exported)
}

async function runCheck(file: string, { list, json }: CheckOptions, invocation: Invocation): Promise<ExitCode> {
  const { read, statements } = readers[list](await readTableOf(file))
  const { rows, faults, warnings } = read
  if (json === true) printJson(invocation, { rows: rows.length, statements, faults, warnings })
  else {
    for (const fault of faults) printLine(invocation, inWords(fault))
    for (const warning of warnings) printLine(invocation, `warning: ${inWords(warning)}`)
    printLine(invocation, `${rows.length} rows in ${statements} statements, ${faults.length} faults`)
  }
  return faults.length === 0 ? 0 : 1
}

interface Checked {
  readonly read: ReadTable<object>
  /** How many statements bring the list. */
  readonly statements: number
}

const readers: Readonly<Record<List, (table: Table) => Checked>> = {
  '28': (table) => {
    const read = readStations(table)
    return { read, statements: stationParts(read.rows, 1).length }
  },
  '33': (table) => {
    const read = readCandidates(table)
    return { read, statements: candidateParts(read.rows, 1).length }
  },
  nominations: (table) => {
    const read = readNominations(table)
    return { read, statements: read.rows.length }
  },
  officers: (table) => {
    const read = readOfficers(table, noParameters)
    return { read, statements: read.rows.length }
  },
}

function inWords({ row, column, code, cell }: CellFault): string {
  return `row ${row}: ${column} ${cellFaultCodes[code]}: ${JSON.stringify(cell)} (${code})`
}

async function runExport({ node, seat, list }: ExportOptions, invocation: Invocation): Promise<ExitCode> {
  const answer = await get(node, `v1/seats/${encodeURIComponent(seat)}/${shownLists[list]}?format=csv`)
  if (answer.status !== 200) {
    complain(invocation, `${answer.code}: no list ${list} of ${seat} at ${node}`)
    return 1
  }
  invocation.out.write(textIn(answer))
  return 0
}

async function readTableOf(file: string): Promise<Table> {
  try {
    return parse(await readFile(file), { bom: true, relax_column_count: true, skip_empty_lines: true })
  } catch (cause) {
    const code = cause instanceof CsvError ? 'list/malformed' : 'list/unreadable'
    throw new StartFault(code, cause instanceof Error ? cause.message : String(cause), cause)
  }
}
