import { describe, expect, it } from 'vitest'
import { settleImports, tellCutOff } from '@causeway/server/desk/intake/import-records'
import { forEachDatabase } from '../support/databases.ts'
import { csv, openImportCollege, PROGRESS_DOCUMENT } from '../support/import-college.ts'
import { bearer } from '../support/college.ts'
import CHOICE from './import-choice.json' with { type: 'json' }

const HEADER = '学号,方向,人员类别,目的,国家（地区）,开始日期,结束日期'
const stay = (n: number, more: { country?: string; start?: string; end?: string } = {}) =>
  `S${n},派出,学生,学习,${more.country ?? '泰国'},${more.start ?? '2022-10-01'},${more.end ?? '2022-10-31'}`

forEachDatabase((name, open) => {
  describe('a file dropped on the page', () => {
    it('is recognised and said about by a dry run that changes nothing, and is then imported as it was said', async () => {
      const { college, editor, report } = await openImportCollege(await open())
      const file = csv('出国学习.csv', HEADER, stay(1), stay(2, { country: '越南' }))
      const said = await report(file, { dryRun: true, figures: true })
      expect(said).toMatchObject({
        ...{
          ...{ dryRun: true, refused: false, fileName: '出国学习.csv', encoding: 'UTF-8 BOM', batch: null },
          revision: null,
        },
        ...{ recordType: { name: 'mobility' }, headerRow: 1, accepted: 2, updated: 0, rejected: 0, rowsRead: 2 },
      })
      expect(said.recognised[0]).toMatchObject({
        recordType: { name: 'mobility' },
        why: '7 列中认出 7 列，必填项齐全。',
      })
      expect(said.columns[1]).toMatchObject({
        ...{ index: 1, letter: 'B', header: '方向', field: { name: 'direction' }, sure: 'NAME', samples: ['派出'] },
      })
      expect(said.rows[1]).toMatchObject({
        row: 3,
        cells: ['S2', '派出', '学生', '学习', '越南', '2022-10-01', '2022-10-31'],
        outcome: 'NEW',
      })
      expect(said.newRecords[0]).toMatchObject({ record: null, row: 2 })
      // Persons are in it by their hashes, as everywhere.
      expect(JSON.stringify(said.newRecords)).not.toContain('"S1"')
      const abroad = said.figureChanges.changes.filter((one: any) => one.indicator.code === 'IN17') // eslint-disable-line @typescript-eslint/no-explicit-any
      // On every basis that it has: official tables are of calendar years.
      expect(abroad).toEqual(
        ['SCHOOL_YEAR', 'CALENDAR_YEAR'].map((basis) => ({
          ...{ indicator: { code: 'IN17' }, period: { basis, year: 2022 } },
          ...{ before: { value: null, gap: 'NO_RECORDS' }, after: { value: 2, gap: null } },
        })),
      )
      const figure = async () =>
        (
          await college.as(editor)(
            '{ indicator(id: "IN17") { series(institution: "X", from: 2022, to: 2022) { figures { value } } } batches(institution: "X") { totalCount } }',
          )
        ).data
      const before = await figure()
      expect(before.indicator.series.figures[0].value).toBeNull()

      const done = await report(file, { type: 'mobility', reason: '学期填报' })
      expect(done).toMatchObject({
        dryRun: false,
        refused: false,
        accepted: 2,
        batch: { fileName: '出国学习.csv', accepted: 2, by: { role: 'editor' }, reason: '学期填报', byHand: false },
      })
      expect(done.newRecords[0].record).toBeTruthy()
      const after = await figure()
      expect(after.indicator.series.figures[0].value).toBe(2)
      expect(after.batches.totalCount).toBe(before.batches.totalCount + 1)
      expect(await report(file, { type: 'mobility' })).toMatchObject({ accepted: 0, unchanged: 2, batch: null })
    })

    it('has its wrong rows corrected in place, left out, or given back as a file', async () => {
      const { report } = await openImportCollege(await open())
      const file = csv('a.csv', HEADER, stay(1), stay(2, { country: '火星' }), stay(3, { end: '2022-09-01' }))
      const said = await report(file, { dryRun: true })
      expect(said).toMatchObject({ refused: true, accepted: 0, rejected: 2, problemCount: 2 })
      expect(said.problems).toMatchObject([
        { row: 3, column: '国家（地区）', columnIndex: 4, field: 'country', code: 'UNKNOWN_COUNTRY', value: '火星' },
        { row: 4, columnIndex: 6, field: 'end', code: 'REVERSED_RANGE' },
      ])
      expect(said.wrongRows).toMatchObject([
        { row: 3, cells: ['S2', '派出', '学生', '学习', '火星', '2022-10-01', '2022-10-31'], outcome: 'REJECTED' },
        { row: 4, problems: [{ code: 'REVERSED_RANGE', columnIndex: 6 }] },
      ])
      expect(said.rejects).toMatchObject({ fileName: 'a-rejected.csv', complete: true })
      expect(said.rejects.text).toContain('\ufeff学号,方向')
      expect(said.rejects.text).toContain('火星')

      const corrections = [{ row: 3, column: 4, value: '马来西亚' }]
      const corrected = await report(file, { dryRun: true, corrections, leaveOut: [4] })
      expect(corrected).toMatchObject({ refused: false, accepted: 2, rejected: 0, rowsRead: 2 })
      expect(corrected.rows[1]).toMatchObject({ row: 3, outcome: 'NEW' })
      expect(corrected.rows[1].cells[4]).toBe('马来西亚')
      const valid = await report(file, { type: 'mobility', acceptValid: true })
      expect(valid).toMatchObject({ refused: false, accepted: 1, rejected: 2 })
      // What was given back is imported again once it is corrected.
      const again = new File([valid.rejects.text.replace('火星', '泰国').replace('2022-09-01', '2022-11-01')], 'b.csv')
      expect(await report(again, { type: 'mobility' })).toMatchObject({ refused: false, accepted: 2, rejected: 0 })
    })

    it.runIf(name === 'sqlite')(
      'gives back whole rows only where they are too many for one answer, and says that it is not all',
      async () => {
        const { report } = await openImportCollege(await open())
        const note = `"${'第一行\n'.repeat(3_000)}"`
        const rows = Array.from({ length: 300 }, (_, n) => `${stay(n, { country: '火星' })},${note}`)
        const said = await report(csv('a.csv', `${HEADER},备注`, ...rows), { dryRun: true, type: 'mobility' })
        expect(said).toMatchObject({ rejected: 300, rejects: { complete: false } })
        const again = new File([said.rejects.text], 'b.csv')
        const { rejected, problems } = await report(again, { dryRun: true, type: 'mobility' })
        expect(rejected).toBeGreaterThan(200)
        expect(rejected).toBeLessThan(300)
        const codes = new Set(problems.map(({ code }: { code: string }) => code))
        expect(codes).toEqual(new Set(['UNKNOWN_COUNTRY', 'TOO_LONG']))
      },
    )

    it('is read as a person says where its headers do not: columns chosen, the same in each row, days first', async () => {
      const { report } = await openImportCollege(await open())
      const file = csv('b.csv', '编码,去向,目的,去哪里,开始,结束', 'S1,outbound,学习,泰国,3/10/2022,4/10/2022')
      const said = await report(file, { dryRun: true, type: 'mobility' })
      expect(said.refused).toBe(true)
      expect(said.columns.map((one: any) => [one.header, one.sure])).toContainEqual(['去哪里', 'NONE']) // eslint-disable-line @typescript-eslint/no-explicit-any
      const choice = CHOICE
      expect((await report(file, { dryRun: true, type: 'mobility', ...choice })).problems).toMatchObject([
        { code: 'AMBIGUOUS_DATE' },
        { code: 'AMBIGUOUS_DATE' },
      ])
      const read = await report(file, { type: 'mobility', ...choice, dateOrder: 'DMY' })
      expect(read).toMatchObject({ refused: false, accepted: 1 })
      expect(read.columns[3]).toMatchObject({ sure: 'CHOSEN', field: { name: 'country' } })
      const fields = new Map(read.newRecords[0].fields.map((one: any) => [one.name, one.after])) // eslint-disable-line @typescript-eslint/no-explicit-any
      expect([fields.get('start'), fields.get('end'), fields.get('direction')]).toEqual([
        '2022-10-03',
        '2022-10-04',
        'out',
      ])
      expect(
        await report(file, { dryRun: true, type: 'mobility', columns: [{ column: 0, field: 'nonsense' }] }),
      ).toMatchObject({
        refused: true,
        problems: [{ code: 'UNKNOWN_FIELD' }],
      })
    })

    it('says of two rows of one record which they are, and takes either', async () => {
      const { report } = await openImportCollege(await open())
      const file = csv('a.csv', HEADER, stay(1), stay(2), stay(1, { end: '2022-11-30' }))
      const said = await report(file, { type: 'mobility', dryRun: true })
      expect(said.problems).toMatchObject([{ row: 4, code: 'DUPLICATE_KEY', otherRow: 2 }])
      const corrected = await report(file, { type: 'mobility', leaveOut: [2] })
      expect(corrected).toMatchObject({ refused: false, accepted: 2, problems: [] })
    })

    it('adds up the headcounts of groups that are alike where that is asked, and says so in words of the page', async () => {
      const { report } = await openImportCollege(await open())
      const group = (headcount: number) => `${headcount},out,student,study,VN,2022-10-01,2022-10-31`
      const file = csv('a.csv', HEADER.replace('学号', '人数'), group(5), group(5))
      const said = await report(file, { type: 'mobility', dryRun: true })
      expect(said.problems).toMatchObject([{ row: 3, code: 'DUPLICATE_KEY', otherRow: 2 }])
      expect(said.problems[0].message).toMatch(/按“人数相加”.*选为“源系统编号”.*不导入这一行/)
      expect(said.problems[0].en).toMatch(/press "Add the headcounts up".*choose "Source id" for a column/)
      const added = await report(file, { type: 'mobility', addUp: true })
      expect(added).toMatchObject({ refused: false, accepted: 1, problems: [] })
      expect(added.newRecords[0].fields).toContainEqual({ name: 'headcount', before: '', after: '10 people' })
    })

    it('says which columns would fill one field, and reads the one that is left', async () => {
      const { report } = await openImportCollege(await open())
      const twice = csv('a.csv', `${HEADER},国家（地区）`, `${stay(1)},LA`)
      const said = await report(twice, { type: 'mobility', dryRun: true, acceptValid: true })
      expect(said).toMatchObject({ refused: true, accepted: 0, problems: [{ row: 1, code: 'DUPLICATE_COLUMN' }] })
      expect(said.columns.filter(({ field }: any) => field?.name === 'country')).toHaveLength(2) // eslint-disable-line @typescript-eslint/no-explicit-any
      expect(said.problems[0].message).toContain('在“各列对应的字段”中把不用的一列选为“不导入”')
      expect(said.problems[0].en).toContain('under "Which column is which field", do not import the other')
      const columns = [{ column: 4, field: null }]
      const read = await report(twice, { type: 'mobility', columns })
      expect(read).toMatchObject({ refused: false, accepted: 1 })
      expect(read.newRecords[0].fields).toContainEqual({ name: 'country', before: '', after: 'Laos' })
      const both = { columns, constants: [{ field: 'country', value: 'TH' }] }
      expect((await report(twice, { type: 'mobility', dryRun: true, ...both })).problems).toMatchObject([
        { code: 'DUPLICATE_COLUMN' },
      ])
    })

    it('tells of changes field by field, and of records that it lacks though it is complete', async () => {
      const { report } = await openImportCollege(await open())
      await report(csv('a.csv', HEADER, stay(1), stay(2)), { type: 'mobility' })
      const said = await report(csv('b.csv', HEADER, stay(1, { end: '2022-11-30' })), {
        ...{ type: 'mobility', dryRun: true, figures: true, replaces: { years: [2022] } },
      })
      expect(said).toMatchObject({ accepted: 0, updated: 1, withdrawn: 1, refused: false })
      expect(said.updatedRecords).toMatchObject([
        { row: 2, fields: [{ name: 'end', before: '2022-10-31', after: '2022-11-30' }] },
      ])
      expect(said.withdrawnRecords).toHaveLength(1)
      const changed = Object.fromEntries(
        // eslint-disable-next-line @typescript-eslint/no-explicit-any
        said.figureChanges.changes.map(({ indicator, period, before, after }: any) => [
          `${indicator.code} ${period.basis}`,
          [before.value, after.value],
        ]),
      )
      expect(changed['IN17 SCHOOL_YEAR']).toEqual([2, 1])
      expect(changed['IN17 CALENDAR_YEAR']).toEqual([2, 1])
      expect(said.figureChanges.complete).toBe(true)
    })

    it('is said to be cut off by a stop of the server only where it had not ended', async () => {
      const database = await open()
      const { report } = await openImportCollege(database)
      const cutOff = 'An import had not ended and was cut off; it changed nothing.'
      expect(tellCutOff(database).en).toBe('Some work had not ended in time and was cut off.')
      const lines = Array.from({ length: 3_000 }, (_, i) => stay(i))
      const begun = await report(csv('long.csv', HEADER, ...lines), { type: 'mobility', seconds: 0 })
      expect(begun).toMatchObject({ __typename: 'ImportUnderWay' })
      expect(tellCutOff(database).en).toBe(cutOff)
      await settleImports(database)
      expect(tellCutOff(database).en).not.toBe(cutOff)
      expect(tellCutOff(database).zh).not.toContain('导入')
    })

    it('that takes longer than one waits for goes on, and tells how far it is, to nobody else', async () => {
      const { college, editor, report } = await openImportCollege(await open())
      const lines = Array.from({ length: 3_000 }, (_, i) => stay(i))
      const begun = await report(csv('long.csv', HEADER, ...lines), { type: 'mobility', seconds: 0 })
      expect(begun).toMatchObject({ __typename: 'ImportUnderWay' })
      const other = bearer(await college.tokenFor('editor', 'X'))
      const ask = async (headers: Record<string, string>) =>
        (await college.ask(PROGRESS_DOCUMENT, { id: begun.id }, headers)).data.importProgress
      expect(await ask(other)).toMatchObject({ __typename: 'Refused', code: 'UNKNOWN_IMPORT' })
      expect(await ask({})).toMatchObject({ __typename: 'Refused', code: 'UNKNOWN_IMPORT' })
      let said = await ask(editor)
      while (said.__typename === 'ImportUnderWay') {
        await new Promise((resolve) => setTimeout(resolve, 20))
        said = await ask(editor)
      }
      expect(said).toMatchObject({ __typename: 'ImportReport', accepted: 3_000, batch: { accepted: 3_000 } })
    })

    it('is for those who may change the institution, and of one institution for a token of one', async () => {
      const { college, bring } = await openImportCollege(await open())
      const file = csv('a.csv', `institution,${HEADER}`, `Y,${stay(1)}`)
      const input = { type: 'mobility' }
      const codeOf = ({ data, errors }: Awaited<ReturnType<typeof bring>>) =>
        errors?.[0]?.extensions.code ?? data.importRecords.code ?? data.importRecords.__typename
      const as = async (role: 'reader' | 'editor' | 'verifier', institution: string | null) =>
        bearer(await college.tokenFor(role, institution))
      expect(codeOf(await bring(file, input, {}))).toBe('UNAUTHENTICATED')
      expect(codeOf(await bring(file, input, await as('reader', 'X')))).toBe('FORBIDDEN')
      expect(codeOf(await bring(file, input, await as('editor', 'Y')))).toBe('FORBIDDEN')
      expect(codeOf(await bring(file, { ...input, institution: null }, await as('editor', 'X')))).toBe(
        'INSTITUTION_MISSING',
      )
      // The rows are another's than the token's.
      const others = await bring(file, input, await as('editor', 'X'))
      expect(others.data.importRecords.problems).toMatchObject([{ code: 'OTHER_INSTITUTION' }])
      // Nor does one that becomes the successor of another by its own file take its later rows.
      const decision = csv('b.csv', 'record_type,code,same_as,relation,decided_by', 'institution,Y,X,merged,x')
      const taken = await bring(decision, { type: 'same-as' }, await as('editor', 'X'))
      expect(taken.data.importRecords).toMatchObject({ refused: true, problems: [{ code: 'NOT_YOURS' }] })
      expect(codeOf(await bring(file, { ...input, institution: null }, await as('verifier', null)))).toBe('FORBIDDEN')
      expect(codeOf(await bring(file, { ...input, institution: null }, await as('editor', null)))).toBe('ImportReport')
      const { data } = await college.as(await as('reader', 'Y'))(
        '{ records(type: "mobility", institution: "Y") { totalCount } }',
      )
      expect(data.records.totalCount).toBe(1)
    })
  })
})
