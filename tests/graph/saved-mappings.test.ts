import { describe, expect, it } from 'vitest'
import { bearer } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'
import { csv, openImportCollege } from '../support/import-college.ts'

const IMPORT = `mutation ($input: ImportRecordsInput!) { importRecords(input: $input) { __typename ... on Refused { code } ... on ImportReport {
  refused accepted rejected rowsLeftOut mapping asMapping recordType { name } problems { code column message(locale: EN) }
  columns { header field { name } } newRecords { fields { name after } }
  recognised { mapping recordType { name } why(locale: ZH) en: why(locale: EN) saved { version known added gone lacks fits } } } } }`
const SAVE = `mutation ($input: SaveMappingInput!) { saveMapping(input: $input) { __typename
  ... on MappingSaved { changed mapping { name version unit heads recordTypes { name } savedBy { role } } }
  ... on Refused { code message(locale: EN) } } }`
const REMOVE = `mutation ($input: RemoveMappingInput!) { removeMapping(input: $input) { ... on MappingRemoved { name } ... on Refused { code } } }`
const LIST = `query { savedMappings(institution: "X") { name version text versions { version text } } }`

const HEADS = '序号,学生编号,去往何处,出境日,回国日,交流性质'
const ROWS = ['1,S1,泰国,2022-10-01,2022-10-31,学期交换', '2,S2,越南,2022-10-01,2022-10-31,学期交换', '合计,2,,,,']
const CHOICES = {
  type: 'mobility',
  columns: [...[null, 'person', 'country', 'start', 'end', 'purpose'].map((field, column) => ({ column, field }))],
  constants: [
    { field: 'direction', value: '派出' },
    { field: 'audience', value: 'student' },
  ],
  corrections: [2, 3].map((row) => ({ row, column: 5, value: '学习' })),
}

