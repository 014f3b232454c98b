import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { env } from 'node:process'

/** The environment variables of this process, or of a test. */
export type Environment = Readonly<Record<string, string | undefined>>

export function processEnvironment(): Environment {
  return env
}

/** Where a fetched nats-server is kept between runs. */
export function cacheFolder(environment: Environment): string {
  const base = environment['XDG_CACHE_HOME'] || join(environment['HOME'] || homedir(), '.cache')
  return join(base, 'khata', 'nats-server')
}

/** The folders of PATH, and the two where packages put servers but an ordinary user's PATH does not look. */
export function binaryFolders(environment: Environment): readonly string[] {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return [...folders, '/usr/sbin', '/usr/local/sbin']
}
