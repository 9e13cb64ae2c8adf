import { join } from 'node:path'
import type { Words } from '@causeway/shared/words/words'
import type { ReplacedStretch } from '../../records/stretch.ts'
import type { Database } from '../../ground/database/database.ts'
import { importFile } from '../../records/import/import-file.ts'
import type { ImportReport } from '../../records/import/import-report.ts'
import { PROJECT_ROOT } from '../../ground/files.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import type { Secret } from '../../records/secret.ts'
import * as store from './store.ts'

/** A file of the folder `server/demonstration`; a file that is complete for a stretch withdraws what it lacks of it. */
type DemonstrationFile = [name: string, recordType: string, replaces?: ReplacedStretch]

/** In the order in which they must be imported. */
export const DEMONSTRATION_FILES: DemonstrationFile[] = [
  ['institution.csv', 'institution'],
  ['部门信息.csv', 'unit'],
  ['合作方.csv', 'partner'],
  ['更名与别名认定.csv', 'same-as'],
  ['境外办学点.csv', 'overseas-site'],
  ['专业设置.csv', 'programme'],
  ['合作协议台账.csv', 'agreement'],
  ['courses-of-joint-programmes.csv', 'course'],
  ['课程设置_教务处.csv', 'course'],
  ['中外合作办学审批.csv', 'joint-programme'],
  ['合作平台.csv', 'platform'],
  ['platform-members.csv', 'platform-member'],
  ['standards.csv', 'standard'],
  ['标准版本.csv', 'standard-version'],
  ['standard-units.csv', 'standard-unit'],
  ['标准对照.csv', 'standard-mapping'],
  ['专业对标.csv', 'programme-standard'],
  ['教学资源与装备.csv', 'resource'],
  ['adoptions.csv', 'adoption'],
  ['resources-adopted-abroad.csv', 'adoption'],
  ['标准使用情况.csv', 'adoption-use'],
  ['use-of-resources.csv', 'adoption-use'],
  ['国际会议与活动.csv', 'event'],
  ['荣誉与认证.csv', 'recognition'],
  ['在校生学籍_教务处.csv', 'enrolment'],
  ['在校生人数_动物科技系.csv', 'enrolment'],
  ['international-students.csv', 'enrolment'],
  ['late-arrivals.csv', 'enrolment'],
  ['learners-at-sites-abroad.csv', 'enrolment'],
  ['棉原学校在校生人数.csv', 'enrolment'],
  ['师生出国（境）台账.csv', 'mobility'],
  ['incoming-visitors.csv', 'mobility'],
  ['赴泰学习团_国际交流处.csv', 'mobility'],
  ['学生出国交流_经贸外语系.csv', 'mobility'],
  ['重复填报认定.csv', 'same-as'],
  ['online-classroom.csv', 'mobility'],
  ['training-participants.csv', 'training-session'],
  ['线上培训_培训中心.csv', 'training-session'],
  ['workshop-teachers.csv', 'training-session'],
  ['技能竞赛获奖.csv', 'competition-result'],
  ['before-and-after-training.csv', 'assessment-result'],
  ['X证书考试成绩.csv', 'assessment-result'],
  ['能力单元考核.csv', 'assessment-result'],
  ['finals-at-sites-abroad.csv', 'assessment-result'],
  ['毕业去向_名单.csv', 'graduate-outcome'],
  ['毕业去向_人数.csv', 'graduate-outcome'],
  ['international-graduates.csv', 'graduate-outcome'],
  ['毕业半年后调查_名单.csv', 'graduate-outcome'],
  ['毕业半年后调查_人数.csv', 'graduate-outcome'],
  ['毕业一年后调查_人数.csv', 'graduate-outcome'],
  ['证书种类.csv', 'certificate-type'],
  ['X证书取得情况.csv', 'certificate-award'],
  ['foreign-certificates.csv', 'certificate-award'],
  ['language-tests.csv', 'language-result'],
  ['岗位实习_招生就业处.csv', 'placement'],
  ['placements-by-name.csv', 'placement'],
  ['在线课程学习者.csv', 'online-learning'],
  // Two groups were handed in under the wrong course: the training centre takes them back by handing in the year again.
  ['在线课程学习者_2024年重报.csv', 'online-learning', { years: [2024], units: ['PXZX'] }],
  ['drone-course-spring-2025.csv', 'online-learning'],
  ['教职工名册_人事处.csv', 'staff'],
  ['国（境）外组织任职.csv', 'office-held'],
  ['满意度与跟踪调查.csv', 'survey-result'],
  ['零报告.csv', 'nothing-to-report'],
  // Stays that were first handed in with a wrong day of return.
  ['师生出国（境）台账_更正.csv', 'mobility'],
  ['佐证材料目录.csv', 'evidence'],
  ['规划目标值.csv', 'target'],
  ['peer-figures.csv', 'peer-figure'],
  ['报表填报值.csv', 'form-value'],
  ['published-forms.csv', 'form-publication'],
]

export const DEMONSTRATION_FOLDER = join(PROJECT_ROOT, 'server', 'demonstration')
const CODE = 'demo'
const DATA_DATE = '2025-07-31'

/** True for a database that nobody has used yet, and for one in which loading was cut short. */
export async function isDemonstrationDue(database: Database): Promise<boolean> {
  const progress = await store.readProgress(database)
  return progress === 'loading' || (progress === null && (await isUntouched(database)))
}

/**
 * Imports the invented college's files, in order, as anybody imports theirs. What an earlier, interrupted load left is taken out
 * first.
 * @returns what each file did
 */
export async function loadDemonstration(
  database: Database,
  secret: Secret,
  onStep: (words: Words) => void = () => {},
): Promise<ImportReport[]> {
  await store.beginLoading(database, CODE)
  const reports: ImportReport[] = []
  const said = new Set<string>()
  for (const [name, recordType, replaces] of DEMONSTRATION_FILES) {
    if (!said.has(recordType)) onStep(toStep(recordTypeOf(recordType).label))
    said.add(recordType)
    const report = await importFile(database, secret, {
      path: join(DEMONSTRATION_FOLDER, name),
      as: recordType,
      institution: recordType === 'institution' ? undefined : CODE,
      dataDate: DATA_DATE,
      replaces,
    })
    reports.push(report)
    if (report.refused)
      throw new Error(`${name} of the demonstration was refused: ${JSON.stringify(report.problems.slice(0, 5))}`)
  }
  await store.endLoading(database)
  return reports
}

/**
 * Takes the demonstration college out, and nothing else.
 * @returns false where it was not there
 */
export async function removeDemonstration(database: Database): Promise<boolean> {
  if (!(await store.isPresent(database, CODE))) return false
  await store.takeOut(database, CODE)
  return true
}

function toStep({ zh, en }: Words): Words {
  return { zh: `　${zh}`, en: `  ${en}` }
}

/** True where no batch was ever imported and no institution is known. */
async function isUntouched({ quick }: Database): Promise<boolean> {
  const batch = await quick.selectFrom('batch').select('id').limit(1).executeTakeFirst()
  const state = await quick.selectFrom('institution_state').select('institution').limit(1).executeTakeFirst()
  return batch === undefined && state === undefined
}
