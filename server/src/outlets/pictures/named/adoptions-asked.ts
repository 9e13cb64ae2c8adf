import type { Words } from '@causeway/shared/words/words'
import { readDayAsked } from '../../../figures/standing.ts'
import type { InstitutionFacts } from '../../../records/institutions.ts'
import { readNames } from '../../../records/record-names.ts'
import { recordTypeOf } from '../../../records/record-types.ts'
import { countryName } from '../../../ground/reference/countries.ts'
import { dayOf, findOwnCollege, textOf } from '../named-query.ts'
import type { AskedView, ReadView } from '../named-view.ts'

interface AdoptionsAsked {
  institution: InstitutionFacts
  request: { institution: string; on: string; standard: string | null; country: string | null }
  /** Of what alone, in words. */
  narrowed: Words[]
  /** The page that shows them. */
  page: ReadView['page']
}

/** Which adoptions, and on which day, as the graph takes it; refuses as the graph does. */
export async function readAdoptionsAsked(asked: AskedView): Promise<AdoptionsAsked> {
  const { database } = asked.causeway
  const day = dayOf(asked, 'on')
  const [standard, country] = [textOf(asked, 'standard'), textOf(asked, 'country')]
  const institution = await findOwnCollege(asked)
  const on = await readDayAsked(database, institution.code, day)
  const names = standard
    ? await readNames(database.quick, recordTypeOf('standard'), institution.code, [standard])
    : new Map<string, Words>()
  return {
    institution,
    request: { institution: institution.code, on, standard, country },
    narrowed: [
      ...(standard ? [names.get(standard) ?? { zh: standard, en: standard }] : []),
      ...(country ? [countryName(country)] : []),
    ],
    page: {
      path: standard
        ? `/standard/${encodeURIComponent(standard)}`
        : country
          ? `/country/${encodeURIComponent(country)}`
          : '/standards',
      query: { on: day },
    },
  }
}
