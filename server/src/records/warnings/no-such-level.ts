import { sql } from 'kysely'
import type { Connection } from '../../ground/database/database.ts'
import { ofTypes, type Touched, type Warning } from '../warning.ts'

export const NO_SUCH_LEVEL: Warning<'NO_SUCH_LEVEL'> = {
  codes: {
    NO_SUCH_LEVEL: { zh: '证书没有这一等级', en: 'the certificate has no such level' },
  },
  of: ofTypes('certificate-award', 'certificate-type'),
  async find(db, touched) {
    const awarded = await listAwardedLevels(db, touched)
    return awarded
      .filter(({ level, levels }) => !splitLevels(levels).includes(fold(level)))
      .map(({ row, certificate, level, levels }) => {
        const message = {
          zh: `证书 ${certificate} 没有“${level}”这一等级；其等级为 ${levels}。请改正等级，或补充证书的等级。`,
          en: `The certificate ${certificate} has no level "${level}"; it has ${levels}. Correct the level, or add it to the certificate.`,
        }
        return { code: 'NO_SUCH_LEVEL' as const, row, field: 'level', value: level, message }
      })
  },
}

function splitLevels(levels: string): string[] {
  return levels.split(/[、,，;；/]/).map(fold)
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

interface AwardedLevel {
  row: number | null
  certificate: string
  /** As the award says it. */
  level: string
  /** As the certificate lists its levels. */
  levels: string
}

/** Levels that awards name, beside those of their certificate, where the batch brought either. */
async function listAwardedLevels(db: Connection, { institution, batch }: Touched): Promise<AwardedLevel[]> {
  const { rows } = await sql<AwardedLevel>`
    select min(case when a.batch = ${batch} then a.row else t.row end) as row, a.certificate, a.level, t.level as levels
    from record_certificate_award a
    join record_certificate_type t on t.institution = a.institution and t.code = a.certificate and t.until is null
    where a.institution = ${institution} and a.until is null and a.level is not null and t.level is not null
      and (a.batch = ${batch} or t.batch = ${batch})
    group by a.certificate, a.level, t.level order by 1`.execute(db)
  return rows
}
