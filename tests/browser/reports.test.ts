import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editDocument } from '../support/kept-report.ts'
import { brokenRules, pixelsTooWide } from '../support/page-checks.ts'
import { settled } from '../support/settled.ts'
import { readDocument, wordTemplate } from '../support/word.ts'
import { go, newPage, openCauseway, openPageForEachTest, ownCauseway, page, signIn } from './open-causeway.ts'

openCauseway({ CAUSEWAY_DEMO: 'off' })
openPageForEachTest({ viewport: { width: 1280, height: 900 } })

const main = () => page.getByRole('main')
const card = (name: string) => main().getByRole('region', { name, exact: true })
const own = ['--institution', 'X', '--data-date', '2024-08-31']
const HEADER = 'person,kind,nationality,start,end'
const learners = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `L${from + at},degree,VN,2023-09-01,2024-07-01`)
const folder = mkdtempSync(join(tmpdir(), 'causeway-reports-'))

async function openReports(lang: 'zh' | 'en'): Promise<void> {
  await signIn('editor')
  await go(`/data?lang=${lang}&institution=X&tab=reports`)
}

async function isSound(): Promise<void> {
  await settled(page)
  expect(await brokenRules(page)).toEqual([])
  expect(await pixelsTooWide(page)).toBeLessThanOrEqual(0)
}

/** What the browser is given after a click, as a file. */
async function downloaded(click: () => Promise<void>, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  const path = join(folder, name)
  await download.saveAs(path)
  return path
}

test('a template is checked, filled, kept, and says what has moved since', async () => {
  await ownCauseway.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'], ...own.slice(2))
  await ownCauseway.put('enrolment', [HEADER, ...learners(0, 20)], ...own)
  await openReports('zh')
  await main().getByText('尚未留存报告。').waitFor()
  await main().getByRole('button', { name: '填写报告' }).click()
  await main().getByRole('button', { name: '先核对模板' }).click()
  await main()
    .getByText(/模板取 \d+ 个指标值/)
    .waitFor()
  await isSound()
  await main().getByLabel('留存名称').fill('十月稿')
  const path = await downloaded(() => main().getByRole('button', { name: '填写并下载' }).click(), 'october.docx')
  expect(readDocument(readFileSync(path)).paragraphs.join()).toMatch(/20人/)
  await card('十月稿')
    .getByText(/数据已变 0/)
    .waitFor()

  await ownCauseway.put('enrolment', [HEADER, ...learners(20, 25)], ...own)
  await openReports('zh')
  const moved = card('十月稿').getByText(/数据已变 [1-9]/)
  await moved.waitFor()
  await isSound()
  const fresh = await downloaded(
    () =>
      card('十月稿')
        .getByRole('button', { name: /^更新并下载/ })
        .click(),
    'fresh.docx',
  )
  expect(readDocument(readFileSync(fresh)).paragraphs.join()).toMatch(/25人/)
  await main()
    .getByText(/已更新：写入 \d+ 处/)
    .waitFor()
  await card('十月稿').getByRole('button', { name: /^删除/ }).click()
  await main().getByText('已删除“十月稿”。').waitFor()
  await expect.poll(() => card('十月稿').count()).toBe(0)
})

test('a file of one’s own is filled, edited, verified and refreshed', async () => {
  await openReports('en')
  const template = join(folder, 'own.docx')
  writeFileSync(template, wordTemplate(['Students: {EX02}, he said. {EX0299}']))
  await main().getByRole('button', { name: 'Fill a report' }).click()
  await main().getByLabel('Template').selectOption({ label: 'A template of your own (.docx)' })
  await main().getByRole('button', { name: 'Fill and download' }).click()
  await main().getByText('Choose a .docx file.').waitFor()
  await main().getByLabel('Word file (.docx)').setInputFiles(template)
  const filled = await downloaded(
    () => main().getByRole('button', { name: 'Fill and download' }).click(),
    'own-filled.docx',
  )
  await main().getByRole('table', { name: 'Tags that are not understood' }).getByText('{EX0299}').waitFor()
  await isSound()
  await main().getByRole('button', { name: 'Cancel' }).click()

  editDocument(filled, (xml) => xml.replace('he said', 'she wrote').replace('>25 people<', '>26 people<'))
  await main().getByRole('button', { name: 'Verify or refresh' }).click()
  await main().getByLabel('Word file (.docx)').setInputFiles(filled)
  await main().getByRole('button', { name: 'Verify', exact: true }).click()
  await main()
    .getByText(/1 edited/)
    .waitFor()
  await isSound()
  await main().getByLabel('Write over what was edited').check()
  const fresh = await downloaded(
    () => main().getByRole('button', { name: 'Refresh and download' }).click(),
    'own-fresh.docx',
  )
  expect(readDocument(readFileSync(fresh)).paragraphs[0]).toContain('Students: 25 people, she wrote.')
})

test('someone who waits in line sees how many reports come before, in both languages', async () => {
  const token = await ownCauseway.tokenFor('editor')
  const query = `mutation { fillReport(input: { institution: "X", template: "en/annual-report.docx", year: 2023, language: EN }) {
    ... on ReportFilled { figures } } }`
  const ask = async () => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const answer = await fetch(`${ownCauseway.address}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    })
    expect((await answer.json()).data.fillReport.figures).toBeGreaterThan(0)
  }
  for (const [lang, button, said] of [
    ['zh', '填写并下载', /排队中，前面还有 \d+ 份报告。/],
    ['en', 'Fill and download', /In line: (\d+ reports come|1 report comes) before\./],
  ] as const) {
    await openReports(lang)
    await main()
      .getByRole('button', { name: lang === 'zh' ? '填写报告' : 'Fill a report' })
      .click()
    const others = Promise.all(Array.from({ length: 8 }, ask))
    const own = downloaded(() => main().getByRole('button', { name: button }).click(), `waited-${lang}.docx`)
    // Both at once: they go when the turn comes, which can be between two looks.
    await Promise.all([
      main().getByRole('status').filter({ hasText: said }).waitFor(),
      main().getByRole('progressbar', { name: said }).waitFor(),
    ])
    await isSound()
    await others
    expect(readDocument(readFileSync(await own)).paragraphs.length).toBeGreaterThan(5)
  }
})

test('one who may only read keeps nothing, and a phone shows it all', async () => {
  await newPage({ viewport: { width: 360, height: 740 } })
  await signIn('reader')
  await go('/data?lang=zh&institution=X&tab=reports')
  await main().getByRole('button', { name: '填写报告' }).click()
  await main().getByLabel('模板').waitFor()
  expect(await main().getByLabel('留存名称').count()).toBe(0)
  await isSound()
})
