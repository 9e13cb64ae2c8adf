import { periodDays, periodLabel } from '@causeway/shared/period'
import { toIso } from '@causeway/shared/day'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { releaseWords } from '../../figures/releases/release.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'
import type { ReportAsk } from './standing.ts'
import type { Fact } from './tags/kinds.ts'
import WORDS from './words.json' with { type: 'json' }

const NOTHING_YET = { zh: '尚无数据', en: 'no data yet' }
const INVENTED = { zh: '演示数据，纯属虚构', en: 'Demonstration data, invented' }

/** What each is, in words. */
export const FACT_TITLES: Record<Fact, Words> = WORDS.facts

/** What a report says of the institution and the year. */
export function writeFact(fact: Fact, { institution, locale, partner }: ReportAsk, year: number): string {
  const { name, code, dataDate, demonstration, release } = institution
  const [start, end] = schoolYear(institution, year)
  switch (fact) {
    case 'institution':
      return inLocale(name, locale)
    case 'institution.code':
      return code
    case 'year':
      return periodLabel({ basis: 'SCHOOL_YEAR', year, start, end }, locale)
    case 'year.start':
      return writeDate(start, locale)
    case 'year.end':
      return writeDate(end, locale)
    case 'previous-year': {
      const [from, to] = schoolYear(institution, year - 1)
      return periodLabel({ basis: 'SCHOOL_YEAR', year: year - 1, start: from, end: to }, locale)
    }
    case 'edition':
      return end.slice(0, 4)
    case 'data-date':
      return dataDate === null ? inLocale(NOTHING_YET, locale) : writeDate(dataDate, locale)
    case 'release':
      return release ? inLocale(releaseWords(release), locale) : ''
    case 'demonstration':
      return demonstration ? inLocale(INVENTED, locale) : ''
    case 'partner':
      return inLocale(partner!.name, locale)
    case 'partner.code':
      return partner!.code
    case 'partner.country':
      return inLocale(partner!.country, locale)
    case 'partner.type':
      return inLocale(partner!.type, locale)
  }
}

/** First and last day of the school year that begins in `year`. A quality report of edition Y+1 holds the school year Y. */
export function schoolYear(
  { schoolYearStart }: Pick<InstitutionFacts, 'schoolYearStart'>,
  year: number,
): [start: string, end: string] {
  const [first, last] = periodDays('SCHOOL_YEAR', year, schoolYearStart)
  return [toIso(first), toIso(last)]
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** `2024年8月31日`, `31 August 2024`. */
function writeDate(iso: string, locale: Locale): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  return locale === 'ZH' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`
}
