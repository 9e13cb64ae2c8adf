import { fill, type Words } from '@causeway/shared/words/words'
import { sql, type RawBuilder } from 'kysely'
import { tableOf } from '../record-type.ts'
import { MOST_DOUBTS, type RecordWarning, type RecordWarningCode, type Touched, type Warning } from '../warning.ts'
import { isBrought, isCurrent, warningOf } from './doubt.ts'
import WORDS from './words.json' with { type: 'json' }

/** Names of the fields by which records name a standard, a version of it (null: whichever) and a unit of it (null: none). */
interface Naming {
  standard: string
  version: string | null
  unit: string | null
}

const NAMING: Record<string, Naming[]> = {
  'standard-unit': [{ standard: 'standard', version: 'version', unit: null }],
  'standard-mapping': [
    { standard: 'standard', version: 'version', unit: 'unit_code' },
    { standard: 'to_standard', version: null, unit: 'to_unit_code' },
  ],
  'assessment-result': [{ standard: 'standard', version: 'standard_version', unit: 'standard_unit' }],
}

interface MissingPart {
  /** The first of the batch that names it, and how many do. */
  row: number | null
  count: number
  standard: string
  version: string | null
  unit: string | null
}

interface Check {
  /** The fields without which nothing is named, of which the last is where a doubt is shown. */
  filled: ('version' | 'unit')[]
  at: 'version' | 'unit'
  /** What of the batch is named, as `a`, and is doubtful. */
  isMissing(touched: Touched): RawBuilder<unknown>
  say(part: MissingPart): Words & { code: RecordWarningCode; value: string | null }
}

const CHECKS: Check[] = [
  {
    ...{ filled: ['version'], at: 'version' },
    isMissing: (touched) => sql`not exists (select 1 from record_standard_version v
      where ${isCurrent(touched, 'v')} and v.standard = a.standard and v.version = a.version)`,
    say: ({ count, standard, version }) => ({
      ...{ code: 'UNKNOWN_VERSION', value: version },
      ...fill(WORDS.UNKNOWN_VERSION, { standard, version, namedZh: named(count).zh, namedEn: named(count).en }),
    }),
  },
  {
    ...{ filled: ['version', 'unit'], at: 'version' },
    isMissing: () => sql`version is null`,
    say: ({ count, standard, unit }) => ({
      ...{ code: 'VERSION_MISSING', value: unit },
      ...fill(WORDS.VERSION_MISSING, { standard, unit, namedZh: named(count).zh, namedEn: named(count).en }),
    }),
  },
  {
    // Of a standard of which units are registered.
    ...{ filled: ['unit'], at: 'unit' },
    isMissing: (touched) => sql`exists (
        select 1 from record_standard_unit u where ${isCurrent(touched, 'u')} and u.standard = a.standard)
      and not exists (select 1 from record_standard_unit u where ${isCurrent(touched, 'u')} and u.code = a.unit
        and u.standard = a.standard and (a.version is null or u.version = a.version))`,
    say({ count, standard, version, unit }) {
      const of: Words =
        version === null
          ? { zh: `标准 ${standard}`, en: `Standard ${standard}` }
          : { zh: `标准 ${standard} 的版本 ${version}`, en: `Version ${version} of standard ${standard}` }
      return {
        ...{ code: 'UNKNOWN_UNIT', value: unit },
        zh: `${of.zh}没有登记能力单元 ${unit}${named(count).zh}。请先导入 standard-unit，或更正单元编号。`,
        en: `${of.en} has no unit ${unit}${named(count).en}. Import it first, as standard-unit, or correct the code.`,
      }
    },
  },
]

/** Versions and units of standards that records name and that are not registered. */
export const UNKNOWN_PART: Warning = {
  of: ({ name }) => name in NAMING,
  async find(db, touched, { name }) {
    const warnings: RecordWarning[] = []
    for (const naming of NAMING[name]!)
      for (const { filled, at, isMissing, say } of CHECKS) {
        if (filled.some((part) => naming[part] === null)) continue
        const parts = groupNamed(touched, tableOf(name), naming, filled)
        const { rows } = await sql<MissingPart>`select row, count, standard, version, unit from (${parts}) a
          where ${isMissing(touched)} order by row limit ${MOST_DOUBTS}`.execute(db)
        warnings.push(...rows.map((part) => warningOf(part.row, { ...say(part), field: naming[at]! })))
      }
    return warnings
  },
}

/** What records of the batch name, each once: many name the same. Of `filled` the last says what is named. */
function groupNamed(
  touched: Touched,
  table: string,
  naming: Naming,
  filled: readonly ('version' | 'unit')[],
): RawBuilder<unknown> {
  const { standard, version } = naming
  const unit = filled.includes('unit') ? naming.unit : null
  const column = (name: string | null) => (name === null ? sql`cast(null as text)` : sql.ref(name))
  return sql`select min(row) as row, count(*) as count, ${sql.ref(standard)} as standard, ${column(version)} as version,
      ${column(unit)} as unit
    from ${sql.table(table)} where ${isBrought(touched)}
      and ${sql.ref(standard)} is not null and ${sql.ref(naming[filled.at(-1)!]!)} is not null
    group by 3, 4, 5`
}

/** How many rows name it, where it is more than the one that is shown. */
function named(count: number): Words {
  return count === 1 ? { zh: '', en: '' } : { zh: `（共 ${count} 行）`, en: ` (named in ${count} rows)` }
}
