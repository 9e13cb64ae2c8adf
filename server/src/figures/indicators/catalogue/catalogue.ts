import type { Declaration } from '../definition.ts'
import { brandedWorkshops } from './export/branded-workshops.ts'
import { degreeStudentShare } from './export/degree-student-share.ts'
import { equipmentAdopted } from './export/equipment-adopted.ts'
import { equipmentNewlyAdopted } from './export/equipment-newly-adopted.ts'
import { foreignLearnersReached } from './export/foreign-learners-reached.ts'
import { foreignStudents } from './export/foreign-students.ts'
import { foreignTrainingParticipations } from './export/foreign-training-participations.ts'
import { fullTimeForeignStudents } from './export/full-time-foreign-students.ts'
import { goingOutEnterpriseTrainees } from './export/going-out-enterprise-trainees.ts'
import { goingOutEnterprisesServed } from './export/going-out-enterprises-served.ts'
import { inboundMobilityRateByPriorEducation } from './export/inbound-mobility-rate-by-prior-education.ts'
import { inboundMobilityRate } from './export/inbound-mobility-rate.ts'
import { learnersEnrolled } from './export/learners-enrolled.ts'
import { localTeachersTrained } from './export/local-teachers-trained.ts'
import { overseasSchoolMajors } from './export/overseas-school-majors.ts'
import { overseasSchoolStudents } from './export/overseas-school-students.ts'
import { overseasSchools } from './export/overseas-schools.ts'
import { overseasTeachingSites } from './export/overseas-teaching-sites.ts'
import { peopleCarryingOut } from './export/people-carrying-out.ts'
import { programmesWithForeignStudents } from './export/programmes-with-foreign-students.ts'
import { resourcesAdopted } from './export/resources-adopted.ts'
import { resourcesNewlyAdopted } from './export/resources-newly-adopted.ts'
import { sourceCountries } from './export/source-countries.ts'
import { studentPracticeAbroadDays } from './export/student-practice-abroad-days.ts'
import { teacherGuidanceAbroadDays } from './export/teacher-guidance-abroad-days.ts'
import { trainingPersonDays } from './export/training-person-days.ts'
import { workshopQualificationLearners } from './export/workshop-qualification-learners.ts'
import { workshopTrainees } from './export/workshop-trainees.ts'
import { foreignCertificatesOffered } from './introduction/foreign-certificates-offered.ts'
import { foreignLanguageCourseShare } from './introduction/foreign-language-course-share.ts'
import { foreignStandardsIntroduced } from './introduction/foreign-standards-introduced.ts'
import { foreignStandardsNewlyIntroduced } from './introduction/foreign-standards-newly-introduced.ts'
import { foreignTaughtCoreCourseShare } from './introduction/foreign-taught-core-course-share.ts'
import { foreignTaughtCoreHoursShare } from './introduction/foreign-taught-core-hours-share.ts'
import { foreignTeacherShare } from './introduction/foreign-teacher-share.ts'
import { internationallyAccreditedProgrammes } from './introduction/internationally-accredited-programmes.ts'
import { introducedCoreCourseShare } from './introduction/introduced-core-course-share.ts'
import { introducedCourseShare } from './introduction/introduced-course-share.ts'
import { jointInstitutionsAndProgrammes } from './introduction/joint-institutions-and-programmes.ts'
import { jointMajors } from './introduction/joint-majors.ts'
import { jointProgrammeStudents } from './introduction/joint-programme-students.ts'
import { learnerMobilityRate } from './introduction/learner-mobility-rate.ts'
import { localisedResources } from './introduction/localised-resources.ts'
import { outboundStudentRate } from './introduction/outbound-student-rate.ts'
import { peopleBringingIn } from './introduction/people-bringing-in.ts'
import { studentStaysAbroad } from './introduction/student-stays-abroad.ts'
import { teacherStudyAbroadDays } from './introduction/teacher-study-abroad-days.ts'
import { teachersWithOverseasExperienceShare } from './introduction/teachers-with-overseas-experience-share.ts'
import { visitingTeachers } from './introduction/visiting-teachers.ts'
import { activeAgreementRate } from './platforms/active-agreement-rate.ts'
import { agreementsInForce } from './platforms/agreements-in-force.ts'
import { collaboratingEnterprises } from './platforms/collaborating-enterprises.ts'
import { cooperationPlatforms } from './platforms/cooperation-platforms.ts'
import { internationalEventsHosted } from './platforms/international-events-hosted.ts'
import { newPartnerCountries } from './platforms/new-partner-countries.ts'
import { newPartnerOrganisations } from './platforms/new-partner-organisations.ts'
import { outputsPerPlatform } from './platforms/outputs-per-platform.ts'
import { overseasOnlineLearners } from './platforms/overseas-online-learners.ts'
import { partnerCountriesWithAgreements } from './platforms/partner-countries-with-agreements.ts'
import { partnerCountries } from './platforms/partner-countries.ts'
import { partnerOrganisations } from './platforms/partner-organisations.ts'
import { recognitionsInForce } from './platforms/recognitions-in-force.ts'
import { teachersWithForeignPosts } from './platforms/teachers-with-foreign-posts.ts'
import { teachersWithProfessionalPosts } from './platforms/teachers-with-professional-posts.ts'
import { awardsAbroad } from './skills/awards-abroad.ts'
import { certificateRate } from './skills/certificate-rate.ts'
import { chineseLevelRateAtGraduation } from './skills/chinese-level-rate-at-graduation.ts'
import { competencyAttainment } from './skills/competency-attainment.ts'
import { completionRate } from './skills/completion-rate.ts'
import { destinationRateAugust } from './skills/destination-rate-august.ts'
import { destinationRateDecember } from './skills/destination-rate-december.ts'
import { employedOneYearAfter } from './skills/employed-one-year-after.ts'
import { employerSatisfaction } from './skills/employer-satisfaction.ts'
import { graduatesInGoingOutFirms } from './skills/graduates-in-going-out-firms.ts'
import { internationalCertificateRate } from './skills/international-certificate-rate.ts'
import { jobMatchRate } from './skills/job-match-rate.ts'
import { learnerSatisfaction } from './skills/learner-satisfaction.ts'
import { meanSkillGain } from './skills/mean-skill-gain.ts'
import { monthlyPayMean } from './skills/monthly-pay-mean.ts'
import { monthlyPayMedian } from './skills/monthly-pay-median.ts'
import { normalisedSkillGain } from './skills/normalised-skill-gain.ts'
import { occupationalChineseRate } from './skills/occupational-chinese-rate.ts'
import { overseasTraineePassRate } from './skills/overseas-trainee-pass-rate.ts'
import { practicalTrainingDays } from './skills/practical-training-days.ts'
import { practicalTrainingParticipation } from './skills/practical-training-participation.ts'
import { promotionWithinThreeYears } from './skills/promotion-within-three-years.ts'
import { standardUnitCoverage } from './skills/standard-unit-coverage.ts'
import { worldskillsMeanScore } from './skills/worldskills-mean-score.ts'
import { worldskillsMedalPoints } from './skills/worldskills-medal-points.ts'
import { xCertificateBestAttemptPassRate } from './skills/x-certificate-best-attempt-pass-rate.ts'
import { xCertificateFirstAttemptPassRate } from './skills/x-certificate-first-attempt-pass-rate.ts'
import { adoptingCountries } from './standards/adopting-countries.ts'
import { adoptingInstitutions } from './standards/adopting-institutions.ts'
import { adoptionEvidenceRate } from './standards/adoption-evidence-rate.ts'
import { benchmarkedProgrammeRate } from './standards/benchmarked-programme-rate.ts'
import { certifiedStandards } from './standards/certified-standards.ts'
import { courseStandardsAdopted } from './standards/course-standards-adopted.ts'
import { courseStandardsNewlyAdopted } from './standards/course-standards-newly-adopted.ts'
import { equivalentUnitRate } from './standards/equivalent-unit-rate.ts'
import { liveAdoptionRate } from './standards/live-adoption-rate.ts'
import { newAdoptingCountries } from './standards/new-adopting-countries.ts'
import { newAdoptingInstitutions } from './standards/new-adopting-institutions.ts'
import { newlyCertifiedStandards } from './standards/newly-certified-standards.ts'
import { occupationalStandardsDeveloped } from './standards/occupational-standards-developed.ts'
import { occupationalStandardsNewlyDeveloped } from './standards/occupational-standards-newly-developed.ts'
import { programmeStandardsAdopted } from './standards/programme-standards-adopted.ts'
import { programmeStandardsNewlyAdopted } from './standards/programme-standards-newly-adopted.ts'
import { timelyReviewRate } from './standards/timely-review-rate.ts'

