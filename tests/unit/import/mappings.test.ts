import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { MAPPINGS, readMapping } from '@causeway/server/records/import/mapping/read-mapping'
import { withRenamed } from '@causeway/server/records/import/mapping/rename-columns'
import { recordTypeOf, RECORD_TYPES } from '@causeway/server/records/record-types'
import { clearlyMeant, recogniseTypes } from '@causeway/server/records/import/saved/recognise-types'
import type { SourceRow, SourceTable } from '@causeway/server/records/import/ground/source-row'
import { templateColumns, exampleOf } from '@causeway/server/records/example-row'
import { folderOfFile } from '../../support/folders.ts'

const folder = folderOfFile()
const mobility = recordTypeOf('mobility')

/** Code, line and English sentence of the refusal of a mapping. */
async function refusal(...lines: string[]) {
  const path = join(folder, 'm.yaml')
  writeFileSync(path, lines.join('\n'))
  try {
    await readMapping(path, mobility)
  } catch (error) {
    const { code, place, words } = error as { code: string; place: { row: number }; words: { zh: string; en: string } }
    expect(words.zh).toMatch(/\p{Script=Han}/u)
    return { code, line: place.row, en: words.en }
  }
  throw new Error('it was taken')
}

describe('a wrong mapping is refused by its place', () => {
  test('an unknown key, with the nearest one', async () => {
    const { code, line, en } = await refusal('type: mobility', 'fields:', '  start: a', 'date_fromat: D/M/Y')
    expect({ code, line }).toEqual({ code: 'BAD_MAPPING', line: 4 })
    expect(en).toMatch(/no key "date_fromat".*Did you mean date_format/)
  })

  test('an unknown key deep within', async () => {
    const { line, en } = await refusal(
      'type: mobility',
      'fields:',
      '  country:',
      '    column: ulke',
      '    valuse: { a: b }',
    )
    expect(line).toBe(5)
    expect(en).toMatch(/fields\.country has no key "valuse".*Did you mean values/)
  })

  test('a field that the record type lacks', async () => {
    const { line, en } = await refusal('type: mobility', 'fields:', '  start: a', '  contry: b')
    expect(line).toBe(4)
    expect(en).toMatch(/no field "contry".*Did you mean country/)
  })

  test('a mapping for another type', async () => {
    expect((await refusal('type: partner', 'fields: { code: a }')).en).toContain(
      'for partner, and the import is as mobility',
    )
  })

  test.each([
    [
      'records: [{ type: mobility, fields: { start: a } }, { type: partnr, fields: { code: b } }]',
      'no record type "partnr"',
    ],
    ['records: [{ type: mobility, fields: { start: a }, add_up: headcount, sheet: x }]', 'no key "sheet"'],
    ['type: mobility\nrecords: [{ type: mobility, fields: { start: a } }]', 'type belongs into its entries'],
    [
      'records: [{ type: mobility, fields: { start: a } }, { type: same-as, fields: { code: b } }]',
      'same-as goes in by itself',
    ],
    ['type: mobility', 'it lacks "fields"'],
    ['type: mobility\nfields: { start: a }\ncreate: [partner]', 'names a partner'],
    ['type: mobility\nfields: { start: a, partner: b }\ncreate: [course]', 'that is possible of.* partner'],
    [
      'records: [{ type: mobility, fields: { partner: b } }, { type: partner, fields: { code: b } }]\ncreate: [partner]',
      'an entry of records',
    ],
    [
      'records: [{ type: mobility, fields: { platform: b } }]\ncreate: [platform]',
      'platform needs type, founded_on too',
    ],
    ['type: mobility\nfields: { partner: b }\ncreate_with: { partner: { country: c } }', 'not in create'],
    [
      'type: mobility\nfields: { partner: b }\ncreate: [partner]\ncreate_with: { partner: { contry: c } }',
      'Did you mean country',
    ],
    [
      'type: mobility\nfields: { partner: b }\ncreate: [partner]\ncreate_with: { partner: { name_zh: c } }',
      'made from the name',
    ],
    ['type: mobility\nfields: { start: { made_from: b } }', 'made_from is for a code'],
  ])('%s', async (text, words) => {
    const { code, en } = await refusal(...text.split('\n'))
    expect(code).toBe('BAD_MAPPING')
    expect(en).toMatch(new RegExp(words))
  })

  test('a pattern that is none', async () => {
    const { line, en } = await refusal(
      'type: mobility',
      'fields:',
      '  start:',
      '    column: a',
      "    extract: '(unclosed'",
    )
    expect(line).toBe(5)
    expect(en).toContain('fields.start.extract is no regular expression')
  })

  test('two places to read one field from, or none', async () => {
    expect((await refusal('type: mobility', 'fields:', '  start: { column: a, constant: b }')).en).toContain(
      'exactly one of column',
    )
    expect((await refusal('type: mobility', 'fields:', '  start: { values: { a: b } }')).en).toContain(
      'exactly one of column',
    )
  })

  test('a condition without a test, and a value that is not allowed', async () => {
    expect((await refusal('type: mobility', 'where: [{ column: a }]', 'fields: { start: a }')).en).toContain(
      'exactly one of in, not_in',
    )
    expect((await refusal('type: mobility', 'date_format: D-M-Y', 'fields: { start: a }')).en).toContain('D/M/Y')
  })

  test.each([
    ['a range of what is no date', '  person: { column: a, range: start }', 3, 'is for a field of dates'],
    ['a name of what is no person', '  start: { name: a }', 3, 'is for a field of persons'],
    ['a birth date without a name', '  person: { column: a, birth: b }', 3, 'goes with name'],
    ['a term that ends before it begins', '  start: { column: a, range: start }', 5, 'two dates that exist'],
  ])('%s', async (_what, field, at, message) => {
    const terms = ['terms:', '  autumn: [2023-09-31, 2023-09-01]']
    const { code, line, en } = await refusal('type: mobility', 'fields:', field, ...(at === 5 ? terms : []))
    expect({ code, line }).toEqual({ code: 'BAD_MAPPING', line: at })
    expect(en).toContain(message)
  })

  test('a constant that its field does not take, unless it is of some rows alone', async () => {
    const wrong = await refusal('type: mobility', 'fields:', '  direction: { constant: outt }')
    expect(wrong).toMatchObject({ code: 'BAD_MAPPING', line: 3 })
    expect(wrong.en).toMatch(/fields\.direction: the constant is wrong: .*in, out.*Did you mean out/)
    const path = join(folder, 'm.yaml')
    const when = '  direction: { constant: outt, when: [{ column: a, in: [b] }] }'
    writeFileSync(path, ['type: mobility', 'fields:', '  country: { constant: 国外 }', when].join('\n'))
    await expect(readMapping(path, mobility)).resolves.toMatchObject({ records: [{ type: 'mobility' }] })
  })

  test('a text where one word or a list is taken', async () => {
    const { line, en } = await refusal('type: mobility', 'sheets: 2023', 'fields: { start: a }')
    expect(line).toBe(2)
    expect(en).toContain('sheets must be all or a list')
  })

  test('numbers are taken as they are written where a text is wanted', async () => {
    const path = join(folder, 'm.yaml')
    const lines = [
      'type: enrolment',
      'sheets: [2023, 2024]',
      'unpivot: { columns: [2021, 2023.10], names: [年], values: 数 }',
      'fields: { headcount: 数, start: 2022, nationality: { column: 7 } }',
    ]
    writeFileSync(path, lines.join('\n'))
    const { sheets, records } = await readMapping(path)
    expect(sheets).toEqual(['2023', '2024'])
    expect(records[0].unpivot!.columns).toEqual(['2021', '2023.10'])
    expect(records[0].fields).toMatchObject({ start: '2022', nationality: { column: '7' } })
    expect(withRenamed(lines.join('\n'), new Map([['2023.10', '2024.10']]))).toContain('[ 2021, "2024.10" ]')
    const flag = 'full_time: { column: 全职, values: { 专职: true, 兼职: false } }'
    writeFileSync(path, `type: enrolment\nfields: { ${flag} }`)
    expect((await readMapping(path)).records[0].fields['full_time']).toMatchObject({ values: { 专职: 'true' } })
    expect((await refusal('type: mobility', 'sheets: [{}]', 'fields: { start: a }')).line).toBe(2)
  })

  test('terms that no field reads, and a stretch of two units', async () => {
    const terms = 'terms: { autumn: [2023-09-01, 2024-01-15] }'
    expect((await refusal('type: mobility', terms, 'fields: { start: a }')).en).toContain('no field that reads a range')
    const plus = '  end: { column: a, plus: { years: 1, months: 6 } }'
    expect(await refusal('type: mobility', 'fields:', plus)).toMatchObject({ code: 'BAD_MAPPING', line: 3 })
  })

  test('YAML that is none, and one that unfolds without end', async () => {
    expect(await refusal('type: mobility', 'fields: [')).toMatchObject({ code: 'BAD_MAPPING' })
    const bomb = [
      'a: &a [1,1,1,1,1,1,1,1,1]',
      ...'bcdefgh'
        .split('')
        .map((name, i) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[i]}`).join(',')}]`),
    ]
    expect(await refusal(...bomb)).toMatchObject({ code: 'BAD_MAPPING' })
  })

  test('a mapping that is not there', async () => {
    await expect(readMapping('bilgi-mobilty', mobility)).rejects.toMatchObject({
      code: 'NO_SUCH_MAPPING',
      words: {
        zh: expect.stringContaining('是否应为 bilgi-mobility'),
        en: expect.stringContaining('mean bilgi-mobility'),
      },
    })
  })
})

