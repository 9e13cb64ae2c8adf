import { OPERATOR } from '@causeway/server/access/viewer'
import { createRelease, publishRelease } from '@causeway/server/desk/releases/make-release'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { withReleaseClock } from '@causeway/server/figures/releases/release-clock'
import type { Database } from '@causeway/server/ground/database/database'
import { openCollege, type College } from './college.ts'
import { endBeforeClosing } from './databases.ts'
import { putInstitution, putRecords } from './put-records.ts'

export const learners = (from: number, to: number, nationality: string, year = 2023) =>
  Array.from({ length: to - from }, (_, at) => ({
    ...{ person: `P${from + at}`, kind: 'degree', nationality, start: `${year}-09-01`, end: `${year + 1}-07-01` },
  }))

/** A college whose public reads releases: 30 learners of KZ and 30 of VN in 2023, 40 of LA in 2022. */
export async function openReleasing(database: Database, released: readonly string[] = ['EX02']): Promise<College> {
  const college = await openCollege(withReleaseClock(database), { released })
  endBeforeClosing(database, async () => {
    await college.app.close()
    await settleKeeping(college.causeway.database)
  })
  await putInstitution(database, 'X', '2026-08-31')
  await putRecords(database, 'enrolment', 'X', [...learners(0, 30, 'KZ'), ...learners(30, 60, 'VN')])
  await putRecords(database, 'enrolment', 'X', learners(60, 100, 'LA', 2022))
  return college
}

/** Makes a release and publishes it. */
export const make = async (college: College, name: string) => {
  const asked = { institution: 'X', name, note: null }
  await createRelease(college.causeway, OPERATOR, asked)
  return publishRelease(college.causeway, OPERATOR, { institution: 'X', release: name })
}
