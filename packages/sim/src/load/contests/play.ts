import { Role } from '@khata/proto'
import type { Author } from '../../ceremony/author.ts'
import { enrolment } from '../../ceremony/enrolment.ts'
import type { Drill } from '../../drill/drill.ts'
import { logLines } from '../../drill/log-sizes.ts'
import { faultIn } from '../fault-in.ts'
import { ContestChecks } from './checks.ts'
import type { Contest } from './contest.ts'
import { judge } from './judge.ts'
import { Scene } from './scene.ts'
import { CONTESTS } from './table.ts'

/** Each contest of the table in a seat of its own, all at once. */
export class Contests {
  readonly checks = new ContestChecks()
  readonly #scenes = new Map<Contest, Scene>()

  /** Gives people their offices, and says what is said before HQ freezes the seats. */
  async prepare(drill: Drill): Promise<void> {
    for (const contest of CONTESTS) {
      const seat = drill.plan.seats.find((one) => one.seat === contest.kind.seat)
      if (seat === undefined) throw new RangeError(`${contest.kind.seat} is not in the plan`)
      this.#scenes.set(contest, new Scene(drill, seat, this.checks.answered))
    }
    await appointAbove(drill, [...this.#scenes.values()])
    await Promise.all([...this.#scenes].map(async ([{ beforeFreeze }, scene]) => await beforeFreeze?.(scene)))
  }

  async play(drill: Drill): Promise<void> {
    await Promise.all(
      [...this.#scenes].map(async ([{ play }, scene]) => {
        const fault = await faultIn(drill, () => play(scene))
        this.checks.played.take(fault === undefined ? undefined : `${scene.name}: ${fault}`)
      }),
    )
    drill.signal.throwIfAborted()
  }

  /** Looks at everything once more, when nothing is on its way any more. */
  async judge(drill: Drill): Promise<void> {
    await judge({ drill, checks: this.checks, contests: CONTESTS })
  }
}

/** HQ appoints each province's commissioner and each district's returning officer, for the whole election. */
async function appointAbove(drill: Drill, scenes: readonly Scene[]): Promise<void> {
  const { election, hqAuthor } = drill
  const appointments = new Map<string, Appointment>()
  for (const { seat, provincialCommissioner, districtReturningOfficer } of scenes) {
    const { province } = seat
    const [ofProvince, ofDistrict] = [`pec-${province}`, `dro-${province}`]
    appointments.set(ofProvince, { by: provincialCommissioner, role: Role.PROVINCIAL_COMMISSIONER })
    appointments.set(ofDistrict, { by: districtReturningOfficer, role: Role.DISTRICT_RETURNING_OFFICER })
  }
  await drill.hq.file(
    [...appointments].map(([office, { by, role }]) => {
      const keyEnrolled = enrolment(by.key, { election, seat: '', office, role })
      return hqAuthor.say('', { body: 'keyEnrolled', keyEnrolled }, Date.now()).signed
    }),
  )
  const size = (await logLines(drill.client('hq'))).get('register')?.size ?? 0
  await Promise.all(scenes.map((scene) => scene.until('its log to pin them', async () => (await pinOf(scene)) >= size)))
}

interface Appointment {
  readonly by: Author
  readonly role: Role
}

async function pinOf(scene: Scene): Promise<number> {
  const { json } = await scene.page('status')
  return json.register.pin
}
