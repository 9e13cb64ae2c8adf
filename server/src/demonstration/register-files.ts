import { AGREEMENTS } from './agreements.ts'
import { INSTITUTION, PROGRAMME_ROWS } from './college.ts'
import * as cooperation from './cooperation-habits.ts'
import { JOINT_COURSES, OWN_COURSES } from './courses.ts'
import { toCsvFile, type DemonstrationFile } from './csv-file.ts'
import { DECISIONS } from './decisions.ts'
import { EVENTS } from './events.ts'
import { JOINT_PROGRAMMES } from './joint-programmes.ts'
import { OVERSEAS_SITES } from './overseas-sites.ts'
import { PARTNERS, PLATFORMS } from './partners.ts'
import { PLATFORM_MEMBERS } from './platform-members.ts'
import { RECOGNITIONS } from './recognitions.ts'
import * as registers from './register-habits.ts'
import { RESOURCES, RESOURCE_ADOPTIONS, RESOURCE_USES } from './resources.ts'
import * as standards from './standard-habits.ts'
import { PROGRAMME_STANDARDS, STANDARD_MAPPINGS } from './standard-mappings.ts'
import { STANDARD_UNITS, STANDARD_VERSIONS } from './standard-parts.ts'
import { ADOPTIONS, ADOPTION_USES, STANDARDS } from './standards.ts'
import { DECISION_HABITS } from './statement-habits.ts'
import { UNITS } from './units.ts'

/** What the college is, has agreed and has written: before anything that people did. */
export function makeRegisterFiles(): DemonstrationFile[] {
  return [
    toCsvFile('institution.csv', 'institution', INSTITUTION, registers.INSTITUTION_HABITS),
    toCsvFile('部门信息.csv', 'unit', UNITS, cooperation.UNIT_HABITS),
    toCsvFile('合作方.csv', 'partner', PARTNERS, registers.PARTNER_HABITS),
    toCsvFile('更名与别名认定.csv', 'same-as', DECISIONS, DECISION_HABITS),
    toCsvFile('境外办学点.csv', 'overseas-site', OVERSEAS_SITES, cooperation.SITE_HABITS),
    toCsvFile('专业设置.csv', 'programme', PROGRAMME_ROWS, registers.PROGRAMME_HABITS),
    toCsvFile('合作协议台账.csv', 'agreement', AGREEMENTS, cooperation.AGREEMENT_HABITS),
    toCsvFile('courses-of-joint-programmes.csv', 'course', JOINT_COURSES, cooperation.JOINT_COURSE_HABITS),
    toCsvFile('课程设置_教务处.csv', 'course', OWN_COURSES, cooperation.COURSE_HABITS),
    toCsvFile('中外合作办学审批.csv', 'joint-programme', JOINT_PROGRAMMES, cooperation.JOINT_HABITS),
    toCsvFile('合作平台.csv', 'platform', PLATFORMS, registers.PLATFORM_HABITS),
    toCsvFile('platform-members.csv', 'platform-member', PLATFORM_MEMBERS, cooperation.MEMBER_HABITS),
    toCsvFile('standards.csv', 'standard', STANDARDS, registers.STANDARD_HABITS),
    toCsvFile('标准版本.csv', 'standard-version', STANDARD_VERSIONS, standards.VERSION_HABITS),
    toCsvFile('standard-units.csv', 'standard-unit', STANDARD_UNITS, standards.STANDARD_UNIT_HABITS),
    toCsvFile('标准对照.csv', 'standard-mapping', STANDARD_MAPPINGS, standards.MAPPING_HABITS),
    toCsvFile('专业对标.csv', 'programme-standard', PROGRAMME_STANDARDS, standards.PROGRAMME_STANDARD_HABITS),
    toCsvFile('教学资源与装备.csv', 'resource', RESOURCES, standards.RESOURCE_HABITS),
    toCsvFile('adoptions.csv', 'adoption', ADOPTIONS, registers.ADOPTION_HABITS),
    toCsvFile('resources-adopted-abroad.csv', 'adoption', RESOURCE_ADOPTIONS, standards.RESOURCE_ADOPTION_HABITS),
    toCsvFile('标准使用情况.csv', 'adoption-use', ADOPTION_USES, registers.ADOPTION_USE_HABITS),
    toCsvFile('use-of-resources.csv', 'adoption-use', RESOURCE_USES, standards.RESOURCE_USE_HABITS),
    toCsvFile('国际会议与活动.csv', 'event', EVENTS, cooperation.EVENT_HABITS),
    toCsvFile('荣誉与认证.csv', 'recognition', RECOGNITIONS, cooperation.RECOGNITION_HABITS),
  ]
}
