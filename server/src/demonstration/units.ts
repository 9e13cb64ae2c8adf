/** The departments that hand in records, as both of the college's readers can read them. */
export const UNIT = {
  academicAffairs: '教务处 Academic affairs',
  animalScience: '动物科技系 Animal science',
  competitions: '竞赛办公室 Competitions office',
  employment: '招生就业处 Employment office',
  international: '国际交流处 International office',
  trainingCentre: '培训中心 Training centre',
} as const
