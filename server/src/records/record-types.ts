import { findNearest } from '../ground/nearest.ts'
import { QuestionError } from '../ground/question-error.ts'
import { COMMON_FIELDS, isReported, type Field, type RecordType } from './record-type.ts'
import recordTypes from './record-types.json' with { type: 'json' }

/**
 * Every record type, in the order of the contract: what is pointed to before what points to it. `npm run generate` reads and checks
 * them in `types/*.yaml`.
 */
export const RECORD_TYPES = recordTypes as unknown as readonly RecordType[]

const REPORTED = RECORD_TYPES.filter(isReported)

/** Types that an institution reports: there may be nothing of them to report. */
export function reportedTypes(): readonly RecordType[] {
  return REPORTED
}

const BY_NAME = new Map(RECORD_TYPES.map((type) => [type.name, type]))

export function findRecordType(name: string): RecordType | undefined {
  return BY_NAME.get(name)
}

/** As `findRecordType`, where the name is known to be one. */
export function recordTypeOf(name: string): RecordType {
  const type = BY_NAME.get(name)
  if (!type) throw new Error(`no record type is called ${name}`)
  return type
}

export function unknownType(type: string): QuestionError {
  const names = RECORD_TYPES.map((it) => it.name)
  return new QuestionError('UNKNOWN_RECORD_TYPE', {
    zh: `没有名为“${type}”的台账类型。`,
    en: `There is no record type "${type}".`,
    facts: { recordType: type, nearest: findNearest(type, names), recordTypes: names },
  })
}

/** By how much the values of targets and of peers' figures are multiplied when they are stored. */
export const FIGURE_FACTOR = recordTypeOf('target').fields.find(({ name }) => name === 'value')!.factor!

/** The fields of every type that name a record of this one by its code. */
export function referencesTo(type: RecordType): { from: RecordType; field: string }[] {
  return RECORD_TYPES.flatMap((from) =>
    from.fields.filter(({ to }) => to === type.name).map(({ name }) => ({ from, field: name })),
  )
}

/** The fields of every type that name a record of this one by its key, where their field `of` says that it is of this type. */
export function keyReferencesTo(type: RecordType): { from: RecordType; field: string; of: string }[] {
  return RECORD_TYPES.flatMap((from) =>
    from.fields.flatMap((field) => {
      if (field.kind !== 'record-key') return []
      const says = from.fields.find(({ name }) => name === field.of)
      return says?.choices?.some(({ key }) => key === type.name) ? [{ from, field: field.name, of: field.of! }] : []
    }),
  )
}

const ALL_FIELDS = new Map(RECORD_TYPES.map((type) => [type.name, [...type.fields, ...COMMON_FIELDS]]))

/** After the fields of a type have changed. */
export function keepFieldsOf(type: RecordType): void {
  ALL_FIELDS.set(type.name, [...type.fields, ...COMMON_FIELDS])
}

/** The type's own fields, then those that every type has. */
export function fieldsOf(type: RecordType): Field[] {
  return ALL_FIELDS.get(type.name) ?? [...type.fields, ...COMMON_FIELDS]
}

/** Whether a record of the type may name a person. */
export function holdsPersons(type: string): boolean {
  const recordType = findRecordType(type)
  return recordType !== undefined && fieldsOf(recordType).some(({ kind }) => kind === 'person')
}
