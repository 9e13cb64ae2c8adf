import { toDay, toIso } from '@causeway/shared/day'
import { awardCertificates, awardForeignCertificates, CERTIFICATE_TYPES } from './certificates.ts'
import { testByUnits } from './competency-tests.ts'
import { toCsvFile, type DemonstrationFile, type Row } from './csv-file.ts'
import { reportTwice } from './decisions.ts'
import { testLanguages } from './languages.ts'
import { arriveLate, meetOnline } from './late-files.ts'
import { askAfterAYear, askAfterHalfAYear, followForeignGraduates } from './later-outcomes.ts'
import { toEnrolmentRows } from './learners.ts'
import * as learning from './learning-habits.ts'
import { countOnlineLearners, listOnlineLearners } from './online-courses.ts'
import * as habits from './people-habits.ts'
import type { People } from './people.ts'
import { countPlacements, listPlacements } from './placements.ts'
import { countAtTheSchool, examineAtSites, trainWorkshopTeachers } from './site-learners.ts'
import { testTrainees } from './skill-tests.ts'
import { DECISION_HABITS } from './statement-habits.ts'
import { trainByHeads } from './trainings.ts'
import { UNIT } from './units.ts'

/** Who learned, taught, travelled and was examined. */
export function makeLearningFiles(people: People): DemonstrationFile[] {
  return [
    ...makeEnrolmentFiles(people),
    ...makeStayFiles(people),
    ...makeSkillFiles(people),
    ...makePracticeFiles(people),
  ]
}

function makeEnrolmentFiles({ learners, heads, foreigners, atSites }: People): DemonstrationFile[] {
  return [
    toCsvFile('在校生学籍_教务处.csv', 'enrolment', toEnrolmentRows(learners), habits.ENROLMENT_HABITS),
    toCsvFile('在校生人数_动物科技系.csv', 'enrolment', heads, habits.HEADS_HABITS),
    toCsvFile('international-students.csv', 'enrolment', foreigners, habits.FOREIGNER_HABITS),
    toCsvFile('late-arrivals.csv', 'enrolment', arriveLate(), habits.FOREIGNER_HABITS),
    toCsvFile('learners-at-sites-abroad.csv', 'enrolment', atSites, learning.SITE_LEARNER_HABITS),
    toCsvFile('棉原学校在校生人数.csv', 'enrolment', countAtTheSchool(), learning.SITE_HEADS_HABITS),
  ]
}

function makeStayFiles({ learners, outbound, inbound, trained, contests }: People): DemonstrationFile[] {
  const twice = reportTwice(learners, outbound)
  return [
    toCsvFile(
      '师生出国（境）台账.csv',
      'mobility',
      outbound.map((stay) => (isMended(outbound, stay) ? { ...stay, end: dayBefore(stay['end']) } : stay)),
      habits.OUTBOUND_HABITS,
    ),
    toCsvFile('incoming-visitors.csv', 'mobility', inbound, habits.INBOUND_HABITS),
    toCsvFile('赴泰学习团_国际交流处.csv', 'mobility', twice.office, habits.TRIP_HABITS),
    toCsvFile('学生出国交流_经贸外语系.csv', 'mobility', twice.department, habits.TRIP_HABITS),
    toCsvFile('重复填报认定.csv', 'same-as', twice.decisions, DECISION_HABITS),
    toCsvFile('online-classroom.csv', 'mobility', meetOnline(learners), habits.ONLINE_STAY_HABITS),
    toCsvFile('training-participants.csv', 'training-session', trained, habits.TRAINING_HABITS),
    toCsvFile('线上培训_培训中心.csv', 'training-session', trainByHeads(), habits.TRAINING_HEADS_HABITS),
    toCsvFile('workshop-teachers.csv', 'training-session', trainWorkshopTeachers(), learning.SITE_TRAINING_HABITS),
    toCsvFile('技能竞赛获奖.csv', 'competition-result', contests, habits.COMPETITION_HABITS),
  ]
}

