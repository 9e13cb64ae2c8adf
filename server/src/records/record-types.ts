import { COMMON_FIELDS, type Field, type RecordType } from './record-type.ts'
import { ADOPTION_USE } from './types/adoption-use.ts'
import { ADOPTION } from './types/adoption.ts'
import { ASSESSMENT_RESULT } from './types/assessment-result.ts'
import { COMPETITION_RESULT } from './types/competition-result.ts'
import { ENROLMENT } from './types/enrolment.ts'
import { FORM_PUBLICATION } from './types/form-publication.ts'
import { FORM_VALUE } from './types/form-value.ts'
import { GRADUATE_OUTCOME } from './types/graduate-outcome.ts'
import { INSTITUTION } from './types/institution.ts'
import { MOBILITY } from './types/mobility.ts'
import { declareNothingToReport } from './types/nothing-to-report.ts'
import { PARTNER_TYPE } from './types/partner.ts'
import { PLATFORM } from './types/platform.ts'
import { PROGRAMME_TYPE } from './types/programme.ts'
import { STANDARD } from './types/standard.ts'
import { TRAINING_SESSION } from './types/training-session.ts'

const REPORTED: RecordType[] = [
  INSTITUTION,
  PARTNER_TYPE,
  PROGRAMME_TYPE,
  ENROLMENT,
  MOBILITY,
  TRAINING_SESSION,
  STANDARD,
  ADOPTION,
  ADOPTION_USE,
  PLATFORM,
  COMPETITION_RESULT,
  ASSESSMENT_RESULT,
  GRADUATE_OUTCOME,
]

/** Every record type, in the order of the contract: what is pointed to before what points to it. */
export const RECORD_TYPES: readonly RecordType[] = [
  ...REPORTED,
  declareNothingToReport(REPORTED.filter((type) => type !== INSTITUTION)),
  FORM_VALUE,
  FORM_PUBLICATION,
]

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

/** The fields of every type that name a record of this one by its code. */
export function referencesTo(type: RecordType): { from: RecordType; field: string }[] {
  return RECORD_TYPES.flatMap((from) =>
    from.fields.filter(({ to }) => to === type.name).map(({ name }) => ({ from, field: name })),
  )
}

const ALL_FIELDS = new Map(RECORD_TYPES.map((type) => [type.name, [...type.fields, ...COMMON_FIELDS]]))

/** The type's own fields, then those that every type has. */
export function fieldsOf(type: RecordType): Field[] {
  return ALL_FIELDS.get(type.name) ?? [...type.fields, ...COMMON_FIELDS]
}
