import { type Conditions, type Drawn } from '../election/conditions.ts'
import { drawn } from '../election/drawn.ts'
import { type FormOnTheWay, type Journey, networkFrom } from '../election/journeys.ts'
import type { Seeded } from '../election/seeded.ts'
import { Desk, type DeskTold } from './desk.ts'
import type { Gates, Office } from './settings.ts'
import type { Timeline } from './timeline.ts'

/** What came of one office's night. Times are milliseconds after the close of poll. */
export interface OfficeTold {
  readonly seat: string
  /** When each counted form was accepted, in order. */
  readonly countedMs: readonly number[]
  /** Forms whose errors the form itself does not show how to correct: they wait for more than this night. */
  readonly stuck: number
  readonly askedBack: number
  readonly held: number
  readonly differencesSettled: number
  readonly door: DeskTold
  readonly operators: DeskTold
  readonly returningOfficer: DeskTold
}

/** Defects that the checks call errors, and whether the form shows its officer how to correct it. */
const ERRORS: Readonly<Record<string, 'correctable' | 'lasting'>> = {
  'sum-mismatch': 'correctable',
  'candidate-missing': 'correctable',
  'votes-beyond-registered': 'lasting',
}

interface Setting {
  readonly timeline: Timeline
  readonly random: Seeded
  readonly conditions: Conditions
  readonly gates: Gates
  readonly office: Office
}

/** A form as its office has it. */
interface FormHere {
  readonly form: FormOnTheWay
  readonly journey: Journey
  /** Its figures are signed on a device: the first reading. */
  readonly onDevice: boolean
  error: 'correctable' | 'lasting' | undefined
  hasCome: boolean
  hasBeenShown: boolean
  readings: number
  readingsBegun: number
  hasDifference: boolean
  isWithReturningOfficer: boolean
  countedMs: number | undefined
  /** What the officer still has to do when he stands at the desk. */
  atDesk: (() => void) | undefined
}

/** One returning officer's office on the night: its door, its operators and the one who decides. */
export class OfficeNight {
  readonly #setting: Setting
  readonly #seat: string
  readonly #forms = new Map<number, FormHere>()
  readonly #door: Desk
  readonly #operators: Desk
  readonly #returningOfficer: Desk
  #stuck = 0
  #askedBack = 0
  #differencesSettled = 0
  #held = 0

  constructor(seat: string, setting: Setting) {
    const { timeline, office } = setting
    this.#setting = setting
    this.#seat = seat
    this.#door = new Desk(timeline, office.doorDesks)
    this.#operators = new Desk(timeline, office.operators, office)
    this.#returningOfficer = new Desk(timeline, 1)
  }

  /** The device's own submission has come. */
  receive(form: FormOnTheWay, journey: Journey): void {
    this.#come(this.#formHere(form, journey))
  }

  /** A substitute asks for his key to be enrolled; `done` once it is. */
  enrol(done: () => void): void {
    this.#ask(this.#returningOfficer, this.#setting.office.enrolling, done)
  }

