import { toDay, toIso } from '@causeway/shared/day'
import { PROGRAMMES, type Programme } from './college.ts'
import type { Row } from './csv-file.ts'
import { createRandom, type Random } from './random.ts'
import { DATA_DATE, FIRST_INTAKE, LAST_INTAKE, storyOf } from './story.ts'
import { DEPARTMENT, UNIT } from './units.ts'

/** A learner of the college's own, known by name. */
export interface Learner {
  person: string
  programme: string
  sex: 'female' | 'male'
  start: string
  /** Last day here; of one still enrolled the day after which nothing is known. */
  end: string
  outcome?: 'completed' | 'left' | 'transferred'
  joint: boolean
}

const YEARS_OF_STUDY = 3

/** Who is taught by the departments that name their learners, in order of intake. */
export function enrolLearners(): Learner[] {
  const random = createRandom('learners')
  const learners: Learner[] = []
  for (let year = FIRST_INTAKE; year <= LAST_INTAKE; year++) {
    const open = PROGRAMMES.filter(({ intakes, weight }) => weight > 0 && intakes[0] <= year && year <= intakes[1])
    const weights = open.filter(({ kind }) => kind === 'ordinary').reduce((sum, { weight }) => sum + weight, 0)
    for (const programme of open) {
      const count =
        programme.kind === 'joint'
          ? programme.weight + random.whole(-4, 5) - (year === 2020 ? 7 : 0)
          : Math.round((storyOf(year).intake * programme.weight) / weights)
      for (let n = 1; n <= count; n++) learners.push(enrolOne(random, programme, year, n))
    }
  }
  return learners
}

function enrolOne(random: Random, programme: Programme, year: number, n: number): Learner {
  const number = String(PROGRAMMES.indexOf(programme) + 1).padStart(2, '0')
  const start = `${year}-09-01`
  const graduation = `${year + YEARS_OF_STUDY}-07-01`
  const stay = random.next()
  const sex = random.chance(programme.department === DEPARTMENT.machinery ? 0.17 : 0.52) ? 'female' : 'male'
  const learner = {
    person: `${year}${number}${String(n).padStart(3, '0')}`,
    programme: programme.code,
    sex,
    start,
    joint: programme.kind === 'joint',
  } as const
  const parted = toIso(toDay(start) + random.whole(40, 900))
  if (stay < 0.055 && parted <= DATA_DATE)
    return { ...learner, end: parted, outcome: stay < 0.04 ? 'left' : 'transferred' }
  if (graduation > DATA_DATE) return { ...learner, end: '9999-12-31' }
  return { ...learner, end: graduation, outcome: 'completed' }
}

export function toEnrolmentRows(learners: Learner[]): Row[] {
  const random = createRandom('funding of joint learners')
  return learners.map(({ person, programme, sex, start, end, outcome, joint }) => ({
    person,
    programme,
    kind: joint ? 'joint' : 'domestic',
    full_time: 1,
    nationality: 'CN',
    sex,
    level: 'higher',
    start,
    end: outcome ? end : undefined,
    outcome,
    funding: joint ? random.weighted({ self: 88, college: 8, government: 4 }) : undefined,
    unit: UNIT.academicAffairs,
  }))
}

/** Animal science hands in heads, a row for each programme, intake, sex and what became of them. */
export function countHeads(): Row[] {
  const random = createRandom('heads')
  const rows: Row[] = []
  for (const programme of PROGRAMMES.filter(({ heads }) => heads)) {
    for (let year = programme.intakes[0]; year <= programme.intakes[1]; year++) {
      const all =
        Math.round((programme.code === 'P-VET' ? 58 : 34) * (1 + (year - FIRST_INTAKE) * 0.03)) + random.whole(-4, 6)
      const women = Math.round(all * (0.38 + random.next() * 0.1))
      const gone = random.whole(1, 4)
      const finished = year + YEARS_OF_STUDY <= 2025
      const row = {
        programme: programme.code,
        kind: 'domestic',
        full_time: 1,
        nationality: 'CN',
        level: 'higher',
        start: `${year}-09-01`,
        unit: UNIT.animalScience,
      }
      const stayed = finished ? { end: `${year + YEARS_OF_STUDY}-07-01`, outcome: 'completed' } : {}
      rows.push(
        { ...row, headcount: women, sex: 'female', ...stayed },
        { ...row, headcount: all - women - gone, sex: 'male', ...stayed },
      )
      if (year < LAST_INTAKE)
        rows.push({ ...row, headcount: gone, sex: 'male', end: `${year + 1}-03-15`, outcome: 'left' })
      else rows.push({ ...row, headcount: gone, sex: 'male', end: `${year + 1}-03-14`, outcome: 'left' })
    }
  }
  return rows
}
