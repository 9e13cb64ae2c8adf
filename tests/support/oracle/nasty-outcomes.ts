import { PERSONS, type NastyValues } from './nasty-values.ts'
import { resourceCode } from './nasty-structure.ts'
import type { Stored } from './world.ts'

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
        ...{ level: values.maybe(random.pick(['1', '2'])), awarded: random.pick([0, 1, 1]) },
        ...{ programme: values.maybe(values.code('PR', 8)), nationality: values.maybe(values.country()) },
      }
    case 'language-result': {
      const scale = random.pick(['hsk', 'hsk', 'occupational-chinese', 'cefr'])
      const scale_version = scale === 'hsk' ? random.pick(['2.0', '3.0']) : scale === 'cefr' ? '2020' : '2023'
      return {
        ...{ person: random.pick(PERSONS), scale, scale_version, date: values.fewDays() },
        ...{ level: random.whole(1, 5), required_level: values.maybe(random.whole(2, 4), 0.2) },
        programme: values.maybe(values.code('PR', 8)),
      }
    }
    case 'survey-result': {
      const asked = random.whole(0, 40)
      const answered = random.whole(0, asked)
      return {
        survey: random.pick(['V1', 'V2', 'V3']),
        audience: random.pick(['employer', 'employer', 'learner', 'international-learner', 'graduate']),
        question: random.pick(['satisfaction', 'satisfaction', 'promotion-3y', 'relevance']),
        ...{ class: values.maybe(random.whole(2018, 2024)), date: values.fewDays() },
        ...{ asked, answered, positive: random.whole(0, answered), programme: values.maybe(values.code('PR', 8)) },
      }
    }
    case 'office-held':
      return {
        ...{ person: random.pick(PERSONS), organisation: random.pick(['O1', 'O2', 'O3']), country: values.country() },
        ...{ post: random.pick(['chair', 'member']), professional: values.flag() },
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
