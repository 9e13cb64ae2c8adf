import { expect, test } from 'vitest'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { warmTotals } from '@causeway/server/figures/warm'
import { SUBJECT_KINDS } from '@causeway/server/answers/subjects/subject'
import { listPublicSubjects, warmSubjects } from '@causeway/server/answers/subjects/public-subjects'
import { ENROLMENT_HEADER, openCollege } from '../support/college.ts'
import { countStatements } from '../support/count-statements.ts'
import { forEachDatabase } from '../support/databases.ts'

forEachDatabase((_name, open) => {
  test('after a change anyone who searches by name finds what was looked up in the background, and no breakdown is read for it', async () => {
    const { database, count } = countStatements(await open())
    const college = await openCollege(database)
    await college.put('institution', ['code,name_zh,country', 'X,甲学院,CN'], 'X', '2023-12-31')
    const learner = (n: number) => `L${n},,,degree,1,VN,2022-09-01,2023-07-01,300`
    await college.put(
      'enrolment',
      [ENROLMENT_HEADER, ...Array.from({ length: 14 }, (_, n) => learner(n))],
      'X',
      '2023-12-31',
    )
    const warmed = await new Promise<string>((resolve) => {
      const stop = warmTotals(college.causeway, async (institution, isStopped) => {
        await warmSubjects(college.causeway, institution, isStopped)
        void stop().then(() => resolve(institution))
      })
    })
    expect(warmed).toBe('X')
    await settleKeeping(database)
    const before = count()
    const found = []
    for (const kind of SUBJECT_KINDS.keys())
      for (const { code } of await listPublicSubjects(college.causeway, 'X', kind)) found.push(code)
    expect(found).toContain('VN')
    // Where the institution is, and the names: of each kind a few.
    expect(count() - before).toBeLessThanOrEqual(3 * SUBJECT_KINDS.size)
  })
})
