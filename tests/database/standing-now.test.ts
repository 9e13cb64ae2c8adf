import { expect, test } from 'vitest'
import * as demonstration from '@causeway/server/desk/demonstration/store'
import { readStandingNow } from '@causeway/server/figures/standing'
import { readStanding } from '@causeway/server/figures/store'
import { migrate } from '@causeway/server/records/migrate'
import { openDatabase } from '@causeway/server/ground/database/open'
import { ENROLMENT_HEADER, openCollege } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'

const learner = (n: number) => `L${n},,,degree,1,VN,2022-09-01,2023-07-01,300`

forEachDatabase((_name, _open, newUrl) => {
  test('where an institution is is what the database says, whatever changed since it was read last', async () => {
    const url = await newUrl()
    const [database, elsewhere] = [await openDatabase(url), await openDatabase(url)]
    try {
      await migrate(database)
      const college = await openCollege(database)
      const other = await openCollege(elsewhere)
      const look = async () => {
        const now = await readStandingNow(database, 'demo')
        expect(now).toEqual(await readStanding(database.quick, 'demo'))
        // Nothing changed since: it is the very same.
        expect(await readStandingNow(database, 'demo')).toBe(now)
        return now
      }
      expect(await readStandingNow(database, 'demo')).toBeNull()
      await demonstration.beginLoading(database, 'demo')
      await college.put('institution', ['code,name_zh,country', 'demo,甲学院,CN'], 'demo', '2023-01-31')
      expect((await look())!.changedAt.get('enrolment')).toBeUndefined()
      await college.put('enrolment', [ENROLMENT_HEADER, learner(1)], 'demo', '2023-01-31')
      const first = (await look())!
      // By another process, and under a later data date.
      await other.put('enrolment', [ENROLMENT_HEADER, learner(2)], 'demo', '2023-12-31')
      const second = (await look())!
      expect([first.dataDate, second.dataDate]).toEqual(['2023-01-31', '2023-12-31'])
      expect(second.revision).toBeGreaterThan(first.revision)
      await college.put('institution', ['code,name_zh,country', 'demo,甲学院,VN'])
      expect((await look())!.country).toBe('VN')
      // Revisions begin anew.
      await demonstration.takeOut(elsewhere, 'demo')
      expect(await readStandingNow(database, 'demo')).toBeNull()
      await other.put('institution', ['code,name_zh,country', 'demo,甲学院,LA'])
      expect((await look())!.country).toBe('LA')
    } finally {
      await database.close()
      await elsewhere.close()
    }
  })
})
