import { isIsoDate, dayWords } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import type { Database } from '../ground/database/database.ts'
import { countryName } from '../ground/reference/countries.ts'
import { levelName } from '../ground/reference/scales.ts'
import { eachLanguage } from './each-language.ts'
import { readNames } from './record-names.ts'
import type { Field, RecordType } from './record-type.ts'
import { fieldsOf, recordTypeOf } from './record-types.ts'
import type { StoredRecord } from './stored-values.ts'

export interface DescribedField {
  name: string
  label: Words
  /** Days as YYYY-MM-DD, flags as 0 or 1, persons as their hash, decimals as people count them; null: empty. */
  value: string | number | null
  /** For people; empty where nothing is. */
  text: Words
}

export interface DescribedRecord {
  label: Words
  fields: DescribedField[]
  batch: string
  row: number | null
}

const NOTHING: Words = { zh: '', en: '' }
const YES: Words = { zh: '是', en: 'yes' }
const NO: Words = { zh: '否', en: 'no' }
/** Enough to tell persons apart in a list, and nothing else. */
const SHOWN_OF_A_HASH = 8
/** A person as part of a natural key. */
const HASH = /(?<=^|\/)[\w-]{22}(?=\/|$)/g

/** Records in words; what they point to is looked up once for all of them. */
export async function describeRecords(
  database: Database,
  records: readonly StoredRecord[],
): Promise<DescribedRecord[]> {
  const names = await readReferenceNames(database, records)
  return records.map((record) => {
    const type = recordTypeOf(record.type)
    const fields = fieldsOf(type).map((field): DescribedField => {
      const stored = record.values[field.name] ?? null
      const value = typeof stored === 'number' && field.factor ? stored / field.factor : stored
      return { name: field.name, label: field.label, value, text: toText(field, value, record, names) }
    })
    return { label: toLabel(type, fields, record.key), fields, batch: record.batch, row: record.row }
  })
}

/** Names of records that others point to, by `type\ninstitution\ncode`. */
type ReferenceNames = Map<string, Words>

function toText(
  field: Field,
  value: string | number | null,
  { institution, values }: StoredRecord,
  names: ReferenceNames,
): Words {
  if (value === null) return NOTHING
  const plain = field.inBoth ? eachLanguage(String(value)) : { zh: String(value), en: String(value) }
  switch (field.kind) {
    case 'choice':
      return field.choices?.find(({ key }) => key === value)?.label ?? plain
    case 'country':
      return countryName(String(value))
    case 'flag':
      return value === 1 ? YES : NO
    case 'person':
      return { zh: String(value).slice(0, SHOWN_OF_A_HASH), en: String(value).slice(0, SHOWN_OF_A_HASH) }
    case 'level':
      return levelName(String(values[field.on!.scale]), String(values[field.on!.version]), Number(value))
    case 'record-key': {
      const shown = String(value).replaceAll(HASH, (hash) => hash.slice(0, SHOWN_OF_A_HASH))
      return { zh: shown, en: shown }
    }
    case 'code':
    case 'reference': {
      const name = names.get(`${field.to ?? field.codeOf}\n${institution}\n${value}`)
      return name ? { zh: `${name.zh}（${value}）`, en: `${name.en} (${value})` } : plain
    }
    default:
      return plain
  }
}

function toLabel({ title }: RecordType, fields: DescribedField[], key: string): Words {
  const text = new Map(fields.map((field) => [field.name, asWritten(field)]))
  const join = (alternatives: string[], locale: 'zh' | 'en') =>
    alternatives
      .map(
        (names) =>
          names
            .split('|')
            .map((name) => text.get(name)?.[locale] ?? '')
            .find((found) => found !== '') ?? '',
      )
      .filter((part) => part !== '')
      .join(' · ')
  return { zh: join(title.zh, 'zh') || key, en: join(title.en, 'en') || key }
}

/** In the middle of a name a day is written as people write it; in its field it is as the file has it. */
function asWritten({ value, text }: DescribedField): Words {
  if (typeof value !== 'string' || !isIsoDate(value)) return text
  return { zh: dayWords(value, 'ZH'), en: dayWords(value, 'EN') }
}

async function readReferenceNames(database: Database, records: readonly StoredRecord[]): Promise<ReferenceNames> {
  /** Codes wanted, by `type\ninstitution`. */
  const wanted = new Map<string, Set<string>>()
  for (const record of records) {
    for (const { name, to, codeOf } of fieldsOf(recordTypeOf(record.type))) {
      const [of, code] = [to ?? codeOf, record.values[name]]
      if (of === undefined || typeof code !== 'string') continue
      const place = `${of}\n${record.institution}`
      wanted.set(place, (wanted.get(place) ?? new Set()).add(code))
    }
  }
  const names: ReferenceNames = new Map()
  for (const [place, codes] of wanted) {
    const [to, institution] = place.split('\n') as [string, string]
    for (const [code, name] of await readNames(database.quick, recordTypeOf(to), institution, [...codes]))
      names.set(`${place}\n${code}`, name)
  }
  return names
}