describe('the mappings that ship', () => {
  const files = readdirSync(MAPPINGS).filter((name) => name.endsWith('.yaml'))

  test.each(files)('%s is right, says what it is in both languages, and names its schema to editors', async (file) => {
    const text = readFileSync(join(MAPPINGS, file), 'utf8')
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./mapping.schema.json')
    const type = recordTypeOf((parse(text) as { type: string }).type)
    const mapping = await readMapping(file.replace('.yaml', ''), type)
    for (const words of [mapping.name!, mapping.about!]) {
      expect(words.zh).toMatch(/\p{Script=Han}/u)
      expect(words.en).not.toMatch(/[\u4e00-\u9fff]{8}/)
    }
  })

  test('there is one for each real file', () => {
    expect(files.length).toBeGreaterThanOrEqual(7)
  })
})

function tableOf(...rows: string[][]): SourceTable {
  return {
    name: null,
    hidden: false,
    async *rows() {
      yield rows.map((cells, i): SourceRow => ({ row: i + 1, cells }))
    },
  }
}

describe('what a file is recognised as', () => {
  for (const locale of ['zh', 'en'] as const)
    test.each(RECORD_TYPES.map((type) => [type.name, type] as const))(
      `is %s where its headers are those of that template, in ${locale}`,
      async (name, type) => {
        const columns = templateColumns(type)
        const rows = [columns.map(({ label }) => label[locale]), columns.map((field) => exampleOf(field)[locale])]
        const ranked = await recogniseTypes([tableOf(['某校统计表'], ...rows)])
        expect(ranked[0]?.type.name).toBe(name)
        expect(clearlyMeant(ranked)?.type.name).toBe(name)
      },
    )

  test('is what its title says first, where its heads are those of several', async () => {
    const heads = ['姓名', '护照号', '国籍', '性别', '职务', '聘期', '类别']
    const row = ['金老师', 'M1112223', '韩国', '女', '专业教师', '2024.3.1-2025.2.28', '兼职']
    const firstOf = async (title: string) => (await recogniseTypes([tableOf([title], heads, row)]))[0]?.type.name
    expect([await firstOf('名册'), await firstOf('外籍教师名册（2024年）')]).toEqual(['enrolment', 'staff'])
  })
})
