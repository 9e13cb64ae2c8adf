import { fill, type Words } from '@causeway/shared/words/words'
import { UNKNOWN } from '@causeway/shared/unknown'
import type { Connection } from '../../../ground/database/database.ts'
import { kept } from '../../../ground/kept.ts'
import { naturalKey, splitKey } from '../../natural-key.ts'
import { keyFieldsOf, type Field, type RecordType, tableOf } from '../../record-type.ts'
import { recordTypeOf } from '../../record-types.ts'
import { hashPerson, type Secret } from '../../secret.ts'
import { makeCellParser } from '../cells/parse-cell.ts'
import { makeLevelReader } from '../cells/read-levels.ts'
import { CellProblem, type ParseCell } from '../ground/row-problem.ts'
import type { Values } from '../ground/source-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

interface Asked {
  institution: string
  recordType: string
  /** as it is in the row. */
  text: string
  /** Of the row that asks: where two units have the same source id, its own is meant. */
  unit: string | number | null
}

/** Other names of the records of a type and an institution that are not known by their natural key: keys by name. */
interface OtherNames {
  bySource: Map<string, { key: string; unit: string | null }[]>
  byParts: Map<string, string[]>
}

const KEPT_ANSWERS = 50_000

/**
 * Finds the record that a natural key names, as people write one: its parts joined by `/`, persons as their own numbers, countries,
 * choices and dates in any of their spellings, empty parts at the end left out; or its `source_id`, alone or after its unit.
 */
export class RecordKeys {
  readonly #secret: Secret
  readonly #connection: Connection
  readonly #parsers = new Map<string, ParseCell>()
  readonly #answers = new Map<string, string | CellProblem>()
  readonly #otherNames = new Map<string, Promise<OtherNames>>()

  constructor(secret: Secret, connection: Connection) {
    this.#secret = secret
    this.#connection = connection
  }

  /** The key as it is stored; a problem where no record has it, or several could be meant. */
  async resolve(asked: Asked): Promise<string | CellProblem> {
    const name = [asked.institution, asked.recordType, asked.unit ?? '', asked.text].join('\n')
    const known = this.#answers.get(name)
    if (known !== undefined) return known
    const found = await this.#find(asked)
    if (this.#answers.size >= KEPT_ANSWERS) this.#answers.clear()
    this.#answers.set(name, found)
    return found
  }

  async #find({ institution, recordType, text, unit }: Asked): Promise<string | CellProblem> {
    const type = recordTypeOf(recordType)
    const parts = this.#readParts(type, institution, text)
    const candidates = this.#keysOf(type, text, parts)
    for (const key of candidates) if (await hasKey(this.#connection, recordType, institution, key)) return key
    const { bySource, byParts } = await this.#readOtherNames(type, institution)
    const bySourceId = bySource.get(text) ?? bySource.get(splitKey(text).join('\n')) ?? []
    const own = bySourceId.filter((one) => one.unit === unit)
    const keys = own.length === 1 ? [own[0]!.key] : bySourceId.map(({ key }) => key)
    if (keys.length === 0 && parts) keys.push(...(byParts.get(naturalKey(type, parts)) ?? []))
    if (keys.length === 1) return keys[0]!
    return keys.length === 0 ? unknownRecord(type) : severalRecords(type)
  }

  /** The keys that a record may have that is meant, as they are stored. */
  candidates({ institution, recordType, text, unit }: Asked): string[] {
    const type = recordTypeOf(recordType)
    const bySource = [unit, null].map((of) => naturalKey(type, { source_id: text, unit: of }))
    return [...this.#keysOf(type, text, this.#readParts(type, institution, text)), ...bySource]
  }

  #keysOf(type: RecordType, text: string, parts: Values | null): Set<string> {
    return new Set([text, ...(parts ? [naturalKey(type, parts)] : []), ...this.#groupKeys(type, text)])
  }

  /** The fields of the natural key as a text names them; null: it is no natural key of the type. */
  #readParts(type: RecordType, institution: string, text: string): Values | null {
    if (type.key.length === 1 && !type.lateKey) {
      const value = this.#readPart(type, type.key[0]!, institution, text)
      return value instanceof CellProblem ? null : { [type.key[0]!]: value }
    }
    return this.#readFields(
      type,
      [...type.key.map((part) => part.split('|')[0]!), ...(type.lateKey ?? [])],
      institution,
      text,
    )
  }

  /** A group row is known by all its fields but the headcount. */
  #groupKeys(type: RecordType, text: string): string[] {
    if (!type.fields.some(({ name }) => name === 'headcount')) return []
    const names = type.fields.map(({ name }) => name).filter((name) => name !== 'person' && name !== 'headcount')
    const values = this.#readFields(type, names, '', text)
    return values ? [naturalKey(type, { ...values, headcount: 1 })] : []
  }

  #readFields(type: RecordType, names: string[], institution: string, text: string): Values | null {
    const parts = splitKey(text)
    if (parts.length > names.length) return null
    const values: Values = {}
    for (const [i, name] of names.entries()) {
      const value = this.#readPart(type, name, institution, parts[i] ?? '')
      if (value instanceof CellProblem) return null
      values[name] = value
    }
    makeLevelReader(type)(values, () => {})
    return values
  }

