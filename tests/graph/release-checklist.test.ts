import { expect } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { listChecklist } from '@causeway/server/desk/releases/checklist'
import { createRelease, publishRelease, recallRelease } from '@causeway/server/desk/releases/make-release'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { readStandingNow } from '@causeway/server/figures/standing'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { findRelease, listReleases } from '@causeway/server/figures/releases/release'
import { hashOfText, keepTexts } from '@causeway/server/ground/database/kept-texts'
import type { Database } from '@causeway/server/ground/database/database'
import { naturalKey } from '@causeway/server/records/natural-key'
import { recordTypeOf } from '@causeway/server/records/record-types'
import { revertBatch } from '@causeway/server/records/revert'
import { bearer, openCollege } from '../support/college.ts'
import { countAt } from '../support/counted-list.ts'
import { endBeforeClosing, onOneDatabase, test } from '../support/databases.ts'
import { putInstitution, putRecords, type Values } from '../support/put-records.ts'

const learner = (person: string, year: number, nationality = 'KZ'): Values => ({
  ...{ person, kind: 'degree', nationality, start: `${year}-09-01`, end: `${year + 1}-07-01` },
})
const learners = (year: number, count: number) =>
  Array.from({ length: count }, (_, at) => learner(`${year}-${at}`, year))
const proofOf = (type: string, rows: Values[]): Values[] =>
  rows.map((row) => {
    const record = naturalKey(recordTypeOf(type), row)
    const proof = { code: `E-${record}`, title: '证明', kind: 'certificate', issued_on: '2023-09-01' }
    return { ...proof, record_type: type, record }
  })

const FACTOR = recordTypeOf('form-value').fields.find(({ name }) => name === 'value')!.factor!

/** A college of which nothing has to be looked at: both years are full, alike and proved. */
async function openSound(database: Database, dataDate = '2024-08-31') {
  const college = await openCollege(database, { released: ['EX02', 'EX05'] })
  const { causeway } = college
  endBeforeClosing(database, () => settleKeeping(database))
  await putInstitution(database, 'X', dataDate)
  const put = (type: string, rows: Values[]) => putRecords(database, type, 'X', rows, { dataDate })
  /** Records with their evidence; taken back together. */
  const putProved = async (type: string, rows: Values[]) => {
    const batches = [await put(type, rows), await put('evidence', proofOf(type, rows))]
    return async () => {
      for (const { batch } of batches.toReversed()) await revertBatch(database, batch!)
    }
  }
  const takeBack = await putProved('enrolment', [...learners(2022, 12), ...learners(2023, 12)])
  const reader = async () => college.as(bearer(await college.tokenFor('reader', 'X')))
  const chosen = { institution: 'X', release: 'R' }
  const make = (again = false) => createRelease(causeway, OPERATOR, { institution: 'X', name: 'R', year: 2023, again })
  const draft = async () => findRelease(await listReleases(database, 'X'), 'R')
  const rows = async () => listChecklist(causeway, OPERATOR, await draft())
  const codes = async () => (await rows()).map(({ code, count }) => [code, count])
  /** Of a draft that is made after a fault was planted, and made again once that is put right. */
  const found = async (code: string, count: number | null, repair: () => Promise<unknown>) => {
    expect(await codes()).toEqual([[code, count]])
    const [item] = (await rows()) as [Awaited<ReturnType<typeof rows>>[0]]
    const { words, href, blocker } = item
    // Its link opens a list of as many as it counts.
    if (count !== null) expect(await countAt(await reader(), href, item)).toBe(count)
    expect(`${words.zh} ${words.en}`).not.toMatch(/[{}]/)
    expect(href).toMatch(/^\/[a-z/-]*\?institution=X&year=2023/)
    expect(blocker).toBe(false)
    await repair()
    expect(await codes()).toEqual([['CHANGED_SINCE', null]])
    await make(true)
    expect(await codes()).toEqual([])
  }
  return { college, causeway, reader, put, putProved, takeBack, make, codes, rows, found, chosen, draft }
}

