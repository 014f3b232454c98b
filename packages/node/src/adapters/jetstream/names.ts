/** The subjects and streams of one election at one site. */
export interface Names {
  readonly logStream: (log: string) => string
  readonly logSubject: (log: string) => string
  /** Of every log. */
  readonly logSubjects: string
  readonly checkpointStream: string
  readonly checkpointSubject: (log: string) => string
  readonly checkpointSubjects: string
  readonly linkSubject: (verb: string, log: string) => string
  /** Requests of one verb about any log, for the node that answers them. */
  readonly linkSubjects: (verb: string) => string
}

/** `pk-ge-2024/live` and `NA-46/1` make the stream `KHATA_pk-ge-2024_live_NA-46_1`. */
export function namesOf(election: string): Names {
  const place = token(election)
  return {
    logStream: (log) => `KHATA_${place}_${logToken(log)}`,
    logSubject: (log) => `khata.${place}.log.${logToken(log)}`,
    logSubjects: `khata.${place}.log.*`,
    checkpointStream: `KHATA_${place}_${checkpoints}`,
    checkpointSubject: (log) => `khata.${place}.checkpoint.${logToken(log)}`,
    checkpointSubjects: `khata.${place}.checkpoint.*`,
    linkSubject: (verb, log) => `khata.${place}.${verb}.${logToken(log)}`,
    linkSubjects: (verb) => `khata.${place}.${verb}.*`,
  }
}

/** The log that a request's subject names; undefined where its last token is no log's. */
export function logAsked(subject: string): string | undefined {
  const written = subject.slice(subject.lastIndexOf('.') + 1)
  const log = written.replaceAll('__', '.').replaceAll('_', '/')
  return namePattern.test(log) && log !== checkpoints ? log : undefined
}

const checkpoints = 'CHECKPOINTS'

const namePattern = /^[A-Za-z0-9-]+(?:[/.][A-Za-z0-9-]+)*$/

function logToken(log: string): string {
  if (log === checkpoints) throw new RangeError(`a log may not be called ${checkpoints}`)
  return token(log)
}

/** Underscores are kept for the replaced characters, so two names never become one. */
function token(name: string): string {
  if (!namePattern.test(name)) throw new RangeError(`not a name: ${name}`)
  return name.replaceAll('.', '__').replaceAll('/', '_')
}
