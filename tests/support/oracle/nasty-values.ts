import { dayInYear, toDay, toIso } from '@causeway/shared/day'
import type { Stored } from './world.ts'
import type { Random } from '../random.ts'

/** Members of blocs around the days they joined or left, the three regions of the border, homes, and none at all. */
const COUNTRIES = 'VN LA TH KZ RU IR BY IN EG ID IT NR HK MO TW CN GB foreign unknown'.split(' ')
/** As keyed hashes sort: cases, signs and digits. */
export const PERSONS = 'a1 B1 _c -d Zz zz 0k Ab- aB_ m7 M7 q R s9 -T u_u V w X2 y y1 Y1'.split(' ')
const EDGES = '08-31 09-01 12-31 01-01 02-28 02-29 03-01 06-30 07-31 08-01 03-15 08-30 09-02 12-30 01-02'.split(' ')
/** Nothing happens that has a stretch: school year 2020/21 and calendar year 2021 are empty but for zero reports. */
const SILENCE = [toDay('2020-07-20'), toDay('2022-01-10')] as const
const YEARS = [2017, 2024] as const

/** Single values and stretches as they go wrong in life. */
export class NastyValues {
  readonly random: Random
  readonly #size: number
  readonly #hasGroups: boolean

  /** `size` of the registers, of 1, so that every code is one of a record. */
  constructor(random: Random, { size = 1, hasGroups = true } = {}) {
    this.random = random
    this.#size = size
    this.#hasGroups = hasGroups
  }

  country(): string {
    return this.random.pick(COUNTRIES)
  }

  /** Often one that only one of the scopes takes in, or none: for registers of few records. */
  nearCountry(): string {
    return this.random.chance(0.4) ? this.random.pick(['HK', 'TW', 'CN', 'VN', 'foreign', 'unknown']) : this.country()
  }

  /** Of a register of so many, where it is full. */
  code(prefix: string, count: number): string {
    return `${prefix}${this.number(count)}`
  }

  number(count: number): number {
    return this.random.whole(0, Math.ceil(count * this.#size) - 1)
  }

  flag(): number | null {
    return this.maybe(this.random.whole(0, 1), 0.2)
  }

  maybe<T>(value: T, empty = 0.3): T | null {
    return this.random.chance(empty) ? null : value
  }

  /** One of these words. */
  one(words: string): string {
    return this.random.pick(words.split(' '))
  }

  word(words: string, empty?: number): string | null {
    return this.maybe(this.one(words), empty)
  }

  who(groups = 0.2): Stored {
    const random = this.random
    return this.#hasGroups && random.chance(groups)
      ? { person: null, headcount: random.whole(0, 9) }
      : { person: random.pick(PERSONS), headcount: null }
  }

  day(): string {
    const random = this.random
    const year = random.whole(...YEARS)
    return toIso(
      random.chance(0.5) ? dayInYear(year, random.pick(EDGES)) : dayInYear(year, '01-01') + random.whole(0, 364),
    )
  }

  /** Few enough that resits, and the rows of one team, fall on one day. */
  fewDays(): string {
    const random = this.random
    if (random.chance(0.5)) return random.pick(['2022-09-01', '2023-08-31'])
    return `${random.pick([2018, 2019, 2020, 2022, 2023])}-${random.pick(['03-15', '08-31', '09-01', '12-31'])}`
  }

  /** Outside the silence, of a length among those given; open at the end now and then. */
  stretch(mayBeOpen: boolean, lengths: number[], [from, to] = ['start', 'end'] as [string, string]): Stored {
    for (;;) {
      const start = toDay(this.day())
      const end = start + this.random.pick(lengths)
      const open = mayBeOpen && this.random.chance(0.25)
      if (start <= SILENCE[1] && (open || end >= SILENCE[0])) continue
      return { [from]: toIso(start), [to]: open ? null : toIso(end) }
    }
  }

  /** Either end may be empty. */
  register(from: string, to: string, empty = 0.25): Stored {
    const start = toDay(this.day())
    const filled = !this.random.chance(empty)
    return {
      [from]: filled ? toIso(start) : null,
      [to]: this.random.chance(0.4) ? toIso(start + this.random.pick([0, 200, 700])) : null,
    }
  }

  /** The first day is known, the last one now and then. */
  fromTo(from = 'from', to = 'to'): Stored {
    const start = toDay(this.day())
    const end = this.random.chance(0.6) ? toIso(start + this.random.pick([0, 100, 365, 900])) : null
    return { [from]: toIso(start), [to]: end }
  }

  /** Missing ones, and some that come before those they should follow; lapsed on the last of them at the earliest. */
  stages(): Stored {
    const names = ['proposed_on', 'adapted_on', 'adopted_on', 'registered_on', 'in_system_on']
    let day = toDay(this.day())
    let last = day
    const stages = names.map((name) => {
      day += this.random.pick([0, 30, 200, -100, 365])
      if (this.random.chance(0.4)) return [name, null]
      last = Math.max(last, day)
      return [name, toIso(day)]
    })
    return {
      ...Object.fromEntries(stages),
      lapsed_on: this.random.chance(0.4) ? toIso(last + this.random.pick([0, 1, 300])) : null,
    }
  }
}
