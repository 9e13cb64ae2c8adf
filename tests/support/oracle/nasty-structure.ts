import { toDay, toIso } from '@causeway/shared/day'
import type { NastyValues } from './nasty-values.ts'
import type { Stored } from './world.ts'

/** What a college has: programmes' courses, sites, resources, versions of standards and what they are held against. */
export function makeStructure(values: NastyValues, type: string, i: number): Stored | null {
  const { random } = values
  switch (type) {
    case 'agreement': {
      const from = values.day()
      return {
        ...{ code: `AG${i}`, partner: values.code('PT', 16), type: values.maybe(random.pick(['mou', 'contract'])) },
        ...{ signed_on: later(from, random.pick([-400, -30, 0, 0, 20])), from },
        to: random.chance(0.6) ? later(from, random.pick([20, 200, 365, 800])) : null,
      }
    }
    case 'course': {
      const hours = random.whole(1, 90) * 50
      return {
        ...{ code: `C${random.whole(0, 9)}`, programme: values.code('PR', 8), name_zh: `课程${i}` },
        ...{ core: values.flag(), introduced: values.flag(), foreign_taught: values.flag(), hours },
        ...{
          foreign_party_hours: values.maybe(Math.floor((hours * random.whole(0, 4)) / 4)),
          language: values.maybe(random.pick(['zh', 'zh', 'en', 'ru'])),
        },
        ...values.register('from', 'to', 0.5),
      }
    }
    case 'joint-programme':
      return {
        ...{ approval: `A${random.whole(0, 5)}`, category: random.pick(['institution', 'project']) },
        ...{ partner: values.code('PT', 16), programme: values.code('PR', 8) },
        ...values.fromTo(),
      }
    case 'overseas-site':
      return {
        ...{ code: `OS${i}`, name_zh: `办学点${i}`, country: values.nearCountry(), licensed: values.flag() },
        type: random.pick(['teaching-site', 'school', 'school', 'school', 'workshop', 'college']),
        brand: values.maybe(random.pick(['luban', 'luban', 'silk-road', 'other'])),
        ...values.fromTo('opened_on', 'closed_on'),
      }
    case 'resource':
      return {
        code: resourceCode(i),
        ...{ title_zh: `资源${i}`, country: random.chance(0.2) ? null : values.country() },
        kind: random.pick(['textbook', 'course', 'online-course', 'equipment', 'equipment']),
        origin: random.pick(['introduced', 'own', 'joint']),
        published_on: values.maybe(values.day()),
        ...values.register('localised_on', 'withdrawn_on'),
      }
    case 'standard-version':
      return {
        ...{ standard: values.code('ST', 12), version: random.pick(['1', '2']) },
        ...values.fromTo(),
        review_due: values.maybe(values.day()),
        reviewed_on: values.maybe(values.day()),
      }
    case 'standard-unit':
      return {
        ...{ standard: values.code('ST', 12), version: random.pick(['1', '1', '2']) },
        ...{ code: random.pick(['u1', 'u2', 'u3']), title_zh: `单元${i}` },
        weight: values.maybe(random.whole(0, 10) * 1000),
      }
    case 'standard-mapping':
      return {
        ...{ standard: values.code('ST', 12), version: values.maybe(random.pick(['1', '1', '2']), 0.1) },
        unit_code: values.maybe(random.pick(['u1', 'u2', 'u3']), 0.1),
        ...{ to_standard: values.code('ST', 12), to_unit_code: values.maybe(random.pick(['u1', 'u2'])) },
        ...{ relation: random.pick(['equivalent', 'equivalent', 'partial', 'none']), assessed_on: values.day() },
      }
    case 'programme-standard':
      return {
        ...{ programme: values.code('PR', 8), standard: values.code('ST', 12) },
        relation: random.pick(['implements', 'benchmarked']),
        ...values.fromTo(),
      }
    case 'event': {
      const { start = null, end = null } = values.stretch(false, [0, 2, 30, 200])
      return {
        ...{ code: `EV${i}`, title_zh: `活动${i}`, country: values.country() },
        ...{
          kind: random.pick(['conference', 'forum', 'forum', 'exhibition']),
          role: values.maybe(random.pick(['host', 'co-host'])),
        },
        ...{ partner: values.maybe(values.code('PT', 16)), platform: values.maybe(values.code('PF', 12)) },
        ...{ start, end: values.maybe(end) },
      }
    }
    case 'recognition':
      return {
        ...{ title_zh: `荣誉${random.whole(0, 9)}`, issuer: random.pick(['教育部', '省厅']) },
        kind: random.pick(['honour', 'licence', 'accreditation', 'accreditation']),
        level: random.pick(['province', 'nation', 'international', 'international']),
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
