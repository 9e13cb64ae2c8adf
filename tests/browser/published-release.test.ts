import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { OPERATOR } from '@causeway/server/access/viewer'
import { createRelease, publishRelease, withdrawRelease } from '@causeway/server/desk/releases/make-release'
import { writePublication } from '@causeway/server/outlets/publish/write-publication'
import { ENROLMENT_HEADER } from '../support/college.ts'
import { readZipped } from '../support/published-data.ts'
import { causeway, college, openToPublish } from './open-published.ts'

openToPublish()

const root = mkdtempSync(join(tmpdir(), 'causeway-released-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const out = join(root, 'site')
const read = (file: string) => readFileSync(join(out, file), 'utf8')
/** Foreign students of the school year 2022/23, as the data of a site have them. */
const students = (place: string) =>
  /^foreign-students,X,SCHOOL_YEAR,2022,[^,]*,,(\d*),/m.exec(
    readZipped(join(out, `${place}data/foreign-students-en`), 'csv'),
  )?.[1]

async function release(name: string, note: string | null = null): Promise<void> {
  await createRelease(causeway, OPERATOR, { institution: 'X', name, year: 2022, note })
}

test('a release is written as it was, one that waits for its minute with what is new, earlier ones beside it with what changed, and no later one', async () => {
  const { indicators } = causeway
  causeway.indicators = indicators.filter(({ code }) => code === 'EX02')
  await release('2022 first')
  await publishRelease(causeway, OPERATOR, { institution: 'X', release: '2022 first' })
  const late = Array.from({ length: 11 }, (_, n) => `M${n},,PA,degree,1,VN,2022-09-01,2023-07-01,300`)
  await college.put('enrolment', [ENROLMENT_HEADER, ...late], 'X', '2023-12-31')
  await release('2022-2', 'Late <records>')
  await college.put('enrolment', [ENROLMENT_HEADER, 'N1,,PA,degree,1,VN,2022-09-01,2023-07-01,300'], 'X', '2023-12-31')

  const first = await writePublication(causeway, { institution: 'X', release: '2022 first', out })
  expect(first).toMatchObject({ release: { name: '2022 first', status: 'PUBLISHED' }, earlier: [] })
  expect(students('')).toBe('37')
  expect(read('en/index.html')).not.toContain('changes.html')
  expect(existsSync(join(out, 'earlier'))).toBe(false)
  expect(JSON.parse(read('publication.json'))).toMatchObject({ release: { name: '2022 first', year: 2022 } })

  await publishRelease(causeway, OPERATOR, { institution: 'X', release: '2022-2', at: '2099-01-01T09:00' })
  const both = await writePublication(causeway, { institution: 'X', release: '2022-2', earlier: true, out })
  expect(both).toMatchObject({ release: { name: '2022-2', status: 'SCHEDULED' }, earlier: ['2022 first'] })
  expect([first.notOut, both.notOut]).toEqual([
    null,
    {
      zh: '注意：定稿 2022-2 将于 2099-01-01 09:00 (Asia/Shanghai, UTC+08:00) 发布，此前请勿公开这个文件夹。',
      en: 'Mind: release 2022-2 becomes public at 2099-01-01 09:00 (Asia/Shanghai, UTC+08:00). Keep the folder to yourself until then.',
    },
  ])
  const [place] = /earlier\/2022_first-\w+\//.exec(read('en/index.html'))!
  expect([students(''), students(place)]).toEqual(['48', '37'])
  const changes = read('en/changes.html')
  expect(changes).toContain('From Release 2022 first to Release 2022-2')
  expect(changes).toContain('Note: Late &lt;records&gt;')
  expect(changes).toMatch(
    /EX02 Foreign students.*<td class="number">37 people<\/td><td class="number">48 people<\/td><td class="number">\+11 people/,
  )
  expect(read('zh/changes.html')).toContain('从定稿 2022 first到定稿 2022-2')
  expect(read(`${place}en/indicator/foreign-students.html`)).toMatch(/href="\.\.\/\.\.\/\.\.\/\.\.\/en\/index\.html"/)

  const live = await writePublication(causeway, { institution: 'X', release: 'live', earlier: true, out })
  expect(live).toMatchObject({ release: null, earlier: ['2022 first'] })
  expect(students('')).toBe('49')

  const refused = (asked: string) => writePublication(causeway, { institution: 'X', release: asked, out })
  await expect(refused('2022 frist')).rejects.toMatchObject({ code: 'UNKNOWN_RELEASE' })
  await withdrawRelease(causeway, OPERATOR, { institution: 'X', release: '2022-2', reason: 'wrong' })
  await expect(refused('2022-2')).rejects.toMatchObject({ code: 'RELEASE_WITHDRAWN' })
  expect(students('')).toBe('49')
})
