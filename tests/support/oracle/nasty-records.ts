import { dayInYear, toDay, toIso } from '@causeway/shared/day'
import { createRandom, type Random } from '@causeway/server/demonstration/random'
import { naturalKey } from '@causeway/server/records/natural-key'
import { recordTypeOf } from '@causeway/server/records/record-types'
import type { Batch, Stored } from './world.ts'

/** Members of blocs around the days they joined or left, the three regions of the border, homes, and none at all. */
const COUNTRIES = [
  'VN',
  'LA',
  'TH',
  'KZ',
  'RU',
  'IR',
  'BY',
  'IN',
  'EG',
  'ID',
  'IT',
  'NR',
  'HK',
  'MO',
  'TW',
  'CN',
  'GB',
  'unknown',
]
const UNITS = [null, null, 'U1', 'U2']
/** As keyed hashes sort: cases, signs and digits. */
const PERSONS = [
  'a1',
  'B1',
  '_c',
  '-d',
  'Zz',
  'zz',
  '0k',
  'Ab-',
  'aB_',
  'm7',
  'M7',
  'q',
  'R',
  's9',
  '-T',
  'u_u',
  'V',
  'w',
  'X2',
  'y',
  'y1',
  'Y1',
]
const EDGES = [
  '08-31',
  '09-01',
  '12-31',
  '01-01',
  '02-29',
  '07-31',
  '08-01',
  '03-15',
  '08-30',
  '09-02',
  '12-30',
  '01-02',
]
/** Nothing happens that has a stretch: school year 2020/21 and calendar year 2021 are empty but for zero reports. */
const SILENCE = [toDay('2020-07-20'), toDay('2022-01-10')] as const
const YEARS = [2017, 2024] as const

export interface Place {
  institution: string
  country: string
  schoolYearStart: string
  dataDate: string
  /** 1: some hundreds of records. */
  size: number
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
  return [batch('institution', '2023-08-31', [own]), ...first, ...mend(place.dataDate), ...mend('2023-12-01')]
}

