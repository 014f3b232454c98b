import { sha256, toHex } from '@khata/ledger'
import type { Seeded } from '../election/seeded.ts'
import type { Machine } from './machine.ts'
import type { Network } from './network.ts'
import type { Deed, Grounds, Kind } from './part.ts'
import type { Server } from './server.ts'
import { stolenOfficerKey, stolenReturningKey } from './thefts.ts'
import { treason } from './treason.ts'
import { upgrade, upgradeAll, wrongProgram } from './upgrade.ts'
import { anyOf, offices } from './whom.ts'
import type { World } from './world.ts'

/** Faults end then; afterwards everything must come right by itself. */
export const faultsEndMs = 60_000

/** Some of these in each night. */
export const troubles: readonly Kind[] = [
  kill,
  kill,
  killAgainAndAgain,
  powerCut,
  powerCut,
  outage,
  fullDisk,
  cutWay,
  clockJump,
  markerAway,
  upgrade,
  upgradeAll,
  wrongProgram,
]

/** At most one of these in a night, so that at most one machine loses its disk. */
export const disasters: readonly (Kind | undefined)[] = [
  undefined,
  wipe,
  burn,
  setBack,
  setBack,
  secondInstance,
  flipRows,
  flipRows,
  flipMessages,
  treason,
  treason,
  treason,
  stolenOfficerKey,
  stolenOfficerKey,
  stolenReturningKey,
]

function kill(chance: Seeded): Deed {
  const { name, machine } = anyOf(chance)
  const backMs = chance.integer(10, 8_000)
  return { words: `${name} is killed`, act: (grounds) => machine(grounds).crash('kill', backMs) }
}

/** A node that dies while it opens, several times over. */
function killAgainAndAgain(chance: Seeded): Deed {
  const { name, machine } = anyOf(chance)
  const blows = Array.from({ length: chance.integer(2, 6) }, () => ({
    afterMs: chance.integer(5, 400),
    backMs: chance.integer(0, 20),
  }))
  return {
    words: `${name} is killed ${blows.length} times while it opens`,
    act: (grounds) => {
      const victim = machine(grounds)
      let atMs = 0
      for (const { afterMs, backMs } of blows) {
        atMs += afterMs
        grounds.world.later(atMs, () => victim.crash('kill', backMs))
      }
    },
  }
}

/** The whole site: the node, and the server, which may have forgotten what it acknowledged. */
export function powerCut(chance: Seeded): Deed {
  const { name, machine } = anyOf(chance)
  const most = chance.uniform() < 0.1 ? Number.MAX_SAFE_INTEGER : chance.integer(0, 8)
  const serverBackMs = chance.integer(100, 8_000)
  const backMs = chance.integer(100, 8_000)
  const forgotten = most === Number.MAX_SAFE_INTEGER ? 'any number of' : `at most ${most}`
  return {
    words: `${name} loses its power, and its streams forget ${forgotten} entries of each log`,
    act: (grounds) => {
      const { hardware } = machine(grounds)
      hardware.server.forget((held) => Math.max(0, held - chance.integer(0, Math.min(most, held))))
      pause(grounds.world, hardware.server, serverBackMs)
      machine(grounds).crash('power', backMs)
    },
  }
}

function outage(chance: Seeded): Deed {
  const { name, machine } = anyOf(chance)
  const ms = chance.integer(100, 15_000)
  return {
    words: `the streams of ${name} are away for ${ms} ms`,
    act: (grounds) => pause(grounds.world, machine(grounds).hardware.server, ms),
  }
}

function fullDisk(chance: Seeded): Deed {
  const { name, machine } = anyOf(chance)
  const ms = chance.integer(100, 15_000)
  return {
    words: `the disk of ${name} is full for ${ms} ms`,
    act: (grounds) => {
      const { disk } = machine(grounds).hardware
      disk.full = true
      grounds.world.later(ms, () => {
        disk.full = false
      })
    },
  }
}

function cutWay(chance: Seeded): Deed {
  const [from, to] = [anyOf(chance), anyOf(chance)]
  const alsoBack = chance.uniform() < 0.7
  const ms = chance.integer(500, 30_000)
  return {
    words: `the way from ${from.name} to ${to.name}${alsoBack ? ' and back' : ''} is cut for ${ms} ms`,
    act: (grounds) => {
      const { world, network } = grounds
      network.cut(from.machine(grounds).name, to.machine(grounds).name)
      if (alsoBack) network.cut(to.machine(grounds).name, from.machine(grounds).name)
      world.later(ms, () => network.mend())
    },
  }
}

function clockJump(chance: Seeded): Deed {
  const { name, machine } = anyOf(chance)
  const errorMs = chance.integer(-10_800_000, 10_800_000)
  return {
    words: `the clock of ${name} is wrong by ${errorMs} ms from now on`,
    act: (grounds) => {
      machine(grounds).clockErrorMs = errorMs
    },
  }
}

function markerAway(chance: Seeded): Deed {
  const { name, machine } = anyOf(chance)
  const ms = chance.integer(100, 10_000)
  return {
    words: `the marker of ${name} is pulled out for ${ms} ms`,
    act: (grounds) => {
      const { marks } = machine(grounds).hardware
      marks.away = true
      grounds.world.later(ms, () => {
        marks.away = false
      })
    },
  }
}

