import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { folderOfFile } from '../support/folders.ts'
import { runCauseway } from '../support/processes.ts'

const folder = folderOfFile()
const settings = () => ({
  DATABASE_URL: `file:${join(folder, 'one.db')}`,
  CAUSEWAY_SECRET_FILE: join(folder, 'secret'),
})
const run = (...args: string[]) => runCauseway(args, settings(), folder)
const ROSTER =
  'type: enrolment\nfields:\n  person: 护照号\n  nationality: 国籍\n  kind: { constant: degree }\n  start: 入学\n'

beforeAll(async () => {
  writeFileSync(join(folder, 'x.csv'), 'code,name_zh,country\nx,学院,CN\n')
  writeFileSync(join(folder, 'roster.yaml'), ROSTER)
  writeFileSync(join(folder, '名册.csv'), '序号,护照号,国籍,入学\n1,E1,俄罗斯,2023-09-01\n')
  expect(await run('import', 'x.csv', '--as', 'institution')).toMatchObject({ code: 0 })
})

test('a mapping is saved, listed, shown, used by its name and removed from the command line', async () => {
  const of = ['--institution', 'x']
  const saved = await run('mapping', 'save', 'roster.yaml', '--name', '名册', ...of, '--with', '名册.csv')
  expect(saved).toMatchObject({ code: 0, out: 'Saved the mapping "名册", version 1.\n' })
  expect((await run('mapping', 'list')).out).toMatch(/^x {2}名册 {2}version 1, enrolment, saved \d{4}-\d\d-\d\d\n/)
  const { out } = await run('mapping', 'list', ...of, '--json')
  expect(JSON.parse(out).saved).toMatchObject([{ name: '名册', heads: ['序号', '护照号', '国籍', '入学'], unit: null }])
  const shown = await run('mapping', 'show', '名册', ...of)
  expect(shown.out).toBe(`${ROSTER}made_for: [ 序号, 护照号, 国籍, 入学 ]\n`)
  const imported = await run('import', '名册.csv', '--as', 'enrolment', '--mapping', '名册', ...of, '--json')
  expect(JSON.parse(imported.out)).toMatchObject({ accepted: 1, rejected: 0 })

  writeFileSync(join(folder, 'roster.yaml'), readFileSync(join(folder, 'roster.yaml'), 'utf8').replace('入学', '入校'))
  const again = ['mapping', 'save', 'roster.yaml', '--name', '名册', ...of]
  expect(await run(...again, '--with', '名册.csv')).toMatchObject({ code: 1, err: expect.stringContaining('"入校"') })
  expect((await run(...again)).out).toContain('version 2')
  expect((await run('mapping', 'show', '名册', '--version', '1', ...of)).out).toContain('start: 入学')
  expect(await run('mapping', 'show', '名册', '--version', '0', ...of)).toMatchObject({ code: 2 })
  expect(await run('mapping', 'show', '名测', ...of)).toMatchObject({
    ...{ code: 1, err: 'x has saved no mapping "名测". Did you mean 名册?\n' },
  })
  expect((await run('mapping', 'remove', '名册', ...of)).out).toContain('Removed the mapping "名册"')
  expect(await run('mapping', 'remove', '名册', ...of)).toMatchObject({ code: 1 })
})

test('a constant of a saved mapping that the title of a file contradicts is refused with the place and the cure', async () => {
  const text =
    'type: graduate-outcome\nfields: { person: 学号, observation: 时点, status: 去向, class: { constant: 2024 } }\n'
  writeFileSync(join(folder, 'outcome.yaml'), text)
  writeFileSync(join(folder, 'g.csv'), '2025届毕业生\n学号,时点,去向\nG1,12月31日,升学\n')
  const of = ['--institution', 'x']
  expect(await run('mapping', 'save', 'outcome.yaml', '--name', '去向', ...of)).toMatchObject({ code: 0 })
  const { code, out } = await run('import', 'g.csv', ...of)
  expect(code).toBe(1)
  expect(out).toMatch(
    /row 3: "Class": the text above the header, “2025届毕业生”, says “2025”.*write said: \[2025\].*FILE_SAYS_OTHERWISE/,
  )
  writeFileSync(join(folder, 'outcome.yaml'), text.replace('2024', '2024, said: [2025]'))
  expect(await run('mapping', 'save', 'outcome.yaml', '--name', '去向', ...of)).toMatchObject({ code: 0 })
  expect(await run('import', 'g.csv', ...of)).toMatchObject({ code: 0 })
})
