import type { Declaration } from '../definition.ts'
import { foreignStudents } from './export/foreign-students.ts'
import { fullTimeForeignStudents } from './export/full-time-foreign-students.ts'
import { inboundMobilityRate } from './export/inbound-mobility-rate.ts'
import { learnersEnrolled } from './export/learners-enrolled.ts'
import { peopleCarryingOut } from './export/people-carrying-out.ts'
import { programmesWithForeignStudents } from './export/programmes-with-foreign-students.ts'
import { teacherGuidanceAbroadDays } from './export/teacher-guidance-abroad-days.ts'
import { trainingPersonDays } from './export/training-person-days.ts'
import { jointMajors } from './introduction/joint-majors.ts'
import { jointProgrammeStudents } from './introduction/joint-programme-students.ts'
import { peopleBringingIn } from './introduction/people-bringing-in.ts'
import { studentStaysAbroad } from './introduction/student-stays-abroad.ts'
import { teacherStudyAbroadDays } from './introduction/teacher-study-abroad-days.ts'
import { visitingTeachers } from './introduction/visiting-teachers.ts'
import { cooperationPlatforms } from './platforms/cooperation-platforms.ts'
import { newPartnerCountries } from './platforms/new-partner-countries.ts'
import { partnerCountries } from './platforms/partner-countries.ts'
import { awardsAbroad } from './skills/awards-abroad.ts'
import { destinationRateAugust } from './skills/destination-rate-august.ts'
import { destinationRateDecember } from './skills/destination-rate-december.ts'
import { meanSkillGain } from './skills/mean-skill-gain.ts'
import { worldskillsMeanScore } from './skills/worldskills-mean-score.ts'
import { xCertificateBestAttemptPassRate } from './skills/x-certificate-best-attempt-pass-rate.ts'
import { xCertificateFirstAttemptPassRate } from './skills/x-certificate-first-attempt-pass-rate.ts'
import { adoptingCountries } from './standards/adopting-countries.ts'
import { newAdoptingCountries } from './standards/new-adopting-countries.ts'
import { programmeStandardsAdopted } from './standards/programme-standards-adopted.ts'
import { programmeStandardsNewlyAdopted } from './standards/programme-standards-newly-adopted.ts'

/** Every indicator that ships, in the order in which people read them. */
export const CATALOGUE: readonly Declaration[] = [
  learnersEnrolled,
  peopleBringingIn,
  peopleCarryingOut,
  jointMajors,
  jointProgrammeStudents,
  visitingTeachers,
  teacherStudyAbroadDays,
  studentStaysAbroad,
  fullTimeForeignStudents,
  foreignStudents,
  programmesWithForeignStudents,
  inboundMobilityRate,
  trainingPersonDays,
  teacherGuidanceAbroadDays,
  programmeStandardsAdopted,
  programmeStandardsNewlyAdopted,
  adoptingCountries,
  newAdoptingCountries,
  cooperationPlatforms,
  partnerCountries,
  newPartnerCountries,
  awardsAbroad,
  worldskillsMeanScore,
  xCertificateFirstAttemptPassRate,
  xCertificateBestAttemptPassRate,
  meanSkillGain,
  destinationRateAugust,
  destinationRateDecember,
]
