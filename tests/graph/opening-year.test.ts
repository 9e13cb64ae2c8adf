import { describe, expect, it } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { bearer, openCollege, type College } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'
import { settleKeeping } from '@causeway/server/figures/keep-later'

const STAY = 'person,direction,audience,purpose,country,start,end'
const SESSION = 'session,start,end,training_days,headcount,country'
const RESULT = 'event,date,level,country,skill,person,award'
const EVENT = 'code,title_zh,kind,country,start'
const SURVEY = 'survey,audience,question,date,asked,answered,positive'
const NOTHING = 'record_type,from,to,signer'

/** A file of each of five kinds, with one record in a school year. */
const KINDS: Record<string, (year: number) => string[]> = {
  mobility: (y) => [STAY, `P${y},out,student,study,TH,${y}-10-08,${y}-10-21`],
  'training-session': (y) => [SESSION, `S${y},${y}-10-08,${y}-10-09,2,30,LA`],
  'competition-result': (y) => [RESULT, `E${y},${y}-11-01,international,FR,Cyber,P${y},一等奖`],
  event: (y) => [EVENT, `V${y},论坛,forum,CN,${y}-12-01`],
  'survey-result': (y) => [SURVEY, `Q${y},employer,satisfaction,${y}-12-01,50,40,30`],
}

async function openOn(database: Database, dataDate: string): Promise<College> {
  const college = await openCollege(database)
  await college.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'], undefined, dataDate)
  return college
}

async function put(college: College, year: number, kinds = Object.keys(KINDS)): Promise<void> {
  for (const kind of kinds) await college.put(kind, KINDS[kind]!(year), 'X')
}

async function ask(college: College, years: number[] = []) {
  const { data, errors } = await college.ask(
    `{ institution(code: "X") { dataDate openingYear ${years.map((y) => `y${y}: reported(year: ${y}) { expected reported }`).join(' ')} } }`,
  )
  expect(errors).toBeUndefined()
  return data.institution
}

