import { toDay, toIso } from '@causeway/shared/day'
import { PERSONS, type NastyValues } from './nasty-values.ts'
import type { Stored } from './world.ts'

/** What a college has: programmes' courses, sites, resources, versions of standards and what they are held against. */
export function makeStructure(values: NastyValues, type: string, i: number): Stored | null {
  const { random } = values
  switch (type) {
    case 'agreement': {
      const from = values.day()
      return {
        ...{ code: `AG${i}`, partner: values.code('PT', 16), type: values.word('mou contract') },
        ...{ signed_on: later(from, random.pick([-400, -30, 0, 0, 20])), from },
        to: random.chance(0.6) ? later(from, random.pick([20, 200, 365, 800])) : null,
      }
    }
    case 'course': {
      const hours = random.whole(1, 90) * 50
      return {
        ...{ code: `C${random.whole(0, 9)}`, programme: values.code('PR', 8), name_zh: `课程${i}` },
        ...{ core: values.flag(), introduced: values.flag(), foreign_taught: values.flag(), hours },
        foreign_party_hours: values.maybe(Math.floor((hours * random.whole(0, 4)) / 4)),
        language: values.word('zh zh en ru'),
        ...values.register('from', 'to', 0.5),
      }
    }
    case 'joint-programme':
      return {
        ...{ approval: `A${random.whole(0, 5)}`, category: values.one('institution project') },
        ...{ partner: values.code('PT', 16), programme: values.code('PR', 8) },
        ...values.fromTo(),
      }
    case 'overseas-site':
      return {
        ...{ code: `OS${i}`, name_zh: `办学点${i}`, country: values.nearCountry(), licensed: values.flag() },
        type: values.one('teaching-site school school school workshop college'),
        brand: values.word('luban luban silk-road other'),
        ...values.fromTo('opened_on', 'closed_on'),
      }
    case 'resource':
      return {
        ...{ code: resourceCode(i), title_zh: `资源${i}`, country: random.chance(0.2) ? null : values.country() },
        kind: values.one('textbook course online-course equipment equipment'),
        ...{ origin: values.one('introduced own joint'), published_on: values.maybe(values.day()) },
        ...values.register('localised_on', 'withdrawn_on'),
      }
    case 'standard-version':
      return {
        ...{ standard: values.code('ST', 12), version: values.one('1 2') },
        ...values.fromTo(),
        ...{ review_due: values.maybe(values.day()), reviewed_on: values.maybe(values.day()) },
      }
    case 'standard-unit':
      return {
        ...{ standard: values.code('ST', 12), version: values.one('1 1 2'), code: values.one('u1 u2 u3') },
        ...{ title_zh: `单元${i}`, weight: values.maybe(random.whole(0, 10) * 1000) },
      }
    case 'standard-mapping':
      return {
        ...{ standard: values.code('ST', 12), version: values.word('1 1 2', 0.1) },
        unit_code: values.word('u1 u2 u3', 0.1),
        ...{ to_standard: values.code('ST', 12), to_unit_code: values.word('u1 u2') },
        ...{ relation: values.one('equivalent equivalent partial none'), assessed_on: values.day() },
      }
    case 'programme-standard':
      return {
        ...{ programme: values.code('PR', 8), standard: values.code('ST', 12) },
        relation: values.one('implements benchmarked'),
        ...values.fromTo(),
      }
    case 'event': {
      const { start = null, end = null } = values.stretch(false, [0, 2, 30, 200])
      return {
        ...{ code: `EV${i}`, title_zh: `活动${i}`, country: values.country() },
        ...{ kind: values.one('conference forum forum exhibition'), role: values.word('host co-host') },
        ...{ partner: values.maybe(values.code('PT', 16)), platform: values.maybe(values.code('PF', 12)), start },
        end: values.maybe(end),
      }
    }
    case 'recognition':
      return {
        ...{ title_zh: `荣誉${random.whole(0, 9)}`, issuer: values.one('教育部 省厅') },
        kind: values.one('honour licence accreditation accreditation'),
        level: values.one('province nation international international'),
        ...{ country: values.maybe(values.country()), programme: values.maybe(values.code('PR', 8)) },
        site: random.chance(0.3) ? values.code('OS', 10) : null,
        ...values.fromTo('awarded_on', 'valid_to'),
      }
    default:
      return null
  }
}

/** Some resources bear the code of a standard. */
export function resourceCode(i: number): string {
  return i % 3 === 0 ? `ST${i}` : `RS${i}`
}

function later(iso: string, days: number): string {
  return toIso(toDay(iso) + days)
}

/** What persons hold, reach and say. */
export function makeOutcome(values: NastyValues, type: string, i: number): Stored | null {
  const { random } = values
  switch (type) {
    case 'certificate-type':
      return {
        ...{ code: `CT${i}`, name_zh: `证书${i}`, issuer: 'I', country: values.country() },
        international: values.flag(),
      }
    case 'certificate-award':
      return {
        ...{ person: random.pick(PERSONS), certificate: values.code('CT', 8), date: values.fewDays() },
        ...{ level: values.word('1 2'), awarded: random.pick([0, 1, 1]) },
        ...{ programme: values.maybe(values.code('PR', 8)), nationality: values.maybe(values.country()) },
      }
    case 'language-result': {
      const scale = values.one('hsk hsk occupational-chinese cefr')
      const scale_version = scale === 'hsk' ? values.one('2.0 3.0') : scale === 'cefr' ? '2020' : '2023'
      return {
        ...{ person: random.pick(PERSONS), scale, scale_version, date: values.fewDays(), level: random.whole(1, 5) },
        ...{ required_level: values.maybe(random.whole(2, 4), 0.2), programme: values.maybe(values.code('PR', 8)) },
      }
    }
    case 'survey-result': {
      const asked = random.whole(0, 40)
      const answered = random.whole(0, asked)
      return {
        survey: values.one('V1 V2 V3'),
        audience: values.one('employer employer learner international-learner graduate'),
        question: values.one('satisfaction satisfaction promotion-3y relevance'),
        ...{ class: values.maybe(random.whole(2018, 2024)), date: values.fewDays() },
        ...{ asked, answered, positive: random.whole(0, answered), programme: values.maybe(values.code('PR', 8)) },
      }
    }
    case 'office-held':
      return {
        ...{ person: random.pick(PERSONS), organisation: values.one('O1 O2 O3'), country: values.country() },
        ...{ post: values.one('chair member'), professional: values.flag() },
        ...values.fromTo(),
      }
    case 'staff':
      return {
        ...{ person: random.pick(PERSONS), full_time: random.pick([0, 1, 1]), teaching: random.pick([0, 1, 1]) },
        ...{ nationality: random.chance(0.4) ? 'CN' : values.country(), sex: values.maybe('female') },
        ...values.fromTo(),
      }
    case 'online-learning':
      return {
        ...values.who(),
        ...{ resource: resourceCode(values.number(12)), country: values.country() },
        ...values.stretch(false, [0, 10, 100, 400]),
        platform: values.maybe(values.code('PF', 12)),
      }
    case 'placement':
      return {
        ...values.who(),
        ...{ partner: values.code('PT', 16), country: values.country(), programme: values.maybe(values.code('PR', 8)) },
        ...{ nationality: values.maybe(values.country()), mentor: values.flag(), assessed: values.flag() },
        ...values.stretch(false, [0, 3, 4, 5, 60, 380]),
        platform: values.maybe(values.code('PF', 12)),
      }
    default:
      return null
  }
}