function makeSkillFiles({ learners, foreigners, atSites, trainings, marks, graduates }: People): DemonstrationFile[] {
  const later = askAfterHalfAYear(graduates.named, graduates.counted)
  return [
    toCsvFile('before-and-after-training.csv', 'assessment-result', testTrainees(trainings), habits.GAIN_HABITS),
    toCsvFile('X证书考试成绩.csv', 'assessment-result', marks, habits.CERTIFICATE_HABITS),
    toCsvFile('能力单元考核.csv', 'assessment-result', testByUnits(learners), learning.COMPETENCY_HABITS),
    toCsvFile('finals-at-sites-abroad.csv', 'assessment-result', examineAtSites(atSites), learning.SITE_EXAM_HABITS),
    toCsvFile('毕业去向_名单.csv', 'graduate-outcome', graduates.named, habits.DESTINATION_HABITS),
    toCsvFile('毕业去向_人数.csv', 'graduate-outcome', graduates.counted, habits.DESTINATION_HEADS_HABITS),
    toCsvFile(
      'international-graduates.csv',
      'graduate-outcome',
      followForeignGraduates(foreigners),
      learning.FOREIGN_GRADUATE_HABITS,
    ),
    toCsvFile('毕业半年后调查_名单.csv', 'graduate-outcome', later.named, habits.DESTINATION_HABITS),
    toCsvFile('毕业半年后调查_人数.csv', 'graduate-outcome', later.counted, learning.LATER_HEADS_HABITS),
    toCsvFile('毕业一年后调查_人数.csv', 'graduate-outcome', askAfterAYear(), learning.LATER_HEADS_HABITS),
    toCsvFile('证书种类.csv', 'certificate-type', CERTIFICATE_TYPES, learning.CERTIFICATE_TYPE_HABITS),
    toCsvFile('X证书取得情况.csv', 'certificate-award', awardCertificates(marks), learning.AWARD_HABITS),
    toCsvFile(
      'foreign-certificates.csv',
      'certificate-award',
      awardForeignCertificates(learners),
      learning.FOREIGN_AWARD_HABITS,
    ),
    toCsvFile('language-tests.csv', 'language-result', testLanguages(foreigners, learners), learning.LANGUAGE_HABITS),
  ]
}

function makePracticeFiles({ learners, heads, foreigners, outbound }: People): DemonstrationFile[] {
  const online = countOnlineLearners()
  return [
    toCsvFile('岗位实习_招生就业处.csv', 'placement', countPlacements(learners, heads), learning.PLACEMENT_HABITS),
    toCsvFile(
      'placements-by-name.csv',
      'placement',
      listPlacements(outbound, foreigners),
      learning.NAMED_PLACEMENT_HABITS,
    ),
    toCsvFile('在线课程学习者.csv', 'online-learning', [...online, ...SHOWN_TWICE], learning.ONLINE_HABITS),
    {
      ...toCsvFile(
        '在线课程学习者_2024年重报.csv',
        'online-learning',
        online.filter(({ start }) => String(start) >= '2024-09-01'),
        learning.ONLINE_HABITS,
      ),
      replaces: { years: [2024], units: [UNIT.trainingCentre] },
    },
    toCsvFile('drone-course-spring-2025.csv', 'online-learning', listOnlineLearners(), learning.NAMED_ONLINE_HABITS),
  ]
}

/** Two groups that the training centre handed in under the wrong course, and took back when it handed in the year again. */
const SHOWN_TWICE: Row[] = ['VN', 'UZ'].map((country) => ({
  resource: 'RO-GREEN',
  country,
  start: '2024-10-08',
  end: '2025-01-12',
  headcount: 12,
  unit: UNIT.trainingCentre,
}))

/** Stays that were first handed in with a wrong day of return, and then mended. */
export function listMended(outbound: Row[]): Row[] {
  return outbound.slice(-6, -3).map((stay) => ({ ...stay, note: '更正返校日期' }))
}

function isMended(outbound: Row[], stay: Row): boolean {
  return outbound.slice(-6, -3).includes(stay)
}

function dayBefore(date: Row[string]): string {
  return toIso(toDay(String(date)) - 1)
}
