import { createRandom, type Random } from '@causeway/server/demonstration/random'
import { naturalKey } from '@causeway/server/records/natural-key'
import { recordTypeOf } from '@causeway/server/records/record-types'
import { makeDecisions } from './nasty-decisions.ts'
import { makeRow } from './nasty-rows.ts'
import { NastyValues } from './nasty-values.ts'
import type { Batch, Stored } from './world.ts'

const UNITS = [null, null, 'U1', 'U2']

export interface Place {
  institution: string
  country: string
  schoolYearStart: string
  dataDate: string
  /** 1: some hundreds of records. */
  size: number
  /** Some of its codes, records and persons were decided to be one thing. */
  decides?: true
}

/** One institution's batches: the first of each type, then two that mend what was there. */
export function makeBatches(seed: string, place: Place): Batch[] {
  const random = createRandom(`${seed} ${place.institution}`)
  const maker = new Maker(random)
  const batch = (type: string, dataDate: string, rows: Stored[]): Batch => ({
    type,
    institution: place.institution,
    dataDate,
    rows,
  })
  const own = {
    code: place.institution,
    name_zh: '学院',
    country: place.country,
    school_year_start: place.schoolYearStart,
  }
  const first = maker.types().map(([type, count]) => {
    const rows = new Map<string, Stored>()
    for (let i = 0; i < Math.ceil(count * place.size); i++) {
      const row = maker.make(type, i)
      rows.set(naturalKey(recordTypeOf(type), row), row)
    }
    return batch(type, '2023-08-31', [...rows.values()])
  })
  const standing = new Map(first.map(({ type, rows }) => [type, rows]))
  const mend = (dataDate: string) =>
    [
      'enrolment',
      'mobility',
      'training-session',
      'adoption',
      'competition-result',
      'assessment-result',
      'graduate-outcome',
      'partner',
    ].map((type) => batch(type, dataDate, maker.mend(type, standing.get(type)!)))
  const decided = place.decides ? [batch('same-as', '2023-08-31', makeDecisions(random, standing))] : []
  return [
    batch('institution', '2023-08-31', [own]),
    ...first,
    ...decided,
    ...mend(place.dataDate),
    ...mend('2023-12-01'),
  ]
}

class Maker {
  readonly #random: Random
  readonly #values: NastyValues

  constructor(random: Random) {
    this.#random = random
    this.#values = new NastyValues(random)
  }

  types(): [type: string, count: number][] {
    return [
      ['partner', 16],
      ['programme', 8],
      ['enrolment', 70],
      ['mobility', 100],
      ['training-session', 50],
      ['standard', 12],
      ['adoption', 34],
      ['adoption-use', 24],
      ['platform', 12],
      ['competition-result', 70],
      ['assessment-result', 150],
      ['graduate-outcome', 90],
      ['nothing-to-report', 32],
    ]
  }

  make(type: string, i: number): Stored {
    const row = { ...makeRow(this.#values, type, i), unit: this.#random.pick(UNITS) }
    if (this.#random.chance(0.04) && !('code' in row) && type !== 'nothing-to-report')
      return { ...row, source_id: `S${i}` }
    return row
  }

  /** Some of the rows again, mended: key fields stay, the name that is absent leaves its field as it is. */
  mend(type: string, rows: Stored[]): Stored[] {
    const declared = recordTypeOf(type)
    return rows
      .filter(() => this.#random.chance(0.15))
      .map((row) => {
        if (row['headcount'] != null) return { ...row, headcount: this.#random.whole(0, 9) }
        const fresh = this.make(type, 0)
        const fixed = new Set([...declared.key, 'unit', 'source_id', 'headcount', 'start', 'person'])
        const mended = Object.entries(fresh).filter(([name]) => !fixed.has(name) && this.#random.chance(0.5))
        const kept = Object.entries(row).filter(([name]) => fixed.has(name) || /(_on|^from|^to|^end)$/.test(name))
        return {
          ...Object.fromEntries(kept),
          ...Object.fromEntries(mended.filter(([name]) => !/(_on|^from|^to|^end)$/.test(name))),
        }
      })
  }
}
