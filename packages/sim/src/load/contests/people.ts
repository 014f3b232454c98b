import { Role } from '@khata/proto'
import { enrolled } from './desk.ts'
import type { Scene } from './scene.ts'

/** Offices that a contest needs beside its presiding officers and its assistant returning officer. */
interface People {
  /** Stations whose senior assistant presiding officer has a key. */
  readonly assistants?: readonly number[]
  /** Data-entry operators, from 1. */
  readonly operators?: number
  /** Candidates with a key, by serial from 1. */
  readonly candidates?: number
  /** Polling agents: station and candidate. */
  readonly agents?: readonly (readonly [station: number, candidate: number])[]
  readonly observer?: boolean
}

/** The returning officer gives these offices before the freeze, to whom `Scene.person` knows by the office's name. */
export async function enrolPeople(scene: Scene, people: People): Promise<void> {
  const { assistants = [], operators = 0, candidates = 0, agents = [], observer = false } = people
  const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1)
  const assistantRole = Role.SENIOR_ASSISTANT_PRESIDING_OFFICER
  const offices = [
    ...assistants.map((station) => ({ office: `sapo/${station}`, role: assistantRole, station })),
    ...upTo(operators).map((number) => ({ office: `deo/${number}`, role: Role.DATA_ENTRY_OPERATOR })),
    ...upTo(candidates).map((candidate) => ({ office: `candidate/${candidate}`, role: Role.CANDIDATE, candidate })),
    ...agents.map(([station, candidate]) => ({
      office: `agent/${station}/${candidate}`,
      role: Role.POLLING_AGENT,
      station,
      candidate,
    })),
    ...(observer ? [{ office: 'observer', role: Role.OBSERVER }] : []),
  ]
  for (const given of offices) await scene.says(scene.ro, enrolled(scene, scene.person(given.office).key, given))
}