  /** Its officer stands at the door; `leave` once he has been served. */
  arrive(form: FormOnTheWay, journey: Journey, leave: () => void): void {
    const here = this.#formHere(form, journey)
    this.#ask(this.#door, this.#setting.office.door, () => {
      here.hasBeenShown = true
      here.atDesk?.()
      this.#come(here)
      leave()
    })
  }

  told(): OfficeTold {
    const countedMs = [...this.#forms.values()].flatMap((here) => here.countedMs ?? [])
    return {
      seat: this.#seat,
      countedMs: countedMs.toSorted((a, b) => a - b),
      held: this.#held,
      stuck: this.#stuck,
      askedBack: this.#askedBack,
      differencesSettled: this.#differencesSettled,
      door: this.#door.told(),
      operators: this.#operators.told(),
      returningOfficer: this.#returningOfficer.told(),
    }
  }

  #formHere(form: FormOnTheWay, journey: Journey): FormHere {
    const known = this.#forms.get(form.station)
    if (known !== undefined) return known
    const here: FormHere = {
      form,
      journey,
      onDevice: journey.hasDevice && (journey.takenOverMs === undefined || form.sentMs !== undefined),
      error: form.defect === undefined ? undefined : ERRORS[form.defect],
      hasCome: false,
      hasBeenShown: false,
      readings: 0,
      readingsBegun: 0,
      hasDifference: false,
      isWithReturningOfficer: false,
      countedMs: undefined,
      atDesk: undefined,
    }
    this.#forms.set(form.station, here)
    return here
  }

  #come(here: FormHere): void {
    const { timeline } = this.#setting
    const { replacedAfterMs } = here.form
    const isFirst = !here.hasCome
    here.hasCome = true
    if (isFirst && replacedAfterMs !== undefined) timeline.at(timeline.nowMs + replacedAfterMs, () => this.#hold(here))
    this.#goOn(here)
  }

  /** Another form has come in the place of this one: neither counts until its officer has corrected it. */
  #hold(here: FormHere): void {
    if (here.error !== undefined) return
    const wasCounted = here.countedMs !== undefined
    this.#held += 1
    here.error = 'correctable'
    here.countedMs = undefined
    if (wasCounted) this.#askBack(here)
  }

  /** Whatever the form needs next that can be begun now. */
  #goOn(here: FormHere): void {
    if (!here.hasCome || here.isWithReturningOfficer) return
    const { gates } = this.#setting
    const needed = gates.readings - (here.onDevice ? 1 : 0)
    while (here.readingsBegun < needed) this.#key(here)
    const isShown = gates.lock === 'remote' || here.hasBeenShown
    if (here.readings < needed || !isShown) return
    here.isWithReturningOfficer = true
    if (here.hasDifference) this.#settle(here)
    else this.#decide(here)
  }

  #key(here: FormHere): void {
    const { random, office } = this.#setting
    here.readingsBegun += 1
    const takesMs = drawn(office.keying, random)
    const chance = random.uniform()
    this.#operators.ask({
      takesMs,
      done: (slowness) => {
        here.readings += 1
        here.hasDifference ||= chance < office.keyingErrorShare * slowness
        this.#goOn(here)
      },
    })
  }

  #settle(here: FormHere): void {
    this.#ask(this.#returningOfficer, this.#setting.office.settling, () => {
      here.hasDifference = false
      this.#differencesSettled += 1
      this.#decide(here)
    })
  }

  #decide(here: FormHere): void {
    const { office, timeline } = this.#setting
    this.#ask(this.#returningOfficer, office.deciding, () => {
      if (here.error === undefined) here.countedMs = timeline.nowMs
      else this.#askBack(here)
    })
  }

  #askBack(here: FormHere): void {
    this.#ask(this.#returningOfficer, this.#setting.office.asking, () => {
      this.#askedBack += 1
      if (here.error === 'lasting') this.#stuck += 1
      else this.#correct(here)
    })
  }

  // The corrected form is a new one: read again, and locked again; its lock is shown where it is signed.
  #correct(here: FormHere): void {
    const { timeline, conditions, office, random } = this.#setting
    const networkMs = here.journey.hasSignal ? networkFrom(conditions, here.journey.outage, timeline.nowMs) : undefined
    const corrected = (wasShown: boolean) => {
      Object.assign(here, { error: undefined, readings: 0, readingsBegun: 0, isWithReturningOfficer: false })
      here.hasBeenShown = wasShown
      this.#goOn(here)
    }
    const later = (fromMs: number, takes: Drawn, wasShown: boolean) =>
      timeline.at(fromMs + drawn(takes, random), () => corrected(wasShown))
    if (networkMs !== undefined) later(networkMs, office.correctingByDevice, here.hasBeenShown)
    else if (here.hasBeenShown) later(timeline.nowMs, office.comingBack, true)
    else here.atDesk = () => later(timeline.nowMs, office.correctingAtDesk, true)
  }

  #ask(desk: Desk, takes: Drawn, done: () => void): void {
    desk.ask({ takesMs: drawn(takes, this.#setting.random), done })
  }
}
