import { expect, it } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { csv, openImportCollege } from '../support/import-college.ts'

const MAPPING = `records:
  - type: partner
    when: [{ column: 合作方, filled: true }]
    fields: { code: { made_from: 合作方 }, name_zh: 合作方, country: 国家 }
  - type: mobility
    fields:
      person: 学号
      direction: { constant: out }
      audience: { constant: student }
      purpose: { constant: study }
      country: 国家
      partner: { made_from: 合作方 }
      programme: 专业
      start: 开始
      end: 结束
create: [programme]
`
const SAVE = `mutation ($input: SaveMappingInput!) { saveMapping(input: $input) { __typename } }`
const REPORT = `mutation ($input: ImportRecordsInput!) { importRecords(input: $input) { __typename
  ... on Refused { code } ... on ImportReport { refused accepted updated rejected recordType { name } recordTypes { name }
  created { recordType { name } count entries { code name } } problems { row column code }
  rows { row outcome } newRecords { record label(locale: ZH) } figureChanges { total }
  batch { id batch recordType { name } recordTypes { name } accepted canRevert { possible } } } } }`
const REVERT = `mutation ($id: ID!) { revertBatch(input: { batch: $id }) { __typename } }`
const names = (types: { name: string }[]) => types.map(({ name }) => name)

onOneDatabase((_name, open) => {
  it('a page brings in several types as one batch, and entries made from names with them', async () => {
    const { college, editor } = await openImportCollege(await open())
    await college.ask(SAVE, { input: { institution: 'X', name: '交流表', text: MAPPING } }, editor)
    const bring = async (file: File, input: object) => {
      const variables = { input: { institution: 'X', mapping: '交流表', seconds: 20, ...input, file: null } }
      return (await college.send(REPORT, variables, { 'variables.input.file': file }, editor)).data.importRecords
    }
    const file = () =>
      csv(
        'a.csv',
        '学号,国家,合作方,专业,开始,结束',
        'S91,泰国,曼谷学院,陶艺,2022-10-01,2022-10-31',
        'S92,老挝,,陶艺,2022-10-01,2022-10-31',
      )

    const dry = await bring(file(), { dryRun: true, figures: true })
    expect(dry).toMatchObject({
      ...{ refused: false, accepted: 3, rejected: 0, batch: null, recordType: { name: 'partner' } },
      created: [{ recordType: { name: 'programme' }, count: 1, entries: [{ name: '陶艺' }] }],
      rows: [
        { row: 2, outcome: 'NEW' },
        { row: 3, outcome: 'NEW' },
      ],
    })
    expect(names(dry.recordTypes)).toEqual(['partner', 'mobility', 'programme'])
    expect(dry.newRecords).toHaveLength(4)
    expect(dry.figureChanges.total).toBeGreaterThan(0)

    const { batch } = await bring(file(), {})
    expect(batch).toMatchObject({ recordType: { name: 'partner' }, accepted: 4, canRevert: { possible: true } })
    expect(names(batch.recordTypes)).toEqual(['partner', 'programme', 'mobility'])
    expect((await college.ask(REVERT, { id: batch.batch }, editor)).data.revertBatch.__typename).not.toBe('Refused')
    expect(await bring(file(), { dryRun: true })).toMatchObject({ accepted: 3, created: [{ count: 1 }] })
  })
})