onOneDatabase(() => {
  test('a draft is to be made again where another release came out after it was made', async (database) => {
    const { causeway, make, rows, codes } = await openSound(database)
    await make()
    await createRelease(causeway, OPERATOR, { institution: 'X', name: 'other', year: 2023 })
    expect(await codes()).toEqual([])
    await publishRelease(causeway, OPERATOR, { institution: 'X', release: 'other' })
    expect(await codes()).toEqual([['OTHER_CAME_OUT', null]])
    const [{ words, blocker }] = (await rows()) as [Awaited<ReturnType<typeof rows>>[0]]
    expect([words.zh, words.en, blocker]).toEqual([
      expect.stringContaining('定稿 other 已先发布'),
      expect.stringContaining('other came out'),
      false,
    ])
    await make(true)
    expect(await codes()).toEqual([])
    await publishRelease(causeway, OPERATOR, { institution: 'X', release: 'R' })
    expect(await codes()).toEqual([])
  })

  test('nothing is said of a college that is whole, and what is missing is said until it is reported', async (database) => {
    const { put, make, codes, found } = await openSound(database)
    await make()
    expect(await codes()).toEqual([])
    const stay = { direction: 'out', audience: 'student', person: 'M', country: 'DE', purpose: 'study' }
    const row = { ...stay, start: '2022-10-01', end: '2022-11-01' }
    await put('mobility', [row])
    await make(true)
    await found('UNREPORTED', 1, () =>
      put('nothing-to-report', [{ record_type: 'mobility', from: '2023-09-01', to: '2024-08-31', signer: '王芳' }]),
    )
  })

  test('a year that the data date does not reach', async (database) => {
    const { make, found } = await openSound(database, '2024-07-15')
    await make()
    await found('PARTIAL', null, () => putInstitution(database, 'X', '2024-08-31'))
  })

  test('records that a rule doubts', async (database) => {
    const { putProved, make, found } = await openSound(database)
    const takeBack = await putProved('enrolment', [learner('U', 2023, 'unknown')])
    await make()
    await found('DOUBTFUL', 1, takeBack)
  })

  test('two codes of one name', async (database) => {
    const { put, putProved, make, found } = await openSound(database)
    await putProved('partner', [
      { code: 'P1', name_zh: '桦林职业学院', country: 'RU', kind: 'college', from: '2015-09-01' },
      { code: 'P2', name_zh: '桦林职业学院', country: 'RU', kind: 'college', from: '2015-09-01' },
    ])
    const decided = { from: null, decided_by: '校长办公会', reason: '一校两码', relation: 'same' }
    await make()
    await found('DUPLICATES', 1, () =>
      put('same-as', [{ record_type: 'partner', code: 'P2', same_as: 'P1', ...decided }]),
    )
  })

  test('figures far from last year, each with its page', async (database) => {
    const { putProved, make, rows, codes, reader } = await openSound(database)
    const regular = (year: number, count: number) =>
      learners(year, count).map((one) => ({ ...one, person: `own ${one['person']}`, nationality: 'CN' }))
    await putProved('enrolment', [...regular(2022, 120), ...regular(2023, 120)])
    const takeBack = await putProved('enrolment', learners(2023, 100).slice(12))
    await make()
    const [far, ...others] = await rows()
    expect(others).toEqual([])
    expect(far).toMatchObject({ code: 'FAR_FROM_LAST_YEAR', blocker: false, count: far!.places.length })
    expect(far!.places).toContainEqual(
      expect.objectContaining({ href: '/indicator/EX02?institution=X&year=2023&tab=why' }),
    )
    expect(far!.places.length).toBeGreaterThan(1)
    expect(await countAt(await reader(), far!.href, far!)).toBe(far!.count)
    await takeBack()
    await make(true)
    expect(await codes()).toEqual([])
  })

  test('a line that was filed otherwise', async (database) => {
    const { put, make, rows, found } = await openSound(database)
    const filed = (value: number): Values => ({
      ...{ form: 'international-influence', edition: '2022', line: '2', year: 2023, status: 'filed' },
      ...{ value: value * FACTOR, source: '年报', filled_by: '王芳', filled_on: '2024-11-01' },
    })
    await put('form-value', [filed(11)])
    await make()
    expect((await rows())[0]!.href).toBe('/form/international-influence?institution=X&year=2023&edition=2022&line=2')
    await found('FILED_OTHERWISE', 1, () => put('form-value', [filed(12)]))
  })

  test('records without evidence', async (database) => {
    const { put, make, rows, found } = await openSound(database)
    const row = learner('N', 2023)
    await put('enrolment', [row])
    await make()
    expect((await rows())[0]!.places.map(({ words }) => words.en)).toEqual(['Enrolment: 1 of 13 have none'])
    await found('WITHOUT_EVIDENCE', 1, () => put('evidence', proofOf('enrolment', [row])))
  })

  test('records of several types without evidence, and several types that are not reported', async (database) => {
    const { put, make, rows, reader } = await openSound(database)
    const stay = { direction: 'out', audience: 'student', country: 'DE', purpose: 'study' }
    const mobility = (year: number) => ({ ...stay, person: 'M', start: `${year}-10-01`, end: `${year}-11-01` })
    const event = (year: number) => ({ code: `V${year}`, title_zh: '论坛', type: 'forum', start: `${year}-10-01` })
    await put('mobility', [mobility(2022)])
    await put('event', [event(2022)])
    await make()
    const check = async (code: string, count: number) => {
      const item = (await rows()).find((one) => one.code === code)!
      expect([code, item.count, await countAt(await reader(), item.href, item)]).toEqual([code, count, count])
    }
    await check('UNREPORTED', 2)
    await put('mobility', [mobility(2023), { ...mobility(2023), person: 'N' }])
    await put('event', [event(2023)])
    await make(true)
    await check('WITHOUT_EVIDENCE', 3)
  })

  test('a remark hinders nothing, a blocker does: no record at all, a definition that is gone', async (database) => {
    const { causeway, college, put, takeBack, make, codes, chosen, draft } = await openSound(database)
    const publish = () => publishRelease(causeway, OPERATOR, chosen)
    await make()
    await takeBack()
    // The release has what was taken back since.
    const { revision: own } = await draft()
    expect((await codes()).map(([code]) => code)).not.toContain('NO_RECORDS')
    const { revision: empty } = (await readStandingNow(database, 'X'))!
    const isOf = (revision: number) =>
      database.write((db) => db.updateTable('release').set({ revision }).where('name', '=', 'R').execute())
    await isOf(empty)
    expect(await codes()).toContainEqual(['NO_RECORDS', null])
    await expect(publish()).rejects.toMatchObject({ code: 'RELEASE_BLOCKED', facts: { blockers: ['NO_RECORDS'] } })
    await isOf(own)
    await put('enrolment', [...learners(2022, 12), ...learners(2023, 12)])
    await make(true)

    const ex02 = JSON.stringify(CATALOGUE.find(({ code }) => code === 'EX02'))
    const gone = JSON.parse(ex02.replaceAll('"kind"', '"a_field_of_then"')) as object
    const text = JSON.stringify({ indicators: [{ ...gone, id: 'own-learners', code: 'OWN1' }], earlier: [] })
    const { revision } = await draft()
    await database.write(async (db) => {
      await keepTexts(db, [text])
      await db
        .updateTable('revision')
        .set({ own_indicators: hashOfText(text) })
        .where('revision', '=', revision)
        .execute()
    })
    expect((await codes()).filter(([code]) => code === 'DEFINITION_GONE')).toEqual([['DEFINITION_GONE', 1]])
    const publisher = bearer(await college.tokenFor('publisher', 'X'))
    const PUBLISH = `mutation { publishRelease(input: { institution: "X", release: "R" }) { __typename
      ... on ReleasePublished { release { status } } ... on Refused { code message(locale: ZH) } } }`
    expect((await college.ask(PUBLISH, {}, publisher)).data.publishRelease).toMatchObject({ code: 'RELEASE_BLOCKED' })
    await make(true)
    expect((await college.ask(PUBLISH, {}, publisher)).data.publishRelease.release).toEqual({ status: 'PUBLISHED' })
    await expect(make(true)).rejects.toMatchObject({ code: 'NO_DRAFT_TO_MAKE_AGAIN' })
  })

  test('a scheduled release is moved to another minute, and called back', async (database) => {
    const { causeway, make, chosen, draft } = await openSound(database)
    await make()
    await expect(recallRelease(causeway, OPERATOR, chosen)).rejects.toMatchObject({ code: 'NOT_SCHEDULED' })
    for (const at of ['2098-01-01T00:00:00.000Z', '2097-01-01T00:00:00.000Z']) {
      await publishRelease(causeway, OPERATOR, { ...chosen, at })
      expect(await draft()).toMatchObject({ status: 'SCHEDULED', publishedAt: at })
    }
    await expect(make(true)).rejects.toMatchObject({ code: 'NO_DRAFT_TO_MAKE_AGAIN' })
    await recallRelease(causeway, OPERATOR, chosen)
    expect(await draft()).toMatchObject({ status: 'DRAFT', publishedAt: null })
    await publishRelease(causeway, OPERATOR, chosen)
    await expect(recallRelease(causeway, OPERATOR, chosen)).rejects.toMatchObject({ code: 'NOT_SCHEDULED' })
  })
})
