/** The subjects and streams of one election at one site. */
export interface Names {
  readonly logStream: (log: string) => string
  readonly logSubject: (log: string) => string
  readonly checkpointStream: string
  readonly checkpointSubject: (log: string) => string
  readonly checkpointSubjects: string
  readonly linkSubject: (verb: string) => string
}

/** `pk-ge-2024/live` and `NA-46/1` make the stream `KHATA_pk-ge-2024_live_NA-46_1`. */
export function namesOf(election: string): Names {
  const place = token(election)
  return {
    logStream: (log) => `KHATA_${place}_${logToken(log)}`,
    logSubject: (log) => `khata.${place}.log.${logToken(log)}`,
    checkpointStream: `KHATA_${place}_${checkpoints}`,
    checkpointSubject: (log) => `khata.${place}.checkpoint.${logToken(log)}`,
    checkpointSubjects: `khata.${place}.checkpoint.*`,
    linkSubject: (verb) => `khata.${place}.${verb}`,
  }
}

const checkpoints = 'CHECKPOINTS'

function logToken(log: string): string {
  if (log === checkpoints) throw new RangeError(`a log may not be called ${checkpoints}`)
  return token(log)
}

/** Underscores are kept for the replaced characters, so two names never become one. */
function token(name: string): string {
  if (!/^[A-Za-z0-9-]+(?:[/.][A-Za-z0-9-]+)*$/.test(name)) throw new RangeError(`not a name: ${name}`)
  return name.replaceAll('.', '__').replaceAll('/', '_')
}