function wipe(chance: Seeded): Deed {
  const { name, machine } = anyOf(chance)
  const losesStreams = chance.uniform() < 0.5
  const backMs = chance.integer(100, 5_000)
  return {
    words: `the disk of ${name} is wiped${losesStreams ? ', its streams too' : ''}`,
    act: (grounds) => {
      const { hardware } = machine(grounds)
      if (losesStreams) hardware.server.forget(() => 0)
      machine(grounds).replaceDisk(hardware.disk.blank(), backMs)
    },
  }
}

/** Nothing is left of a machine, its streams and its marker; perhaps nobody can be asked what it once held. */
function burn(chance: Seeded): Deed {
  const { name, machine } = anyOf(chance)
  const isCutOff = chance.uniform() < 0.5
  const backMs = chance.integer(100, 5_000)
  return {
    words: `${name} burns with its streams and its marker${isCutOff ? ', and is cut off' : ''}`,
    act: (grounds) => {
      const { hardware } = machine(grounds)
      hardware.server.forget(() => 0)
      hardware.marks.clear()
      if (isCutOff) cutOff(grounds.world, grounds.network, machine(grounds))
      machine(grounds).replaceDisk(hardware.disk.blank(), backMs)
    },
  }
}

/** An old backup is put back, perhaps with the streams as old as it. */
function setBack(chance: Seeded): Deed {
  const { name, machine } = anyOf(chance)
  const alsoStreams = chance.uniform() < 0.6
  // Nobody above can be asked: the marker alone shows what this machine once released.
  const isCutOff = chance.uniform() < 0.4
  const ageMs = chance.integer(500, 20_000)
  const backMs = chance.integer(100, 5_000)
  const what = alsoStreams ? 'its disk and its streams' : 'its disk'
  return {
    words: `${name} gets ${what} as they are now put back in ${ageMs} ms${isCutOff ? ', and is cut off then' : ''}`,
    act: (grounds) => {
      const { world, network } = grounds
      const victim = machine(grounds)
      const backup = victim.hardware.disk.clone()
      const streams = victim.hardware.server.clone()
      world.later(ageMs, () => {
        world.note(`${victim.name}: old backup put back`)
        if (alsoStreams) victim.hardware.server.become(streams)
        if (isCutOff) cutOff(world, network, victim)
        victim.replaceDisk(backup, backMs)
      })
    },
  }
}

/** Bits turn over on one disk: the node finds each before it gives the row to anybody, and its disk is replaced. */
function flipRows(chance: Seeded): Deed {
  const { name, machine } = anyOf(chance)
  const delaysMs = Array.from({ length: chance.integer(1, 12) }, () => chance.integer(0, 15_000))
  return {
    words: `${delaysMs.length} bits turn on the disk of ${name}`,
    act: (grounds) => {
      const { world } = grounds
      const victim = machine(grounds)
      for (const ms of delaysMs) {
        world.later(ms, () => {
          if (!victim.diskLost) world.note(`${victim.name}: a bit of ${victim.hardware.disk.flip(chance)} turns`)
        })
      }
    },
  }
}

/** A bit turns over in an image of one machine, and somebody asks for it, or nobody does. */
export function flipImage(chance: Seeded): Deed | undefined {
  const { name, machine } = anyOf(chance)
  const isAskedFor = chance.uniform() < 0.7
  if (chance.uniform() < 0.6) return undefined
  return {
    words: `a bit turns in an image of ${name}${isAskedFor ? ', which is asked for' : ''}`,
    act: (grounds) => {
      const victim = machine(grounds)
      const hash = victim.hardware.images.flip(chance)
      grounds.world.note(`${victim.name}: ${hash ?? 'no image'}`)
      if (isAskedFor && hash !== undefined) grounds.aside(async () => givesItself(grounds, victim, hash))
    },
  }
}

/** What is given under a name is what bears it. */
async function givesItself({ world }: Grounds, { name, node }: Machine, hash: string): Promise<void> {
  const given = await node?.images.read(hash)
  const isItself = given === undefined || toHex(sha256(given.bytes)) === hash
  world.must(isItself, `${name} gives other bytes as the image ${hash}`)
}

/** Bits turn over in the files of one server, which gives nobody a message whose checksum is wrong. */
function flipMessages(chance: Seeded): Deed {
  const { name, machine } = anyOf(chance)
  return {
    words: `a bit turns in one message of each log in the streams of ${name}`,
    act: (grounds) => {
      const { server } = machine(grounds).hardware
      for (const log of server.logs) {
        const held = server.entries(log).length
        server.flip(log, chance.uniform() < 0.5 ? held - 1 : chance.integer(0, held))
      }
    },
  }
}

/** The same office on a second laptop, while the first one runs or after it died. */
export function secondInstance(chance: Seeded): Deed {
  const { name, machine } = anyOf(chance, offices)
  return {
    words: `${name} runs a second time, on a copy of its disk`,
    act: (grounds) => grounds.double(machine(grounds), machine(grounds).hardware.server).start(),
  }
}

function cutOff(world: World, network: Network, { name, plan }: Machine): void {
  for (const above of plan.hubsAbove) network.cut(name, above)
  world.later(25_000, () => network.mend())
}

function pause(world: World, server: Server, ms: number): void {
  server.stop()
  world.later(ms, () => server.start())
}