onOneDatabase((_name, open) => {
  describe('the opening year', () => {
    it('is the last that ended by the data date and has records, whatever the data date says', async () => {
      const college = await openOn(await open(), '2026-08-31')
      expect(await ask(college)).toMatchObject({ openingYear: 2025 })
      await put(college, 2023, ['mobility'])
      expect(await ask(college, [2023, 2024, 2025])).toEqual({
        ...{ dataDate: '2026-08-31', openingYear: 2023, y2023: { expected: 0, reported: 0 } },
        ...{ y2024: { expected: 1, reported: 0 }, y2025: { expected: 0, reported: 0 } },
      })
    })

    it('waits for four in five of the kinds of the year before', async () => {
      const college = await openOn(await open(), '2024-08-31')
      const kinds = Object.keys(KINDS)
      await put(college, 2022)
      await put(college, 2023, kinds.slice(0, 3))
      expect(await ask(college, [2023])).toMatchObject({ openingYear: 2022, y2023: { expected: 5, reported: 3 } })
      await put(college, 2023, kinds.slice(3, 4))
      expect(await ask(college, [2023])).toMatchObject({ openingYear: 2023, y2023: { expected: 5, reported: 4 } })
    })

    it('takes a zero report of the whole institution for a report, and none of a unit or of part of the year', async () => {
      const college = await openOn(await open(), '2024-08-31')
      await put(college, 2022)
      await put(college, 2023, Object.keys(KINDS).slice(0, 3))
      await college.put('nothing-to-report', [`${NOTHING},unit`, 'event,2023-09-01,2024-08-31,李,U1'])
      await college.put('nothing-to-report', [NOTHING, 'event,2023-09-01,2024-08-30,李'])
      expect(await ask(college, [2023])).toMatchObject({ openingYear: 2022, y2023: { expected: 5, reported: 3 } })
      await college.put('nothing-to-report', [NOTHING, 'event,2023-09-01,2024-08-31,李'])
      expect(await ask(college, [2023])).toMatchObject({ openingYear: 2023, y2023: { expected: 5, reported: 4 } })
    })

    it('owes no register, and a record that goes on from the year before is a report', async () => {
      const college = await openOn(await open(), '2024-08-31')
      await college.put('partner', ['code,name_zh,country,from', 'A,甲公司,LA,2022-10-01'])
      await college.put('enrolment', ['person,kind,nationality,start,end', 'P1,degree,VN,2022-09-01,2025-07-01'])
      expect(await ask(college, [2023])).toMatchObject({ openingYear: 2023, y2023: { expected: 1, reported: 1 } })
    })

    it('of a college that has reported no year well is the last with any record', async () => {
      const college = await openOn(await open(), '2024-02-01')
      await put(college, 2023, ['mobility'])
      // Its first year is not over.
      expect(await ask(college, [2023])).toMatchObject({ openingYear: 2023, y2023: { expected: 0, reported: 0 } })
    })

    it('follows every change of the records, and comes from what is kept', async () => {
      const database = await open()
      const college = await openOn(database, '2025-08-31')
      await put(college, 2023, ['mobility'])
      expect(await ask(college)).toMatchObject({ openingYear: 2023 })
      await settleKeeping(database)
      const kept = await database.quick.selectFrom('reported_years').selectAll().executeTakeFirstOrThrow()
      expect(JSON.parse(kept.reported)).toMatchObject({ opening: 2023 })
      await put(college, 2024, ['mobility'])
      expect(await ask(college)).toMatchObject({ openingYear: 2024 })
    })
  })

  describe('setDataDate', () => {
    const SET = `mutation ($date: Date!, $reason: String, $dryRun: Boolean) {
      setDataDate(input: { institution: "X", date: $date, reason: $reason, dryRun: $dryRun }) {
        __typename
        ... on DataDateSet {
          changed
          batch { byHand dataDate reason accepted recordType { name } }
          before { dataDate openingYear partial reported { expected reported } targetsKnown targetsOnCourse changes { indicator { code } sentence(locale: EN) } }
          after { dataDate openingYear partial reported { expected reported } targetsKnown targetsOnCourse changes { indicator { code } sentence(locale: EN) } }
        }
        ... on Refused { code }
      }
    }`

    it('tells what the overview would say, changes nothing, and does just that', async () => {
      const college = await openOn(await open(), '2023-08-31')
      for (const year of [2021, 2022, 2023]) await put(college, year)
      for (const person of ['A', 'B', 'C'])
        await college.put('mobility', [STAY, `${person},out,student,study,TH,2023-11-08,2023-11-21`])
      await college.put('target', ['plan,indicator,basis,year,value', '双高,IN17,SCHOOL_YEAR,2023,2'])
      const editor = bearer(await college.tokenFor('editor', 'X'))
      const set = async (variables: object, headers = editor) =>
        (await college.ask(SET, variables, headers)).data.setDataDate

      const tried = await set({ date: '2024-08-31', dryRun: true })
      expect(tried).toMatchObject({
        changed: false,
        before: { dataDate: '2023-08-31', openingYear: 2022, targetsKnown: 0 },
        after: { dataDate: '2024-08-31', openingYear: 2023, partial: false, reported: { expected: 5, reported: 5 } },
      })
      expect(await ask(college)).toMatchObject({ dataDate: '2023-08-31', openingYear: 2022 })

      expect(await set({ date: '2024-08-31' })).toMatchObject({ code: 'REASON_MISSING' })
      expect(await set({ date: '2024-08-31', reason: '各部门已报齐' })).toMatchObject({
        changed: true,
        batch: {
          ...{ byHand: true, dataDate: '2024-08-31', reason: '各部门已报齐', accepted: 0 },
          recordType: { name: 'institution' },
        },
        before: null,
      })
      const said = await college.as(editor)(
        `{ institution(code: "X") { openingYear changes(first: 6) { indicator { code } sentence(locale: EN) } judged: series(judged: true, years: 1) { figures { targets { onCourse } } } } }`,
      )
      expect(said.data.institution).toMatchObject({ openingYear: 2023, changes: tried.after.changes })
      const judged = (said.data.institution.judged as { figures: { targets: { onCourse: boolean | null }[] }[] }[])
        .flatMap(({ figures: [figure] }) => figure!.targets)
        .filter(({ onCourse }) => onCourse !== null)
      expect([tried.after.targetsKnown, tried.after.targetsOnCourse]).toEqual([
        judged.length,
        judged.filter(({ onCourse }) => onCourse).length,
      ])
      expect(judged.length).toBeGreaterThan(0)
    })

    it('is refused to everybody who may not change the records', async () => {
      const college = await openOn(await open(), '2023-08-31')
      await college.put('institution', ['code,name_zh,country', 'Y,乙学院,CN'], undefined, '2023-08-31')
      const asked = { date: '2024-08-31', reason: 'x' }
      const as = async (token: string | null) =>
        (await college.ask(SET, asked, token === null ? {} : bearer(token))).data?.setDataDate?.code
      expect(await as(await college.tokenFor('reader', 'X'))).toBe('FORBIDDEN')
      expect(await as(await college.tokenFor('editor', 'Y'))).toBe('FORBIDDEN')
      expect(await as(null)).toBe('UNAUTHENTICATED')
      expect(await ask(college)).toMatchObject({ dataDate: '2023-08-31' })
    })
  })

  it('nothing has fallen in a year that is not reported, nor risen against one', async () => {
    const college = await openOn(await open(), '2024-08-31')
    await put(college, 2021)
    await put(college, 2022, ['mobility', 'event'])
    for (const person of ['A', 'B', 'C'])
      await college.put('mobility', [STAY, `${person},out,student,study,TH,2023-11-08,2023-11-21`])
    await put(college, 2023)
    const changes = async (year: number) =>
      (await college.ask(`{ institution(code: "X") { changes(year: ${year}) { indicator { code } } } }`)).data
        .institution.changes
    expect(await changes(2022)).toEqual([])
    expect(await changes(2023)).toEqual([])
  })
})
