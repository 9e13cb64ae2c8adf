import {
  byAttempt,
  FLOW,
  isWithin,
  latestPer,
  named,
  onePer,
  percent,
  percentOfRows,
  sum,
  tuple,
  type Answer,
  type Asked,
  type Entry,
} from './asked.ts'
import type { Row } from './row.ts'

const COMMON = { bases: FLOW, covers: ['assessment-result'], scope: null }

export const ASSESSMENTS: Record<string, Entry> = {
  SK05: {
    ...COMMON,
    answer: (asked) =>
      percentOfRows(
        onePer(certificateExams(asked), examOf, byAttempt).filter((row) => isWithin(asked, row.date)),
        ({ passed }) => passed === 1,
      ),
  },
  'SK05.best': {
    ...COMMON,
    answer: (asked) => {
      const exams = certificateExams(asked).filter((row) => isWithin(asked, row.date))
      const passed = new Set(exams.filter((row) => row.passed === 1).map(examOf))
      return percent(passed.size, new Set(exams.map(examOf)).size)
    },
  },
  SK09: { ...COMMON, answer: (asked) => ({ value: attainment(asked), coverage: unitCoverage(asked) }) },
  SK10: { ...COMMON, scope: undefined, answer: unitCoverage },
  SK11: {
    ...COMMON,
    answer: (asked) => {
      const pairs = pairsOf(asked)
      const gain = sum(pairs.map(({ pre, post }) => post.raw! - pre.raw!))
      return { value: isOfOneInstrument(pairs) ? gain / pairs.length : null, lost: lostOf(asked) }
    },
  },
  SK12: {
    ...COMMON,
    answer: (asked) => {
      const pairs = pairsOf(asked).filter(({ pre }) => pre.max !== null)
      const room = sum(pairs.map(({ pre }) => pre.max! - pre.raw!))
      const gain = sum(pairs.map(({ pre, post }) => post.raw! - pre.raw!))
      return { value: isOfOneInstrument(pairs) && room !== 0 ? gain / room : null, lost: lostOf(asked) }
    },
  },
  SK13: {
    ...COMMON,
    answer: (asked) => {
      const finals = asked
        .book('assessment-result')
        .filter(({ phase, site }) => phase === 'final' && site !== null)
        .filter(({ site }) => asked.inScope(named(asked.book('overseas-site'), site)?.country))
      const first = onePer(finals, (row) => tuple(row.person, row.instrument, row.version), byAttempt)
      return percentOfRows(
        first.filter((row) => isWithin(asked, row.date)),
        ({ passed }) => passed === 1,
      )
    },
  },
}

function certificateExams({ book, inScope }: Asked): Row[] {
  return book('assessment-result').filter(
    (row) => row.phase === 'final' && row.certificate_level !== null && inScope(row.nationality),
  )
}

function examOf(row: Row): string {
  return tuple(row.person, row.instrument, row.version, row.certificate_level)
}

/** Of the period: the latest of each person and unit, in any phase. */
function unitResults(asked: Asked): Row[] {
  return latestPer(
    asked
      .book('assessment-result')
      .filter((row) => row.standard_unit !== null && isWithin(asked, row.date) && asked.inScope(row.nationality)),
    (row) => tuple(row.person, row.standard, row.standard_version, row.standard_unit),
  )
}

function versionOf(row: Row): string {
  return tuple(row.standard, row.standard_version)
}

/** Units with a result, of those of the versions that have results in the period. */
function unitCoverage(asked: Asked): Answer {
  const seen = unitResults(asked)
  const versions = new Set(seen.map(versionOf))
  const units = asked.book('standard-unit').filter((row) => versions.has(tuple(row.standard, row.version)))
  const met = new Set(seen.map((row) => tuple(row.standard, row.standard_version, row.standard_unit)))
  return percentOfRows(units, (row) => met.has(tuple(row.standard, row.version, row.code)))
}

/** Of each version the mean over its units by their weights; of several versions the mean by the persons assessed. */
function attainment(asked: Asked): Answer {
  const versions = Map.groupBy(unitResults(asked), versionOf)
  let [total, persons] = [0, 0]
  for (const results of versions.values()) {
    const units = [...Map.groupBy(results, (row) => row.standard_unit!)].map(([code, rows]) => ({
      rate: rows.filter(({ competent }) => competent === 1).length / rows.length,
      weight: weightOf(asked, rows[0]!, code),
    }))
    const { standard, standard_version: version } = results[0]!
    const ofVersion = asked.book('standard-unit').filter((row) => row.standard === standard && row.version === version)
    // Only some have a weight: the others weigh nothing, and who was seen on those alone does not either.
    const heavy = ofVersion.filter(({ weight }) => (weight ?? 0) > 0).map(({ code }) => code)
    const weights = units.map(({ weight }) => (heavy.length > 0 ? weight : 1))
    if (sum(weights) === 0) continue
    const counted = results.filter((row) => heavy.length === 0 || heavy.includes(row.standard_unit))
    const assessed = new Set(counted.map(({ person }) => person)).size
    total += (assessed * sum(units.map(({ rate }, i) => rate * weights[i]!))) / sum(weights)
    persons += assessed
  }
  return percent(total, persons)
}

function weightOf({ book }: Asked, { standard, standard_version }: Row, code: string): number {
  const unit = book('standard-unit').find(
    (row) => row.standard === standard && row.version === standard_version && row.code === code,
  )
  return unit?.weight ?? 0
}

interface Pair {
  pre: Row
  post: Row
}

/** A person's first test of a phase, of one instrument and version. */
function firstTests({ book, inScope }: Asked, phase: string): Row[] {
  const marked = book('assessment-result').filter(
    (row) => row.phase === phase && row.raw !== null && inScope(row.nationality),
  )
  return onePer(marked, testOf, byAttempt)
}

function testOf(row: Row): string {
  return tuple(row.person, row.instrument, row.version)
}

/** A pair belongs to the period of its post. */
function pairsOf(asked: Asked): Pair[] {
  const before = new Map(firstTests(asked, 'pre').map((row) => [testOf(row), row]))
  return firstTests(asked, 'post')
    .filter((post) => isWithin(asked, post.date) && before.has(testOf(post)))
    .map((post) => ({ pre: before.get(testOf(post))!, post }))
}

/** The pre tests of the period without a post by its last day. */
function lostOf(asked: Asked): number {
  const posts = new Set(
    firstTests(asked, 'post')
      .filter(({ date }) => date! <= asked.last)
      .map(testOf),
  )
  return firstTests(asked, 'pre').filter((pre) => isWithin(asked, pre.date) && !posts.has(testOf(pre))).length
}

/** Tests of two instruments, or of two versions of one, are no measure of the same thing. */
function isOfOneInstrument(pairs: Pair[]): boolean {
  return new Set(pairs.map(({ post }) => tuple(post.instrument, post.version))).size === 1
}
