// Written by `npm run generate` from the files of the folder types.
import type { RecordType } from './record-type.ts'
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
import { EVIDENCE } from './types/evidence.ts'
import { FORM_PUBLICATION } from './types/form-publication.ts'
import { FORM_VALUE } from './types/form-value.ts'
import { GRADUATE_OUTCOME } from './types/graduate-outcome.ts'
import { INSTITUTION } from './types/institution.ts'
import { JOINT_PROGRAMME } from './types/joint-programme.ts'
import { LANGUAGE_RESULT } from './types/language-result.ts'
import { MOBILITY } from './types/mobility.ts'
import { NOTHING_TO_REPORT } from './types/nothing-to-report.ts'
import { OFFICE_HELD } from './types/office-held.ts'
import { ONLINE_LEARNING } from './types/online-learning.ts'
import { OVERSEAS_SITE } from './types/overseas-site.ts'
import { PARTNER_TYPE } from './types/partner.ts'
import { PEER_FIGURE } from './types/peer-figure.ts'
import { PLACEMENT } from './types/placement.ts'
import { PLATFORM_MEMBER } from './types/platform-member.ts'
import { PLATFORM } from './types/platform.ts'
import { PROGRAMME_STANDARD } from './types/programme-standard.ts'
import { PROGRAMME_TYPE } from './types/programme.ts'
import { RECOGNITION } from './types/recognition.ts'
import { RESOURCE } from './types/resource.ts'
import { SAME_AS } from './types/same-as.ts'
import { STAFF } from './types/staff.ts'
import { STANDARD_MAPPING } from './types/standard-mapping.ts'
import { STANDARD_UNIT } from './types/standard-unit.ts'
import { STANDARD_VERSION } from './types/standard-version.ts'
import { STANDARD } from './types/standard.ts'
import { SURVEY_RESULT } from './types/survey-result.ts'
import { TARGET } from './types/target.ts'
import { TRAINING_SESSION } from './types/training-session.ts'
import { UNIT } from './types/unit.ts'

export const ALL_TYPES: readonly RecordType[] = [
  ADOPTION_USE,
  ADOPTION,
  AGREEMENT,
  ASSESSMENT_RESULT,
  CERTIFICATE_AWARD,
  CERTIFICATE_TYPE,
  COMPETITION_RESULT,
  COURSE,
  ENROLMENT,
  EVENT,
  EVIDENCE,
  FORM_PUBLICATION,
  FORM_VALUE,
  GRADUATE_OUTCOME,
  INSTITUTION,
  JOINT_PROGRAMME,
  LANGUAGE_RESULT,
  MOBILITY,
  NOTHING_TO_REPORT,
  OFFICE_HELD,
  ONLINE_LEARNING,
  OVERSEAS_SITE,
  PARTNER_TYPE,
  PEER_FIGURE,
  PLACEMENT,
  PLATFORM_MEMBER,
  PLATFORM,
  PROGRAMME_STANDARD,
  PROGRAMME_TYPE,
  RECOGNITION,
  RESOURCE,
  SAME_AS,
  STAFF,
  STANDARD_MAPPING,
  STANDARD_UNIT,
  STANDARD_VERSION,
  STANDARD,
  SURVEY_RESULT,
  TARGET,
  TRAINING_SESSION,
  UNIT,
]
