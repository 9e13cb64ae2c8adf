import { sql } from 'kysely'
import { findIssuer } from '../../ground/reference/certificate-issuers.ts'
import { countryName } from '../../ground/reference/countries.ts'
import { ofTypes, type Warning } from '../warning.ts'
import { NOWHERE } from './two-of-one.ts'

export const ISSUER_ELSEWHERE: Warning<'ISSUER_ELSEWHERE'> = {
  codes: {
    ISSUER_ELSEWHERE: { zh: '发证机构设在别的国家（地区）', en: 'the issuer has its seat in another country' },
  },
  of: ofTypes('certificate-type'),
  async find(db, { institution, batch }) {
    const { rows } = await sql<{ row: number | null; issuer: string; country: string }>`
    select row, issuer, country from record_certificate_type
    where institution = ${institution} and until is null and batch = ${batch} and country not in (${NOWHERE})
    order by row`.execute(db)
    return rows.flatMap(({ row, issuer, country }) => {
      const known = findIssuer(issuer)
      if (!known || known.country === country) return []
      const [seat, said] = [countryName(known.country), countryName(country)]
      const message = {
        zh: `发证机构${known.name.zh}设在${seat.zh}，此处填的是${said.zh}。请核对。`,
        en: `${known.name.en} has its seat in ${seat.en}; here it says ${said.en}. Look at both.`,
      }
      return [{ code: 'ISSUER_ELSEWHERE' as const, row, field: 'country', value: country, message }]
    })
  },
}
