import { COMMON_FIELDS, type Field, type RecordType } from './record-type.ts'
import { ADOPTION_USE } from './types/adoption-use.ts'
import { ADOPTION } from './types/adoption.ts'
import { AGREEMENT } from './types/agreement.ts'
import { ASSESSMENT_RESULT } from './types/assessment-result.ts'
import { CERTIFICATE_AWARD } from './types/certificate-award.ts'
import { CERTIFICATE_TYPE } from './types/certificate-type.ts'
import { COMPETITION_RESULT } from './types/competition-result.ts'
import { COURSE } from './types/course.ts'
import { ENROLMENT } from './types/enrolment.ts'
import { EVENT } from './types/event.ts'
import { declareEvidence } from './types/evidence.ts'
import { FORM_PUBLICATION } from './types/form-publication.ts'
import { FORM_VALUE } from './types/form-value.ts'
import { GRADUATE_OUTCOME } from './types/graduate-outcome.ts'
import { INSTITUTION } from './types/institution.ts'
import { JOINT_PROGRAMME } from './types/joint-programme.ts'
import { LANGUAGE_RESULT } from './types/language-result.ts'
import { MOBILITY } from './types/mobility.ts'
import { declareNothingToReport } from './types/nothing-to-report.ts'
import { OVERSEAS_SITE } from './types/overseas-site.ts'
import { OFFICE_HELD } from './types/office-held.ts'
import { ONLINE_LEARNING } from './types/online-learning.ts'
import { PARTNER_TYPE } from './types/partner.ts'
import { PLATFORM_MEMBER } from './types/platform-member.ts'
import { PEER_FIGURE } from './types/peer-figure.ts'
import { PLACEMENT } from './types/placement.ts'
import { PLATFORM } from './types/platform.ts'
import { PROGRAMME_STANDARD } from './types/programme-standard.ts'
import { PROGRAMME_TYPE } from './types/programme.ts'
import { RECOGNITION } from './types/recognition.ts'
import { RESOURCE } from './types/resource.ts'
import { declareSameAs } from './types/same-as.ts'
import { STANDARD_MAPPING } from './types/standard-mapping.ts'
import { STANDARD_UNIT } from './types/standard-unit.ts'
import { STANDARD_VERSION } from './types/standard-version.ts'
import { STAFF } from './types/staff.ts'
import { STANDARD } from './types/standard.ts'
import { SURVEY_RESULT } from './types/survey-result.ts'
import { TARGET } from './types/target.ts'
import { TRAINING_SESSION } from './types/training-session.ts'
import { UNIT } from './types/unit.ts'

const REPORTED: RecordType[] = [
  INSTITUTION,
  UNIT,
  PARTNER_TYPE,
  OVERSEAS_SITE,
  PROGRAMME_TYPE,
  AGREEMENT,
  COURSE,
  JOINT_PROGRAMME,
  PLATFORM,
  PLATFORM_MEMBER,
  STANDARD,
  STANDARD_VERSION,
  STANDARD_UNIT,
  STANDARD_MAPPING,
  PROGRAMME_STANDARD,
  RESOURCE,
  ADOPTION,
  ADOPTION_USE,
  EVENT,
  RECOGNITION,
  ENROLMENT,
  MOBILITY,
  TRAINING_SESSION,
  COMPETITION_RESULT,
  ASSESSMENT_RESULT,
  GRADUATE_OUTCOME,
  CERTIFICATE_TYPE,
  CERTIFICATE_AWARD,
  LANGUAGE_RESULT,
  SURVEY_RESULT,
  OFFICE_HELD,
  STAFF,
  ONLINE_LEARNING,
  PLACEMENT,
]

const MAY_BE_NONE = REPORTED.filter((type) => type !== INSTITUTION)
const NOTHING_TO_REPORT = declareNothingToReport(MAY_BE_NONE)

/** Every record type, in the order of the contract: what is pointed to before what points to it. */
export const RECORD_TYPES: readonly RecordType[] = [
  ...REPORTED,
  NOTHING_TO_REPORT,
  declareEvidence([...REPORTED, NOTHING_TO_REPORT]),
  TARGET,
  PEER_FIGURE,
  FORM_VALUE,
  FORM_PUBLICATION,
  declareSameAs(REPORTED),
]

/** Types that an institution reports: there may be nothing of them to report. */
export function reportedTypes(): readonly RecordType[] {
  return MAY_BE_NONE
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
