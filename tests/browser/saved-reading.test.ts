import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { brokenRules } from '../support/page-checks.ts'
import { settled } from '../support/settled.ts'
import { desk, drop, openClerkDesk } from './clerk-desk.ts'

openClerkDesk()

const FIRST = [
  '序号,学生编号,去往何处,出境日,回国日,交流性质',
  '1,Z1,泰国,2023-10-01,2023-10-31,学期交换',
  '合计,1,,,,',
]
const NEXT = [
  '学生编号,交流性质,去往何处,回国日,出境日,序号,随行教师',
  'Z2,学期交换,老挝,2024-10-31,2024-10-01,1,王老师',
  ',,,,,合计,',
]

test('how a file was read is saved on the page, meets the next file with one click, and is taken out, replaced and removed', async () => {
  const page = await desk.open('/data?lang=zh&tab=import', desk.editor)
  await drop(page, '2023学年派出名单.csv', FIRST.join('\n'))
  await page.locator('.file-facts > .choice select').selectOption('mobility|')
  await page.locator('.field-choice').first().waitFor()
  await settled(page)
  const fields = { B: 'person', C: 'country', D: 'start', E: 'end', F: 'purpose' }
  for (const [letter, field] of Object.entries(fields))
    await page.locator(`.field-choice select[aria-label^="${letter} "]`).selectOption(field)
  const constants = page.locator('.constants')
  await constants.getByLabel('方向').selectOption('派出')
  await constants.getByLabel('人员类别').selectOption({ index: 1 })
  await page.getByRole('button', { name: '重新核对' }).first().click()
  await settled(page)
  await page.locator('[data-row="2"] select').first().selectOption('学习')
  await page.getByRole('button', { name: '重新核对' }).first().click()
  await page.getByText('各行均正确').waitFor()
  await settled(page)
  const remember = page.locator('details.save-reading')
  await remember.locator('summary').click()
  expect(await remember.getByLabel('名称').inputValue()).toBe('派出名单')
  await remember.getByRole('button', { name: '保存读法' }).click()
  await remember.getByText('已保存为“派出名单”，第 1 版。').waitFor()
  await page.getByRole('button', { name: '换一个文件' }).click()

  await drop(page, '2024派出.csv', NEXT.join('\n'))
  const offer = page.locator('.saved-offer')
  await offer.getByText('6 列与当时相同，1 列是新的（“随行教师”）').waitFor()
  await settled(page)
  for (const width of [820, 390]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await settled(page)
  expect(await brokenRules(page, '.saved-offer')).toEqual([])
  await page.setViewportSize({ width: 1280, height: 900 })
  await offer.getByRole('button', { name: '预览变化' }).click()
  await page.getByRole('heading', { name: '预览变化' }).waitFor()
  expect(await page.locator('[data-tally=accepted] dd').innerText()).toBe('1')
  await page.getByRole('button', { name: '确认导入' }).click()
  await page.getByRole('heading', { name: '导入完成' }).waitFor()
  await settled(page)
  expect(await remember.count()).toBe(0)

  await page.getByRole('button', { name: '导入下一个文件' }).click()
  await drop(page, '2025派出.csv', NEXT.join('\n').replace('回国日', '返校').replace('Z2', 'Z3'))
  await offer.getByText('对照要用到“回国日”').waitFor()
  await offer.getByLabel('“回国日”现在是哪一列').selectOption('返校')
  await offer.getByRole('button', { name: '照“派出名单”读取' }).click()
  await page.getByText('各行均正确').waitFor()
  await offer.getByText('改了名的列已按您的选择读取').waitFor()
  await page.getByRole('button', { name: '换一个文件' }).click()

  await drop(page, '2026派出.csv', NEXT.join('\n').replaceAll('学期交换', '顶岗'))
  const answers = page.locator('.answers')
  await answers.getByLabel('“顶岗”（1 行）').selectOption('practice')
  await answers.getByRole('button', { name: '照此核对' }).click()
  await page.getByText('各行均正确').waitFor()
  await answers.getByText('“顶岗”是“实').waitFor()
  await settled(page)
  expect(await brokenRules(page, '.answers')).toEqual([])
  await page.getByRole('button', { name: '换一个文件' }).click()

  const list = page.locator('details.saved-list')
  await list.locator('summary').click()
  for (const width of [820, 390]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  await settled(page)
  expect(await brokenRules(page, '.saved-list')).toEqual([])
  await page.setViewportSize({ width: 1280, height: 900 })
  const [taken] = await Promise.all([
    page.waitForEvent('download'),
    list.getByRole('button', { name: '导出 YAML：派出名单' }).click(),
  ])
  expect(taken.suggestedFilename()).toBe('派出名单.yaml')
  const text = readFileSync(await taken.path(), 'utf8')
  expect(text).toContain('学期交换: study')
  const file = (content: string) => ({ name: 'm.yaml', mimeType: 'application/yaml', buffer: Buffer.from(content) })
  const replace = list.locator('input[aria-label="用文件替换：派出名单"]')
  await replace.setInputFiles(file(text.replace('person:', 'persn:')))
  await list.getByRole('alert').getByText('没有字段「persn」').waitFor()
  await replace.setInputFiles(file(`${text}empty: [无]\n`))
  await list.getByText('已保存为“派出名单”，第 2 版。').waitFor()
  await list.locator('.saved-versions summary').click()
  const earlier = list.getByRole('button', { name: '导出 YAML：派出名单 1' })
  const [old] = await Promise.all([page.waitForEvent('download'), earlier.click()])
  expect(readFileSync(await old.path(), 'utf8')).toBe(text)
  await list.getByRole('button', { name: '删除：派出名单' }).click()
  await list.getByRole('button', { name: '删除这个对照' }).click()
  await list.getByText('已删除“派出名单”。').waitFor()
  await list.getByText('还没有保存过').waitFor()
  // What was taken out goes in again as it is, and knows the next file.
  await list
    .locator('input[aria-label="添加 YAML 文件"]')
    .setInputFiles({ ...file(text), name: taken.suggestedFilename() })
  await list.getByText('已保存为“派出名单”').waitFor()
  await drop(page, '2027派出.csv', NEXT.join('\n').replace('Z2', 'Z4'))
  await offer.getByText('6 列与当时相同').waitFor()
  await page.getByText('各行均正确').waitFor()
})

const SEVERAL = `made_for: [学号, 国家, 合作方, 专业, 开始, 结束]
create: [programme]
records:
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
  - type: partner
    fields: { code: { made_from: 合作方 }, name_zh: 合作方, country: 国家 }
`

test('records of several types and entries made from names are seen before they go in, and are one import', async () => {
  const saved = await fetch(`${desk.causeway.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${desk.editor}` },
    body: JSON.stringify({
      query: 'mutation ($input: SaveMappingInput!) { saveMapping(input: $input) { __typename } }',
      variables: { input: { institution: 'demo', name: '派出与合作方', text: SEVERAL } },
    }),
  })
  expect(await saved.text()).toContain('Saved')
  const page = await desk.open('/data?lang=zh&tab=import', desk.editor)
  await drop(page, '派出.csv', '学号,国家,合作方,专业,开始,结束\nQ1,泰国,清迈陶艺学院,陶艺,2023-10-01,2023-10-31\n')
  await page.locator('.saved-offer').getByRole('button', { name: '预览变化' }).click()
  const created = page.locator('[data-created]')
  await created.getByText('陶艺').waitFor()
  await settled(page)
  expect(await created.innerText()).toMatch(/由名称新建的条目[^]*专业（项目） 1[^]*陶艺 n-\w{10}/)
  expect(await page.locator('[data-tally=accepted] dd').innerText()).toBe('2')
  for (const width of [820, 390]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
  expect(await brokenRules(page, '[data-created]')).toEqual([])
  await page.getByRole('button', { name: '确认导入' }).click()
  await page.getByRole('heading', { name: '导入完成' }).waitFor()
  await page.goto(`${desk.causeway.address}/data?lang=en&tab=batches`)
  await page.locator('.batch').first().getByText('Mobility, Partner, Programme').waitFor()
})
