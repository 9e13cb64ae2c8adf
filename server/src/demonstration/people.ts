import { competeAbroad } from './competitions.ts'
import type { Row } from './csv-file.ts'
import { followGraduates } from './destinations.ts'
import { enrolForeigners } from './foreign-learners.ts'
import { countHeads, enrolLearners, type Learner } from './learners.ts'
import { enrolAtSites } from './site-learners.ts'
import { examineForCertificates } from './skill-tests.ts'
import { listStays } from './stays.ts'
import { trainByName, type Training } from './trainings.ts'

/** Who was there and what they did: what several files tell of. */
export interface People {
  learners: Learner[]
  heads: Row[]
  foreigners: Row[]
  atSites: Row[]
  contests: Row[]
  outbound: Row[]
  inbound: Row[]
  trained: Row[]
  trainings: Training[]
  marks: Row[]
  graduates: { named: Row[]; counted: Row[] }
}

export function tellStory(): People {
  const learners = enrolLearners()
  const heads = countHeads()
  const { rows: contests, trips } = competeAbroad(learners)
  const { rows: trained, trainings } = trainByName()
  return {
    learners,
    heads,
    foreigners: enrolForeigners(),
    atSites: enrolAtSites(),
    contests,
    ...listStays(learners, trips),
    trained,
    trainings,
    marks: examineForCertificates(learners),
    graduates: followGraduates(learners, heads),
  }
}
