import type { Basis } from '@causeway/shared/period'
import { named, type Asked, type Cover, type Entry } from './asked.ts'
import { isOfPeriod, rowsOf } from './coverage.ts'
import type { Row } from './row.ts'

/** Where somebody or something is from, or is. Null: it is not written down; undefined: it has no such country. */
type Country = string | null | undefined
type CountryOf = (asked: Asked, row: Row) => Country

/** Of the register's record that it names; what names none has no country to be unknown. */
const by =
  (register: string, codeOf: (row: Row) => string | null): CountryOf =>
  ({ book }, row) => {
    const code = codeOf(row)
    return code === null ? undefined : (named(book(register), code)?.country ?? null)
  }
const country: CountryOf = (_asked, row) => row.country
const nationality: CountryOf = (_asked, row) => row.nationality
const ofPartner = by('partner', ({ partner, sponsor }) => partner ?? sponsor ?? null)
const ofSite = by('overseas-site', ({ site }) => site)
const ofStandard = by('standard', ({ standard }) => standard)

const USUAL: Record<string, CountryOf> = {
  enrolment: nationality,
  staff: nationality,
  'graduate-outcome': nationality,
  'assessment-result': nationality,
  agreement: ofPartner,
  'joint-programme': ofPartner,
  'certificate-award': by('certificate-type', ({ certificate }) => certificate),
  'standard-unit': ofStandard,
  'standard-version': ofStandard,
}
/** What the scope of an indicator acts on instead; null: on nothing of that type. */
const OWN: Record<string, Record<string, CountryOf | null>> = {
  'EX05.prior': { enrolment: (_asked, row) => row.prior_education },
  EX15: { enrolment: ofSite },
  EX17: { enrolment: ofSite },
  EX18: { 'training-session': ofSite },
  EX19: { 'training-session': ofSite },
  EX23: { mobility: ofPartner, 'training-session': ofPartner, placement: ofPartner },
  PF10: { placement: ofPartner, 'training-session': ofPartner },
  DN03: { enrolment: (asked, row) => (row.kind === 'overseas' ? ofSite : nationality)(asked, row) },
  'IN17.outbound': { enrolment: null },
  SK13: { 'assessment-result': ofSite },
  SK24: { placement: nationality },
}

/** Nobody knows where any record of the period is from, of all types that cover it together. */
export function isAllUnknown(asked: Asked, code: string, { covers, cumulative }: Entry, basis: Basis): boolean {
  const countries = covers.flatMap((cover: Cover): Country[] => {
    const type = typeof cover === 'string' ? cover : 'mobility'
    const own = OWN[code]?.[type]
    if (own === null) return []
    const countryOf = own ?? USUAL[type] ?? country
    const rows = rowsOf(asked, cover).filter((row) => isOfPeriod(asked, type, row, basis, cumulative === true))
    return rows.map((row) => countryOf(asked, row))
  })
  return countries.length > 0 && countries.every((one) => one === null || one === 'unknown')
}
