import { toDay, toIso } from '@causeway/shared/day'
import { INSTITUTION, PROGRAMME_ROWS } from './college.ts'
import { competeAbroad } from './competitions.ts'
import { toCsvFile, type DemonstrationFile, type Row } from './csv-file.ts'
import { followGraduates } from './destinations.ts'
import { enrolForeigners } from './foreign-learners.ts'
import { countHeads, enrolLearners, toEnrolmentRows } from './learners.ts'
import { PARTNERS, PLATFORMS } from './partners.ts'
import * as people from './people-habits.ts'
import * as registers from './register-habits.ts'
import { examineForCertificates, testTrainees } from './skill-tests.ts'
import { ADOPTIONS, ADOPTION_USES, STANDARDS } from './standards.ts'
import { listStays } from './stays.ts'
import { trainByHeads, trainByName } from './trainings.ts'
import { ZERO_REPORTS } from './zero-reports.ts'

/** The invented college's files, in the order in which they must be imported; the same bytes whenever and wherever they are made. */
export function makeFiles(): DemonstrationFile[] {
  const learners = enrolLearners()
  const heads = countHeads()
  const { rows: contests, trips } = competeAbroad(learners)
  const { outbound, inbound } = listStays(learners, trips)
  // Stays that were first handed in with a wrong day of return, and then mended.
  const mended = outbound.slice(-6, -3)
  const { rows: trained, trainings } = trainByName()
  const { named, counted } = followGraduates(learners, heads)
  return [
    toCsvFile('institution.csv', 'institution', INSTITUTION, registers.INSTITUTION_HABITS),
    toCsvFile('合作方.csv', 'partner', PARTNERS, registers.PARTNER_HABITS),
    toCsvFile('专业设置.csv', 'programme', PROGRAMME_ROWS, registers.PROGRAMME_HABITS),
    toCsvFile('合作平台.csv', 'platform', PLATFORMS, registers.PLATFORM_HABITS),
    toCsvFile('standards.csv', 'standard', STANDARDS, registers.STANDARD_HABITS),
    toCsvFile('adoptions.csv', 'adoption', ADOPTIONS, registers.ADOPTION_HABITS),
    toCsvFile('标准使用情况.csv', 'adoption-use', ADOPTION_USES, registers.ADOPTION_USE_HABITS),
    toCsvFile('在校生学籍_教务处.csv', 'enrolment', toEnrolmentRows(learners), people.ENROLMENT_HABITS),
    toCsvFile('在校生人数_动物科技系.csv', 'enrolment', heads, people.HEADS_HABITS),
    toCsvFile('international-students.csv', 'enrolment', enrolForeigners(), people.FOREIGNER_HABITS),
    toCsvFile(
      '师生出国（境）台账.csv',
      'mobility',
      outbound.map((stay) => (mended.includes(stay) ? { ...stay, end: dayBefore(stay.end) } : stay)),
      people.OUTBOUND_HABITS,
    ),
    toCsvFile('incoming-visitors.csv', 'mobility', inbound, people.INBOUND_HABITS),
    toCsvFile('training-participants.csv', 'training-session', trained, people.TRAINING_HABITS),
    toCsvFile('线上培训_培训中心.csv', 'training-session', trainByHeads(), people.TRAINING_HEADS_HABITS),
    toCsvFile('技能竞赛获奖.csv', 'competition-result', contests, people.COMPETITION_HABITS),
    toCsvFile('before-and-after-training.csv', 'assessment-result', testTrainees(trainings), people.GAIN_HABITS),
    toCsvFile('X证书考试成绩.csv', 'assessment-result', examineForCertificates(learners), people.CERTIFICATE_HABITS),
    toCsvFile('毕业去向_名单.csv', 'graduate-outcome', named, people.DESTINATION_HABITS),
    toCsvFile('毕业去向_人数.csv', 'graduate-outcome', counted, people.DESTINATION_HEADS_HABITS),
    toCsvFile('零报告.csv', 'nothing-to-report', ZERO_REPORTS, registers.ZERO_REPORT_HABITS),
    toCsvFile(
      '师生出国（境）台账_更正.csv',
      'mobility',
      mended.map((stay) => ({ ...stay, note: '更正返校日期' })),
      people.OUTBOUND_HABITS,
    ),
  ]
}

function dayBefore(date: Row[string]): string {
  return toIso(toDay(String(date)) - 1)
}
