// Written by `npm run generate` from the files of the folder types.
import type { RecordType } from './record-type.ts'
import { CERTIFICATE_TYPE, CERTIFICATE_AWARD, LANGUAGE_RESULT } from './types/certificates-and-languages.ts'
import { EVENT, RECOGNITION } from './types/events-and-honours.ts'
import { FORM_VALUE, FORM_PUBLICATION } from './types/forms.ts'
import { INSTITUTION, UNIT, PARTNER_TYPE, AGREEMENT } from './types/institutions-and-partners.ts'
import { PROGRAMME_TYPE, JOINT_PROGRAMME, COURSE } from './types/programmes.ts'
import { NOTHING_TO_REPORT, EVIDENCE } from './types/proofs.ts'
import { RESOURCE, ADOPTION, ADOPTION_USE } from './types/resources-and-adoptions.ts'
import { SAME_AS } from './types/same-as.ts'
import { OVERSEAS_SITE, PLATFORM, PLATFORM_MEMBER } from './types/sites-and-platforms.ts'
import { OFFICE_HELD, STAFF } from './types/staff.ts'
import { STANDARD_MAPPING, PROGRAMME_STANDARD } from './types/standard-links.ts'
import { STANDARD, STANDARD_VERSION, STANDARD_UNIT } from './types/standards.ts'
import { MOBILITY, PLACEMENT } from './types/stays.ts'
import { ENROLMENT, GRADUATE_OUTCOME } from './types/students.ts'
import { SURVEY_RESULT } from './types/survey-result.ts'
import { TARGET, PEER_FIGURE } from './types/targets-and-peers.ts'
import { COMPETITION_RESULT, ASSESSMENT_RESULT } from './types/test-results.ts'
import { TRAINING_SESSION, ONLINE_LEARNING } from './types/training.ts'

export const ALL_TYPES: readonly RecordType[] = [
  CERTIFICATE_TYPE,
  CERTIFICATE_AWARD,
  LANGUAGE_RESULT,
  EVENT,
  RECOGNITION,
  FORM_VALUE,
  FORM_PUBLICATION,
  INSTITUTION,
  UNIT,
  PARTNER_TYPE,
  AGREEMENT,
  PROGRAMME_TYPE,
  JOINT_PROGRAMME,
  COURSE,
  NOTHING_TO_REPORT,
  EVIDENCE,
  RESOURCE,
  ADOPTION,
  ADOPTION_USE,
  SAME_AS,
  OVERSEAS_SITE,
  PLATFORM,
  PLATFORM_MEMBER,
  OFFICE_HELD,
  STAFF,
  STANDARD_MAPPING,
  PROGRAMME_STANDARD,
  STANDARD,
  STANDARD_VERSION,
  STANDARD_UNIT,
  MOBILITY,
  PLACEMENT,
  ENROLMENT,
  GRADUATE_OUTCOME,
  SURVEY_RESULT,
  TARGET,
  PEER_FIGURE,
  COMPETITION_RESULT,
  ASSESSMENT_RESULT,
  TRAINING_SESSION,
  ONLINE_LEARNING,
]