class Maker {
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
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
      ['competition-result', 44],
      ['assessment-result', 150],
      ['graduate-outcome', 90],
      ['nothing-to-report', 16],
    ]
  }

  make(type: string, i: number): Stored {
    const row = { ...this.#own(type, i), unit: this.#random.pick(UNITS) }
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

  #own(type: string, i: number): Stored {
    const random = this.#random
    switch (type) {
      case 'partner':
        return {
          ...{
            code: `PT${i}`,
            name_zh: `合作方${i}`,
            country: this.#country(),
            going_out: this.#maybe(random.whole(0, 1)),
          },
          type: this.#maybe(
            random.pick(['government', 'university', 'college', 'enterprise', 'institute', 'association']),
          ),
          ...this.#register('from', 'to'),
        }
      case 'programme':
        return {
          ...{
            code: `PR${i}`,
            name_zh: `专业${i}`,
            department: this.#maybe(random.pick(['D1', 'D2'])),
            level: this.#maybe(random.pick(['高职', '本科'])),
          },
          ...{
            kind: random.pick(['ordinary', 'joint', 'joint']),
            major: this.#maybe(random.pick(['M1', 'M2', 'PR1'])),
          },
          ...this.#register('from', 'to'),
        }
      case 'enrolment':
        return {
          ...this.#who(),
          ...{
            programme: this.#maybe(this.#code('PR', 8)),
            kind: random.pick(['degree', 'non-degree', 'joint', 'joint', 'overseas', 'domestic']),
          },
          ...{
            full_time: this.#maybe(random.whole(0, 1)),
            nationality: this.#country(),
            sex: this.#maybe(random.pick(['female', 'male'])),
          },
          level: this.#maybe(random.pick(['secondary', 'higher', 'bachelor', 'training'])),
          ...this.#stretch(true, [0, 30, 363, 364, 365, 366, 500, 900]),
          planned_days: this.#maybe(random.pick([1, 30, 364, 365, 366, 400]), 0.5),
          outcome: this.#maybe(random.pick(['completed', 'left', 'transferred'])),
        }
      case 'mobility':
        return {
          ...this.#who(),
          ...{ direction: random.pick(['in', 'out', 'out']), audience: random.pick(['student', 'staff']) },
          purpose: random.pick([
            'study',
            'practice',
            'guide',
            'train',
            'visiting-scholar',
            'visiting-scholar',
            'competition',
          ]),
          ...{
            country: this.#country(),
            partner: this.#maybe(this.#code('PT', 16)),
            programme: this.#maybe(this.#code('PR', 8)),
          },
          ...this.#stretch(false, [0, 0, 1, 9, 20, 200, 380]),
        }
      case 'training-session': {
        const { start = null, end = null } = this.#stretch(false, [0, 1, 4, 6, 12, 40])
        const days = toDay(String(end)) - toDay(String(start)) + 1
        return {
          ...this.#who(0.5),
          ...{
            session: `T${random.whole(1, 9)}`,
            start,
            end,
            training_days: random.whole(1, 2 * days),
            country: this.#country(),
          },
          ...{
            role: this.#maybe(random.pick(['student', 'teacher', 'employee', 'official'])),
            sex: this.#maybe(random.pick(['female', 'male'])),
          },
          ...{
            sponsor: this.#maybe(this.#code('PT', 16)),
            delivery: this.#maybe(random.pick(['on-site', 'online', 'blended'])),
          },
          platform: this.#maybe(this.#code('PF', 12)),
        }
      }
      case 'standard':
        return {
          ...{
            code: `ST${i}`,
            title_zh: `标准${i}`,
            type: random.pick(['programme', 'programme', 'course', 'occupational']),
          },
          ...{
            direction: random.pick(['own', 'own', 'joint', 'introduced']),
            country: this.#country(),
            version: this.#maybe('1'),
          },
          ...this.#register('localised_on', 'withdrawn_on'),
        }
      case 'adoption':
        return {
          ...{
            standard: this.#code('ST', 12),
            country: this.#country(),
            adopter: `C${random.whole(1, 4)}`,
            ...this.#stages(),
          },
          ...{ type: this.#maybe(random.pick(['in full', 'in part'])), certificate_no: this.#maybe(`N${i}`) },
        }
      case 'adoption-use': {
        const { start, end } = this.#stretch(false, [0, 100, 364, 365, 500])
        const subject = { standard: this.#code('ST', 12), country: this.#country(), adopter: `C${random.whole(1, 4)}` }
        return { ...subject, from: start!, to: end!, learners: random.whole(0, 40) }
      }
      case 'platform':
        return {
          ...{
            code: `PF${i}`,
            name_zh: `平台${i}`,
            type: random.pick(['consortium', 'platform', 'centre', 'park', 'alliance']),
          },
          ...{
            role: this.#maybe(random.pick(['lead', 'member'])),
            country: random.chance(0.2) ? null : this.#country(),
          },
          founded_on: this.#day(),
          closed_on: null,
          ...(random.chance(0.4) && this.#stretch(false, [0, 300, 800], ['founded_on', 'closed_on'])),
        }
      case 'competition-result': {
        const team = random.chance(0.5) ? random.pick(['T1', 'T2']) : null
        return {
          ...{
            event: random.pick(['E1', 'E2', 'E3', 'A', 'B']),
            series: this.#maybe(random.pick(['worldskills', 'worldskills', 'other']), 0.1),
          },
          ...{
            date: this.#day(),
            level: random.pick(['school', 'city', 'province', 'nation', 'international']),
            country: this.#country(),
          },
          ...{
            skill: random.pick(['s1', 's2', '1', '2']),
            team: random.chance(0.3) ? random.pick(['junior', 'senior']) : team,
          },
          person: team !== null && random.chance(0.3) ? null : random.pick(PERSONS),
          ...{ rank: this.#maybe(random.whole(1, 9)), award: this.#maybe(random.pick(['一等奖', '二等奖'])) },
          medal: this.#maybe(random.pick(['gold', 'silver', 'bronze', 'medallion'])),
          ...{
            score: this.#maybe(random.whole(40000, 80000), 0.15),
            scale: this.#maybe(random.pick(['500', '700', '700']), 0.15),
          },
        }
      }
      case 'assessment-result': {
        const max = random.pick([5000, 10000])
        return {
          ...{
            person: random.pick(PERSONS.slice(0, 12)),
            instrument: random.pick(['A', 'A', 'B']),
            version: this.#maybe(random.pick(['1', '2'])),
          },
          certificate_level: this.#maybe(random.pick(['junior', 'senior'])),
          ...{
            phase: random.pick(['pre', 'post', 'final', 'final']),
            attempt: this.#maybe(random.whole(1, 3)),
            date: this.#examDay(),
          },
          ...{
            raw: this.#maybe(random.whole(0, max), 0.1),
            max: this.#maybe(max, 0.15),
            passed: this.#maybe(random.whole(0, 1), 0.15),
          },
          programme: this.#maybe(this.#code('PR', 8)),
        }
      }
      case 'graduate-outcome':
        return {
          ...this.#who(0.2),
          ...{ programme: this.#maybe(this.#code('PR', 8)), class: random.pick([2018, 2019, 2020, 2022, 2023, 2024]) },
          observation: random.pick(['08-31', '08-31', '12-31', '12-31', '6m', '6m', '12m']),
          status: random.pick(['employed', 'own-business', 'flexible', 'further-study', 'not-employed', 'unknown']),
          ...{ matched: this.#maybe(random.whole(0, 1)), pay: this.#maybe(random.whole(200000, 900000)) },
          ...{
            employer_type: this.#maybe(random.pick(['going-out', 'state'])),
            country: random.chance(0.3) ? null : this.#country(),
          },
        }
      default:
        return this.#zeroReport(i)
    }
  }

  /** The silent years, exactly, too short by a day, too long; of all, of a unit, of a direction or an audience. */
  #zeroReport(i: number): Stored {
    const random = this.#random
    const record_type =
      i < 6
        ? 'mobility'
        : random.pick([
            'enrolment',
            'training-session',
            'competition-result',
            'assessment-result',
            'graduate-outcome',
            'adoption',
          ])
    const [from, to] = random.pick([
      ['2020-09-01', '2021-08-31'],
      ['2020-08-01', '2021-08-31'],
      ['2021-01-01', '2021-12-31'],
      ['2020-09-02', '2021-08-31'],
      ['2020-09-01', '2021-08-30'],
      ['2020-08-01', '2021-12-31'],
      ['2017-01-01', '2018-08-31'],
      ['2021-09-01', '2021-09-01'],
    ])
    const [direction, audience] =
      record_type === 'mobility'
        ? random.pick([
            ['in', 'staff'],
            ['out', null],
            [null, 'staff'],
            [null, null],
            ['out', 'student'],
          ])
        : [null, null]
    return { record_type, from: from!, to: to!, direction: direction ?? null, audience: audience ?? null, signer: '甲' }
  }

  #country(): string {
    return this.#random.pick(COUNTRIES)
  }

  #code(prefix: string, count: number): string {
    return `${prefix}${this.#random.whole(0, count - 1)}`
  }

  #maybe<T>(value: T, empty = 0.3): T | null {
    return this.#random.chance(empty) ? null : value
  }

  #who(groups = 0.2): Stored {
    const random = this.#random
    return random.chance(groups)
      ? { person: null, headcount: random.whole(0, 9) }
      : { person: random.pick(PERSONS), headcount: null }
  }

  #day(): string {
    const random = this.#random
    const year = random.whole(...YEARS)
    return toIso(
      random.chance(0.5) ? dayInYear(year, random.pick(EDGES)) : dayInYear(year, '01-01') + random.whole(0, 364),
    )
  }

  /** Few enough that resits fall on one day. */
  #examDay(): string {
    const random = this.#random
    return `${random.pick([2018, 2019, 2020, 2022, 2023])}-${random.pick(['03-15', '08-31', '09-01', '12-31'])}`
  }

  /** Outside the silence, of a length among those given; open at the end now and then. */
  #stretch(mayBeOpen: boolean, lengths: number[], [from, to] = ['start', 'end'] as [string, string]): Stored {
    for (;;) {
      const start = toDay(this.#day())
      const end = start + this.#random.pick(lengths)
      const open = mayBeOpen && this.#random.chance(0.25)
      if (start <= SILENCE[1] && (open || end >= SILENCE[0])) continue
      return { [from]: toIso(start), [to]: open ? null : toIso(end) }
    }
  }

  /** Either end may be empty. */
  #register(from: string, to: string): Stored {
    const start = toDay(this.#day())
    const filled = this.#random.chance(0.75)
    return {
      [from]: filled ? toIso(start) : null,
      [to]: this.#random.chance(0.4) ? toIso(start + this.#random.pick([0, 200, 700])) : null,
    }
  }

  /** Missing ones, and some that come before those they should follow; lapsed on the last of them at the earliest. */
  #stages(): Stored {
    const names = ['proposed_on', 'adapted_on', 'adopted_on', 'registered_on', 'in_system_on']
    let day = toDay(this.#day())
    let last = day
    const stages = names.map((name) => {
      day += this.#random.pick([0, 30, 200, -100, 365])
      if (this.#random.chance(0.4)) return [name, null]
      last = Math.max(last, day)
      return [name, toIso(day)]
    })
    return {
      ...Object.fromEntries(stages),
      lapsed_on: this.#random.chance(0.4) ? toIso(last + this.#random.pick([0, 1, 300])) : null,
    }
  }
}