  #readPart(type: RecordType, name: string, institution: string, text: string): string | number | null | CellProblem {
    const field = type.fields.find((one) => one.name === name) ?? UNIT
    const plain = text.trim()
    if (plain === '') return field.kind === 'country' && field.required ? UNKNOWN : null
    const place = `${type.name}\n${name}`
    const value = kept(this.#parsers, place, () => makeCellParser(field))(plain, false)
    return field.kind === 'person' && typeof value === 'string' ? hashPerson(this.#secret, institution, value) : value
  }

  /** Read once for each type, when a name is not a key itself. */
  #readOtherNames(type: RecordType, institution: string): Promise<OtherNames> {
    return kept(this.#otherNames, `${type.name}\n${institution}`, async () => {
      const names: OtherNames = { bySource: new Map(), byParts: new Map() }
      const fields = keyFieldsOf(type)
      for (const row of await listBySource(this.#connection, type.name, institution, fields)) {
        const { key, unit, source_id: source } = row as { key: string; unit: string | null; source_id: string }
        kept(names.bySource, source, () => []).push({ key, unit })
        if (unit !== null) kept(names.bySource, `${unit}\n${source}`, () => []).push({ key, unit })
        const parts = Object.fromEntries(fields.map((field) => [field, row[field] ?? null]))
        kept(names.byParts, naturalKey(type, parts), () => []).push(key)
      }
      return names
    })
  }
}

/** A key may have the unit among its parts; it is no field of the type's own. */
const UNIT: Field = { name: 'unit', label: { zh: '责任部门', en: 'Unit' }, kind: 'code' }

function partsOf(type: RecordType): Words {
  const words = (part: string, language: keyof Words) =>
    part
      .split('|')
      .map((name) => (type.fields.find((field) => field.name === name) ?? UNIT).label[language])
      .join(language === 'zh' ? '或' : ' or ')
  const say = (language: keyof Words) => type.key.map((part) => words(part, language)).join('/')
  return { zh: say('zh'), en: say('en') }
}

function unknownRecord(type: RecordType): CellProblem {
  const parts = partsOf(type)
  return new CellProblem('UNKNOWN_REFERENCE', {
    zh: `「${type.label.zh}」中没有这条记录；应为“${parts.zh}”，有源系统编号的填源系统编号。请先导入 ${type.name}，或改正`,
    en: `there is no such ${type.label.en.toLowerCase()}; expected is "${parts.en}", or its source id where it has one. Import it first, as ${type.name}, or correct this`,
  })
}

function severalRecords(type: RecordType): CellProblem {
  return new CellProblem('AMBIGUOUS_REFERENCE', {
    ...fill(REFUSALS.AMBIGUOUS_REFERENCE, { labelZh: type.label.zh, typeEn: type.label.en.toLowerCase() }),
  })
}

/** Whether a current record has the key. */
async function hasKey(db: Connection, recordType: string, institution: string, key: string): Promise<boolean> {
  const row = await db
    .selectFrom(tableOf(recordType) as `record_${string}`)
    .select('key')
    .where('institution', '=', institution)
    .where('key', '=', key)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Current records that are known by a source id: their key, unit and source id, and `fields`. */
function listBySource(
  db: Connection,
  recordType: string,
  institution: string,
  fields: readonly string[],
): Promise<Record<string, string | number | null>[]> {
  return db
    .selectFrom(tableOf(recordType) as `record_${string}`)
    .select([...new Set(['key', 'unit', 'source_id', ...fields])] as never)
    .where('institution', '=', institution)
    .where('source_id', 'is not', null)
    .where('until', 'is', null)
    .execute() as Promise<Record<string, string | number | null>[]>
}
