import { expect, it } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import * as demonstration from '@causeway/server/desk/demonstration/store'
import { readSeries } from '@causeway/server/figures/read-series'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { warmTotals } from '@causeway/server/figures/warm'
import { SUBJECT_KINDS } from '@causeway/server/answers/subjects/subject'
import { listPublicSubjects, warmSubjects } from '@causeway/server/answers/subjects/public-subjects'
import { readStandingNow } from '@causeway/server/figures/standing'
import { readStanding } from '@causeway/server/figures/store'
import { migrate } from '@causeway/server/records/migrate'
import { openDatabase } from '@causeway/server/ground/database/open'
import { ENROLMENT_HEADER, openCollege, type College } from '../support/college.ts'
import { countStatements } from '../support/count-statements.ts'
import { forEachDatabase } from '../support/databases.ts'

async function fill(college: College, learners: number): Promise<void> {
  await college.put('institution', ['code,name_zh,country', 'demo,甲学院,CN'])
  const rows = Array.from({ length: learners }, (_, n) => `L${n},,,degree,1,VN,2022-09-01,2023-07-01,300`)
  await college.put('enrolment', [ENROLMENT_HEADER, ...rows], 'demo')
}

const learner = (n: number) => `L${n},,,degree,1,VN,2022-09-01,2023-07-01,300`

forEachDatabase((_name, open) => {
  for (const profile of ['EXACT', 'PUBLIC'] as const) {
    it(`a college that was taken out and comes again has its own figures, ${profile}`, async () => {
      const database = await open()
      const college = await openCollege(database)
      const read = async () => {
        const request = { indicator: 'EX02', institution: 'demo', from: 2022, to: 2022, profile }
        const { revision, figures } = await readSeries(college.causeway, OPERATOR, request)
        return { revision, value: figures[0]!.value }
      }
      await demonstration.beginLoading(database, 'demo')
      await fill(college, 14)
      expect(await read()).toEqual({ revision: 2, value: 14 })
      await settleKeeping(database)
      await demonstration.takeOut(database, 'demo')
      await fill(college, 23)
      expect(await read()).toEqual({ revision: 2, value: 23 })
    })
  }
  it('a figure that is known is read with where its institution is, and nothing else', async () => {
    const { database, count } = countStatements(await open())
    const college = await openCollege(database)
    await fill(college, 14)
    for (const profile of ['EXACT', 'PUBLIC'] as const) {
      const request = { indicator: 'EX02', institution: 'demo', from: 2022, to: 2022, profile }
      await readSeries(college.causeway, OPERATOR, request)
      const before = count()
      await readSeries(college.causeway, OPERATOR, request)
      expect(count() - before, profile).toBe(1)
    }
    await settleKeeping(database)
  })

  it('indicators that hide in the tables of each other cost no more when they are asked for at once than one by one', async () => {
    const asked = ['EX02', 'EX03', 'EX04', 'EX05', 'EX06']
    const years = { institution: 'demo', from: 2022, to: 2022, profile: 'PUBLIC' as const }
    const cost = async (readAll: (read: (indicator: string) => Promise<unknown>) => Promise<unknown>) => {
      const { database, count } = countStatements(await open())
      const college = await openCollege(database)
      await fill(college, 14)
      const before = count()
      await readAll((indicator) => readSeries(college.causeway, OPERATOR, { indicator, ...years }))
      const statements = count() - before
      await settleKeeping(database)
      return statements
    }
    const oneByOne = await cost(async (read) => {
      for (const indicator of asked) await read(indicator)
    })
    const atOnce = await cost((read) => Promise.all(asked.map(read)))
    // Who finds that another has made it in the meantime has looked in vain once more.
    expect(atOnce).toBeLessThan(oneByOne * 1.3)
  })

  it('what one question makes by the hundred is all kept, and waits for its turn without failing', async () => {
    const database = await open()
    const college = await openCollege(database)
    await fill(college, 14)
    const years = { institution: 'demo', from: 2022, to: 2022 }
    await Promise.all(
      college.causeway.indicators.map(({ id }) => readSeries(college.causeway, OPERATOR, { indicator: id, ...years })),
    )
    await settleKeeping(database)
    const kept = await database.quick.selectFrom('figure_set').select('indicator').execute()
    expect(kept.map(({ indicator }) => indicator).sort()).toEqual(
      college.causeway.indicators.map(({ id, version }) => `${id}@${version}`).sort(),
    )
  })

  it('after a change anyone who searches by name finds what was looked up in the background, and no breakdown is read for it', async () => {
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
      const stop = warmTotals(college.causeway, async (institution, nextTurn) => {
        await warmSubjects(college.causeway, institution, nextTurn)
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

forEachDatabase((_name, _open, newUrl) => {
  it('where an institution is is what the database says, whatever changed since it was read last', async () => {
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