/** Every indicator that ships, in the order in which people read them. */
export const CATALOGUE: readonly Declaration[] = [
  learnersEnrolled,
  peopleBringingIn,
  peopleCarryingOut,
  jointInstitutionsAndProgrammes,
  jointMajors,
  jointProgrammeStudents,
  introducedCourseShare,
  introducedCoreCourseShare,
  foreignTaughtCoreCourseShare,
  foreignTaughtCoreHoursShare,
  foreignStandardsIntroduced,
  foreignStandardsNewlyIntroduced,
  localisedResources,
  foreignCertificatesOffered,
  visitingTeachers,
  foreignTeacherShare,
  teacherStudyAbroadDays,
  teachersWithOverseasExperienceShare,
  foreignLanguageCourseShare,
  internationallyAccreditedProgrammes,
  studentStaysAbroad,
  outboundStudentRate,
  learnerMobilityRate,
  fullTimeForeignStudents,
  foreignStudents,
  programmesWithForeignStudents,
  degreeStudentShare,
  inboundMobilityRate,
  inboundMobilityRateByPriorEducation,
  sourceCountries,
  trainingPersonDays,
  foreignTrainingParticipations,
  goingOutEnterpriseTrainees,
  studentPracticeAbroadDays,
  teacherGuidanceAbroadDays,
  overseasTeachingSites,
  overseasSchools,
  overseasSchoolMajors,
  overseasSchoolStudents,
  brandedWorkshops,
  workshopQualificationLearners,
  workshopTrainees,
  localTeachersTrained,
  resourcesAdopted,
  resourcesNewlyAdopted,
  equipmentAdopted,
  equipmentNewlyAdopted,
  foreignLearnersReached,
  goingOutEnterprisesServed,
  programmeStandardsAdopted,
  programmeStandardsNewlyAdopted,
  courseStandardsAdopted,
  courseStandardsNewlyAdopted,
  occupationalStandardsDeveloped,
  occupationalStandardsNewlyDeveloped,
  adoptingCountries,
  newAdoptingCountries,
  adoptingInstitutions,
  newAdoptingInstitutions,
  certifiedStandards,
  newlyCertifiedStandards,
  liveAdoptionRate,
  adoptionEvidenceRate,
  benchmarkedProgrammeRate,
  equivalentUnitRate,
  timelyReviewRate,
  cooperationPlatforms,
  agreementsInForce,
  activeAgreementRate,
  partnerOrganisations,
  newPartnerOrganisations,
  partnerCountries,
  newPartnerCountries,
  partnerCountriesWithAgreements,
  teachersWithForeignPosts,
  teachersWithProfessionalPosts,
  internationalEventsHosted,
  overseasOnlineLearners,
  outputsPerPlatform,
  collaboratingEnterprises,
  recognitionsInForce,
  awardsAbroad,
  worldskillsMedalPoints,
  worldskillsMeanScore,
  certificateRate,
  xCertificateFirstAttemptPassRate,
  xCertificateBestAttemptPassRate,
  internationalCertificateRate,
  chineseLevelRateAtGraduation,
  occupationalChineseRate,
  competencyAttainment,
  standardUnitCoverage,
  meanSkillGain,
  normalisedSkillGain,
  overseasTraineePassRate,
  completionRate,
  destinationRateAugust,
  destinationRateDecember,
  employedOneYearAfter,
  jobMatchRate,
  monthlyPayMedian,
  monthlyPayMean,
  promotionWithinThreeYears,
  graduatesInGoingOutFirms,
  employerSatisfaction,
  learnerSatisfaction,
  practicalTrainingDays,
  practicalTrainingParticipation,
]