onOneDatabase((_name, open) => {
  async function openDesk() {
    const { college, editor } = await openImportCollege(await open())
    const look = async (file: File, input: object = {}) => {
      const variables = { input: { institution: 'X', dryRun: true, seconds: 20, ...input, file: null } }
      const { data, errors } = await college.send(IMPORT, variables, { 'variables.input.file': file }, editor)
      if (errors) throw new Error(JSON.stringify(errors))
      return data.importRecords
    }
    const save = async (name: string, text: string, more: object = {}, by = editor) =>
      (await college.ask(SAVE, { input: { institution: 'X', name, text, ...more } }, by)).data.saveMapping
    return { college, editor, look, save }
  }

  describe('how a file was read is kept as a mapping', () => {
    it('and the next one, in another order and with another column, is met with it', async () => {
      const { college, editor, look, save } = await openDesk()
      const first = await look(csv('2023.csv', HEADS, ...ROWS), CHOICES)
      expect(first).toMatchObject({ refused: false, accepted: 2, rowsLeftOut: 1 })
      expect(first.asMapping).toContain('学期交换: study')
      expect(await save('派出名单', first.asMapping)).toMatchObject({
        __typename: 'MappingSaved',
        changed: true,
        mapping: { name: '派出名单', version: 1, heads: HEADS.split(','), savedBy: { role: 'editor' } },
      })

      const later = csv(
        '2024.csv',
        '外出名单,,,,,,',
        '学生编号,交流性质,去往何处,回国日,出境日,序号,随行教师',
        'S3,学期交换,老挝,2023-10-31,2023-10-01,1,王老师',
        ',,,,,总计：1,',
      )
      const met = await look(later)
      const year = new Date().getUTCFullYear()
      expect(met).toMatchObject({
        ...{ refused: false, accepted: 1, mapping: '派出名单', recordType: { name: 'mobility' } },
        recognised: [
          {
            mapping: '派出名单',
            saved: { version: 1, known: 6, added: ['随行教师'], gone: [], fits: true },
            why: `照 ${year} 年保存的对照“派出名单”读取：6 列与当时相同，1 列是新的（“随行教师”）。`,
            en: `Read as in ${year}, by the mapping "派出名单": 6 columns known, 1 new ("随行教师").`,
          },
          ...met.recognised.slice(1),
        ],
      })
      expect(met.newRecords[0].fields).toContainEqual({ name: 'purpose', after: 'study' })
      // What is new is chosen beside it, and saved with it.
      const chosen = { type: 'mobility', mapping: '派出名单', columns: [{ column: 6, field: 'note' }] }
      const more = await look(later, chosen)
      expect(more.newRecords[0].fields).toContainEqual({ name: 'note', after: '王老师' })
      expect(await save('派出名单', more.asMapping)).toMatchObject({ changed: true, mapping: { version: 2 } })
      expect((await look(later)).recognised[0].saved).toMatchObject({ version: 2, known: 7, added: [] })
      const { savedMappings } = (await college.ask(LIST, {}, editor)).data
      expect(savedMappings).toMatchObject([
        { version: 2, text: more.asMapping, versions: [{ version: 2 }, { text: first.asMapping }] },
      ])

      // A word that is new this year is answered once.
      const words = { type: 'mobility', mapping: '派出名单', corrections: [{ row: 3, column: 1, value: '实习' }] }
      const answered = await look(
        csv(
          'd.csv',
          '学生编号,交流性质,去往何处,回国日,出境日,序号,随行教师',
          'S4,学期交换,老挝,2023-10-31,2023-10-01,1,',
          'S5,顶岗,老挝,2023-10-31,2023-10-01,2,',
        ),
        words,
      )
      expect(answered.asMapping).toMatch(/学期交换: study\n\s+顶岗: practice\n/)

      const lacking = await look(csv('c.csv', HEADS.replace('回国日', '返回'), ...ROWS))
      expect(lacking.recognised[0]).toMatchObject({
        saved: { known: 5, added: ['返回'], gone: ['回国日', '随行教师'], lacks: ['回国日'], fits: false },
        en: expect.stringContaining('The mapping needs "回国日"'),
      })
      // Which of the new heads it is, is for a person to say.
      const renamed = { type: 'mobility', mapping: '派出名单', renamed: [{ was: '回国日', is: '返回' }] }
      const read = await look(csv('c.csv', HEADS.replace('回国日', '返回'), ...ROWS), renamed)
      expect(read).toMatchObject({ accepted: 2, rejected: 0, asMapping: expect.stringContaining('end: 返回\n') })
      expect(await look(later, { type: 'enrolment', mapping: '派出名单' })).toMatchObject({
        ...{ refused: true, problems: [{ code: 'BAD_MAPPING', message: expect.stringContaining('for mobility') }] },
      })
    })

    it('two that fit alike are both offered, and nothing is guessed', async () => {
      const { college, editor, look, save } = await openDesk()
      const { asMapping } = await look(csv('a.csv', HEADS, ...ROWS), CHOICES)
      for (const name of ['甲', '乙']) await save(name, asMapping)
      const file = csv('b.csv', HEADS, ...ROWS)
      const both = await look(file)
      expect(both).toMatchObject({
        ...{ refused: true, recordType: null, mapping: null },
        problems: [{ code: 'SEVERAL_MAPPINGS', message: expect.stringMatching(/"甲", "乙"|"乙", "甲"/) }],
      })
      expect(both.recognised.map(({ mapping }: { mapping: string }) => mapping).sort()).toEqual(['乙', '甲'])
      expect(await look(file, { type: 'mobility', mapping: '乙' })).toMatchObject({ accepted: 2, mapping: '乙' })
      const gone = { input: { institution: 'X', name: '甲' } }
      expect((await college.ask(REMOVE, gone, editor)).data.removeMapping).toEqual({ name: '甲' })
      expect(await look(file)).toMatchObject({ accepted: 2, mapping: '乙' })
      expect((await college.ask(REMOVE, gone, editor)).data.removeMapping).toEqual({ code: 'UNKNOWN_MAPPING' })
    })

    it('and one with a pattern that would run for ever hinders no other file', async () => {
      const { look, save } = await openDesk()
      const slow = "unpivot: { columns: '^(a+)+$', names: [量], values: 人数 }"
      const fields = 'fields: { headcount: 人数, kind: 量, nationality: 去往何处, start: 出境日 }'
      await save('慢', ['type: enrolment', slow, fields].join('\n'), { heads: HEADS.split(',') })
      const file = csv('a.csv', `${HEADS},${'a'.repeat(60)}!`, ...ROWS)
      expect(await look(file, CHOICES)).toMatchObject({ refused: false, accepted: 2 })
    })

    it('without what one row was taken for whose cell names several; that it was abroad is kept', async () => {
      const { look } = await openDesk()
      const heads = HEADS.split(',')
      const rows = ['1,S1,泰国/越南,2022-10-01,2022-10-31,学习', '2,S2,泰国、老挝,2022-10-01,2022-10-31,学习']
      const constants = CHOICES.constants
      const file = csv('a.csv', HEADS, ...rows)
      const corrections = ['泰国', 'foreign'].map((value, at) => ({
        row: at + 2,
        column: heads.indexOf('去往何处'),
        value,
      }))
      const read = await look(file, { type: 'mobility', columns: CHOICES.columns, constants, corrections })
      expect(read).toMatchObject({ accepted: 2, refused: false })
      expect(read.asMapping).toContain('泰国、老挝: foreign')
      expect(read.asMapping).not.toContain('泰国/越南')
    })

    it('with a word of a column that is read twice, as the mapping understands it', async () => {
      const { look, save } = await openDesk()
      const text = [
        'type: enrolment',
        'fields:',
        '  person: 护照号',
        '  nationality: 国籍',
        '  kind: { column: 层次, values: { 专科: degree } }',
        '  level: { column: 层次, values: { 专科: higher } }',
        '  start: 入学',
      ].join('\n')
      const heads = ['护照号', '国籍', '层次', '入学']
      await save('名册', text, { heads })
      const roster = csv('r.csv', heads.join(','), 'E1,俄罗斯,高职,2023-09-01', 'E2,俄罗斯,高职,2023-09-01')
      const corrections = [2, 3].map((row) => ({ row, column: 2, value: '专科' }))
      const answers = [
        { field: 'kind', text: '高职', value: 'non-degree' },
        { field: 'level', text: '高职', value: 'higher' },
      ]
      const answered = await look(roster, { type: 'enrolment', mapping: '名册', answers })
      expect(answered.asMapping).toContain('kind: { column: 层次, values: { 专科: degree, 高职: non-degree } }')
      expect(answered.accepted).toBe(2)
      const { accepted, asMapping } = await look(roster, { type: 'enrolment', mapping: '名册', corrections })
      expect(accepted).toBe(2)
      expect(asMapping).toContain('kind: { column: 层次, values: { 专科: degree, 高职: degree } }')
      expect(asMapping).toContain('level: { column: 层次, values: { 专科: higher, 高职: higher } }')
    })

    it('for those alone who may import', async () => {
      const { college, look, save } = await openDesk()
      const { asMapping } = await look(csv('a.csv', HEADS, ...ROWS), CHOICES)
      await save('甲', asMapping)
      const [reader, other] = [await college.tokenFor('reader', 'X'), await college.tokenFor('editor', 'X2')]
      for (const by of [{}, bearer(reader), bearer(other)]) {
        expect((await college.ask(LIST, {}, by)).data.savedMappings).toBeNull()
        expect(await save('乙', asMapping, {}, by as never)).toMatchObject({ __typename: 'Refused' })
      }
      expect(await save('a/b', asMapping)).toMatchObject({ code: 'BAD_MAPPING_NAME' })
      expect(await save('乙', asMapping, { unit: 'nowhere' })).toMatchObject({ code: 'UNKNOWN_UNIT' })
      expect(await save('乙', 'type: mobility\nfields: { person: A, perso: B }')).toMatchObject({
        ...{ code: 'BAD_MAPPING', message: expect.stringContaining('line 2') },
      })
    })
  })
})
