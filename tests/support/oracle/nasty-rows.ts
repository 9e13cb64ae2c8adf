import { toDay } from '@causeway/shared/day'
import { makeOutcome, makeStructure, resourceCode } from './nasty-structure.ts'
import { PERSONS, type NastyValues } from './nasty-values.ts'
import type { Stored } from './world.ts'

/** A record of a type, the `i`th of it; registers have codes by number. */
export function makeRow(values: NastyValues, type: string, i: number): Stored {
  const { random } = values
  switch (type) {
    case 'partner':
      return {
        ...{ code: `PT${i}`, name_zh: `合作方${i}`, country: values.nearCountry(), going_out: values.flag() },
        type: values.word('government university enterprise enterprise institute association'),
        ...values.register('from', 'to'),
      }
    case 'programme':
      return {
        ...{ code: `PR${i}`, name_zh: `专业${i}`, department: values.word('D1 D2'), level: values.word('高职 本科') },
        ...{ kind: values.one('ordinary joint joint'), major: values.word('M1 M1 M2 PR1', 0.3) },
        site: values.maybe(values.code('OS', random.chance(0.6) ? 3 : 10), 0.1),
        language: values.word('zh zh zh en'),
        ...values.register('from', 'to'),
      }
    case 'enrolment': {
      const kinds = ['degree', 'degree', 'non-degree', 'joint', 'joint', 'domestic', 'overseas', 'overseas', 'overseas']
      const kind = random.pick(kinds)
      return {
        ...values.who(),
        ...{ programme: values.maybe(values.code('PR', 8)), kind },
        site: kind === 'overseas' ? values.maybe(values.code('OS', 10), 0.2) : null,
        ...{ nationality: values.country(), prior_education: random.chance(0.3) ? null : values.country() },
        ...{ full_time: values.maybe(random.whole(0, 1)), sex: values.word('female male') },
        ...{ funding: values.word('government self'), level: values.word('secondary higher bachelor training') },
        ...values.stretch(true, [0, 30, 363, 364, 365, 366, 500, 900]),
        planned_days: values.maybe(random.pick([1, 364, 365, 365, 366, 400]), 0.4),
        outcome: values.word('completed completed left transferred'),
      }
    }
    case 'mobility':
      return {
        ...values.who(),
        ...{ direction: values.one('in out out'), audience: values.one('student staff') },
        purpose: values.one('study practice practice guide train visiting-scholar visiting-scholar competition'),
        country: random.chance(0.5) ? values.country() : values.nearCountry(),
        ...{ partner: values.maybe(values.code('PT', 16)), programme: values.maybe(values.code('PR', 8)) },
        ...values.stretch(false, [0, 0, 1, 8, 9, 20, 44, 87, 88, 89, 200, 380]),
        ...{ platform: values.maybe(values.code('PF', 12)), virtual: values.maybe(random.pick([0, 0, 1]), 0.6) },
      }
    case 'training-session': {
      const { start = null, end = null } = values.stretch(false, [0, 1, 4, 6, 12, 40])
      const days = toDay(String(end)) - toDay(String(start)) + 1
      return {
        ...values.who(0.5),
        ...{ session: `T${random.whole(1, 9)}`, start, end, training_days: random.whole(1, 2 * days) },
        ...{ country: values.country(), role: values.word('student teacher employee official') },
        ...{ sex: values.word('female male'), sponsor: values.maybe(values.code('PT', 16)) },
        ...{ delivery: values.word('on-site online blended'), platform: values.maybe(values.code('PF', 12)) },
        ...{ site: values.maybe(values.code('OS', 10), 0.5), assessed: values.flag() },
      }
    }
    case 'standard':
      return {
        ...{ code: `ST${i}`, title_zh: `标准${i}`, type: values.one('programme course occupational') },
        ...{ direction: values.one('own own joint introduced introduced'), country: values.country() },
        version: values.maybe('1'),
        ...values.register('localised_on', 'withdrawn_on'),
      }
    case 'adoption':
      return {
        ...subjectOf(values),
        ...{ country: values.country(), adopter: `C${random.whole(1, 4)}` },
        ...values.stages(),
        ...{ type: values.maybe(random.pick(['in full', 'in part'])), certificate_no: values.maybe(`N${i}`) },
        ...{ authority: values.maybe('部'), platform: values.maybe(values.code('PF', 12)) },
      }
    case 'adoption-use': {
      const { start, end } = values.stretch(false, [0, 100, 364, 365, 500])
      const subject = { ...subjectOf(values), country: values.country(), adopter: `C${random.whole(1, 4)}` }
      return { ...subject, from: start!, to: end!, learners: random.pick([0, 0, 1, 1, 2, random.whole(3, 40)]) }
    }
    case 'platform':
      return {
        ...{ code: `PF${i}`, name_zh: `平台${i}`, type: values.one('consortium platform centre park alliance') },
        ...{ role: values.word('lead member'), country: random.chance(0.2) ? null : values.country() },
        ...{ founded_on: values.day(), closed_on: null },
        ...(random.chance(0.4) && values.stretch(false, [0, 300, 800], ['founded_on', 'closed_on'])),
      }
    case 'competition-result': {
      const date = values.fewDays()
      const team = random.chance(0.5) ? values.one('T1 T2') : null
      return {
        ...{ event: values.one('E1 E2 E3 A B'), series: values.word('worldskills worldskills other', 0.1), date },
        ...{ level: values.one('school city province nation international'), country: values.country() },
        ...{ skill: values.one('s1 s2 1 2'), team: random.chance(0.3) ? values.one('junior senior') : team },
        person: team !== null && random.chance(0.3) ? null : random.pick(PERSONS),
        ...{ rank: values.maybe(random.whole(1, 9)), award: values.word('一等奖 二等奖') },
        medal: values.word('gold silver bronze medallion'),
        score: values.maybe(random.whole(40000, 80000), 0.15),
        scale: values.maybe(random.chance(0.1) !== date < '2020' ? '500' : '700', 0.15),
      }
    }
    case 'assessment-result': {
      const max = random.pick([5000, 10000])
      return {
        ...{ person: random.pick(PERSONS.slice(0, 12)), instrument: values.one('A A B') },
        ...{ version: values.word('1 2'), certificate_level: values.word('junior senior') },
        ...{ phase: values.one('pre post final final'), attempt: values.maybe(random.whole(1, 3)) },
        ...{ date: values.fewDays(), raw: values.maybe(random.whole(0, max), 0.1), max: values.maybe(max, 0.15) },
        ...{ passed: values.maybe(random.whole(0, 1), 0.15), programme: values.maybe(values.code('PR', 8)) },
        ...{ site: values.maybe(values.code('OS', 10)), nationality: values.maybe(values.country()) },
        ...(random.chance(0.5) && {
          ...{ standard: values.code('ST', 3), standard_version: values.one('1 1 2') },
          ...{ standard_unit: values.word('u1 u2 u3', 0.1), competent: values.flag() },
        }),
      }
    }
    case 'graduate-outcome':
      return {
        ...values.who(0.2),
        programme: values.maybe(values.code('PR', 8)),
        class: random.pick([2018, 2019, 2020, 2022, 2023, 2024]),
        observation: values.one('08-31 08-31 12-31 12-31 6m 6m 12m'),
        status: values.one('employed own-business flexible further-study not-employed unknown'),
        ...{ matched: values.maybe(random.whole(0, 1)), pay: values.maybe(random.whole(200000, 900000)) },
        employer_type: values.word('going-out foreign state'),
        country: random.chance(0.3) ? null : values.country(),
        nationality: random.chance(0.2) ? null : values.country(),
      }
    case 'nothing-to-report':
      return makeZeroReport(values, i)
    default:
      return (makeStructure(values, type, i) ?? makeOutcome(values, type, i))!
  }
}

/** What is adopted: a standard, or a resource. */
function subjectOf(values: NastyValues): Stored {
  return values.random.chance(0.6)
    ? { standard: values.code('ST', 12), resource: null }
    : { standard: null, resource: resourceCode(values.number(12)) }
}

/** The silent years, exactly, too short by a day, too long; of all, of a unit, of a direction or an audience. */
function makeZeroReport(values: NastyValues, i: number): Stored {
  const { random } = values
  const record_type =
    i < 12
      ? 'mobility'
      : values.one(
          'enrolment training-session competition-result assessment-result graduate-outcome adoption ' +
            'adoption-use certificate-award language-result survey-result online-learning placement event',
        )
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
