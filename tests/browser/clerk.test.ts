import { describe, expect, test } from 'vitest'
import { settled } from '../support/settled.ts'
import { cellOf, drop, desk, focused, HEADER, openClerkDesk, WRONG } from './clerk-desk.ts'

openClerkDesk()

/** Students' stays abroad in 2023/24, as anybody with the right reads them. */
async function staysAbroad(): Promise<number> {
  const { indicator } = await desk.ask(
    '{ indicator(id: "IN17") { series(institution: "demo", from: 2023, to: 2023) { figures { value } } } }',
  )
  return indicator.series.figures[0].value
}

describe('a clerk with a wrong file', () => {
  test('drops it, corrects it in place, sees what it will change, imports it, and takes it back: figures are as before', async () => {
    const before = await staysAbroad()
    const page = await desk.open('/data?lang=zh&tab=import', desk.editor)
    await drop(page, '出国学习.csv', WRONG)
    await expect.poll(() => focused(page)).toContain('核对')
    expect(await page.getByLabel('识别为').locator('option:checked').innerText()).toContain('师生国（境）外交流')
    expect(await page.locator('.import-verdict').innerText()).toContain('4 行有误；1 行正确')

    // What is wrong is said at the cell, for ears too: in short, where it is asked above for all rows.
    const country = cellOf(page, 3)
    expect(await country.getAttribute('aria-invalid')).toBe('true')
    const [said] = (await country.getAttribute('aria-describedby'))!.split(' ')
    expect(await page.locator(`[id="${said}"]`).innerText()).toBe('“太国”：见“这些词是什么意思”')
    await page.locator(`[id="${said}"] a`).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('asked-words')

    await country.fill('泰国')
    await page.getByRole('button', { name: '另有 1 行也是“太国”，一并改为此值' }).click()
    expect(await cellOf(page, 4).inputValue()).toBe('泰国')
    // What is one of a few is chosen, by name as by key.
    await cellOf(page, 5).selectOption('学习')
    await page.getByRole('button', { name: '重新核对' }).first().click()
    await settled(page)
    await expect.poll(() => focused(page)).toContain('1 行有误；4 行正确')
    await page.locator('[data-row="6"]').getByLabel('不导入这一行').check()
    await page.getByLabel('数据截至日期').fill('2025-07-31')
    await page.getByRole('button', { name: '下一步：预览变化' }).click()

    await page.getByRole('heading', { name: '预览变化' }).waitFor()
    expect(await page.locator('[data-tally=accepted] dd').innerText()).toBe('4')
    expect(await page.getByText('台账数据截至日期将由').count()).toBe(0)
    expect(await staysAbroad()).toBe(before)

    await page.getByRole('button', { name: '确认导入' }).click()
    await page.getByRole('heading', { name: '导入完成' }).waitFor()
    expect(await staysAbroad()).toBe(before + 4)

    await page.getByRole('link', { name: '查看批次，可整批撤回' }).click()
    await page.getByRole('button', { name: '整批撤回：出国学习.csv' }).click()
    await page.getByRole('button', { name: '确认整批撤回' }).click()
    await page.getByText('已整批撤回“出国学习.csv”：撤出 4 条').waitFor()
    expect(await staysAbroad()).toBe(before)
  })

  test('loses nothing when the connection is lost, and goes on when it is back', async () => {
    const page = await desk.open('/data?lang=zh&tab=import', desk.editor)
    await drop(page, '出国学习.csv', WRONG)
    await cellOf(page, 3).fill('泰国')
    await page.context().setOffline(true)
    await cellOf(page, 3).press('Enter')
    await page.getByRole('alert').getByText('无法连接服务器').waitFor()
    expect(await page.getByText('文件和所作的更正都还在本页').isVisible()).toBe(true)
    expect(await cellOf(page, 3).inputValue()).toBe('泰国')
    // Another tab and back: it is all there still.
    await page.context().setOffline(false)
    await page.getByRole('link', { name: '导入批次' }).click()
    await page.locator('.batch').first().waitFor()
    await page.getByRole('link', { name: '导入', exact: true }).click()
    expect(await cellOf(page, 3).inputValue()).toBe('泰国')
    await page.getByRole('button', { name: '重新核对' }).first().click()
    await page.getByText('3 行有误；2 行正确').waitFor()
  })

  test('keeps whichever of two rows is right where both are of one record', async () => {
    const page = await desk.open('/data?lang=zh&tab=import', desk.editor)
    const rows = [
      HEADER,
      'CW031,派出,学生,学习,泰国,2023-10-01,2023-10-31',
      'CW031,派出,学生,学习,泰国,2023-10-01,2023-11-30',
    ]
    await drop(page, '重复.csv', rows.join('\n'))
    const keep = page.locator('[data-row="3"]').getByRole('button', { name: '保留第 3 行，不导入第 2 行' })
    // Chosen by keyboard and taken back, it stays where it is.
    for (const pressed of ['true', 'false', 'true']) {
      await keep.press('Enter')
      await expect.poll(() => keep.getAttribute('aria-pressed')).toBe(pressed)
      expect(await focused(page)).toBe(await keep.innerText())
    }
    await page.getByText('有 1 处改动尚未核对').waitFor()
    await page.getByRole('button', { name: '重新核对' }).first().click()
    await page.getByText('各行均正确，共 1 行。').waitFor()
    await page.locator('.correct summary').click()
    expect(await page.locator('.corrections').innerText()).toContain('不导入的行：2')
  })

  test('is said in words that the server has no room for the file, and sends it again when there is', async () => {
    const page = await desk.open('/data?lang=zh&tab=import', desk.editor)
    const words = { zh: '服务器磁盘已满，没有改动任何数据。', en: 'The disk of the server is full.' }
    const error = { code: 'DISK_FULL', message: words.en, messages: words, requestId: 'r-1' }
    let isFull = true
    await page.route('**/graphql', (route) =>
      isFull && route.request().headers()['content-type']?.startsWith('multipart/')
        ? route.fulfill({ status: 500, contentType: 'application/json', body: JSON.stringify({ error }) })
        : route.continue(),
    )
    const buffer = Buffer.from(WRONG)
    await page.locator('.drop input').setInputFiles({ name: '出国学习.csv', mimeType: 'text/csv', buffer })
    await page.getByRole('alert').getByText(words.zh).waitFor()
    expect(await page.getByText('没有丢失').isVisible()).toBe(true)
    isFull = false
    await page.getByRole('alert').getByRole('button', { name: '重试' }).click()
    await page.getByText('4 行有误；1 行正确').waitFor()
  })

  test('chooses a file, corrects it and sees what it changes by keyboard alone', async () => {
    const page = await desk.open('/data?lang=en&tab=import', desk.editor)
    const tabTo = async (selector: string) => {
      for (let presses = 0; presses < 150; presses++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
      }
      throw new Error(`no way to ${selector} by keyboard`)
    }
    // Waited for before it can open: the browser is shown to ask us instead of the person.
    const chooser = page.waitForEvent('filechooser')
    await tabTo('.drop button')
    await page.keyboard.press('Enter')
    const rows = [HEADER, 'CW011,派出,学生,学习,太国,2023-10-01,2023-10-31'].join('\n')
    await (await chooser).setFiles({ name: 'stays.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) })
    await page.getByRole('heading', { name: 'Check it' }).waitFor()
    await tabTo('.wrong-cells > .cell input')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('TH')
    await page.keyboard.press('Enter')
    await page.getByText('Every row is right').waitFor()
    await tabTo('.step-foot .primary')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'See what will change' }).waitFor()
    expect(await page.locator('[data-tally=accepted] dd').innerText()).toBe('1')
    await tabTo('.figures-changed a')
  })

  test('is said what else the file looks like where it is not of the chosen type, and checks it as that', async () => {
    const page = await desk.open('/data?lang=zh&tab=import&type=agreement', desk.editor)
    await page.getByLabel('台账类型').selectOption('agreement')
    await drop(page, '出国学习.csv', WRONG)
    await page.getByText('从列名看，这份文件更像“师生国（境）外交流”').waitFor()
    await page.getByRole('button', { name: '按“师生国（境）外交流”核对' }).click()
    await page.getByText('4 行有误；1 行正确').waitFor()
    expect(await page.getByText('从列名看').count()).toBe(0)
  })

  test('is asked nothing about a file that is no table, but for another one', async () => {
    const page = await desk.open('/data?lang=zh&tab=import', desk.editor)
    await page.locator('.drop input').setInputFiles({
      ...{ name: '扫描件.xlsx', mimeType: 'application/octet-stream' },
      buffer: Buffer.from('%PDF-1.4 a scan'),
    })
    await page.getByText('「扫描件.xlsx」实际是PDF 文件，不是表格').waitFor()
    expect(await page.locator('main').locator('select, input:visible').count()).toBe(0)
    expect(await page.locator('.import').getByRole('button').allInnerTexts()).toEqual(['换一个文件'])
  })

  test('takes the wrong rows away as a file that says why', async () => {
    const page = await desk.open('/data?lang=zh&tab=import', desk.editor)
    await drop(page, '出国学习.csv', WRONG)
    const take = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ])
      const chunks: Buffer[] = []
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
      return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) }
    }
    const workbook = await take('下载有误的行（含原因）')
    expect([workbook.name, workbook.bytes.toString('latin1', 0, 2)]).toEqual(['出国学习-rejected.xlsx', 'PK'])
    const text = (await take('下载为 CSV')).bytes.toString('utf8')
    expect(text.split('\n').filter((line) => /CW00[2-5]/.test(line))).toHaveLength(4)
    expect(text).not.toContain('CW001')
    expect(text).toContain('没有这个国家')
  })

  test('leaves it to nobody who signs in next, wherever they signed out', async () => {
    const page = await desk.open('/data?lang=zh&institution=demo&tab=import', desk.editor)
    await drop(page, '出国学习.csv', WRONG)
    await page.getByText('4 行有误；1 行正确').waitFor()
    await page.getByRole('navigation').getByRole('link', { name: '指标目录' }).click()
    await page.waitForURL(/\/catalogue/)
    await page.getByRole('button', { name: '退出', exact: true }).click()
    await page.getByRole('link', { name: '登录', exact: true }).first().click()
    await page.getByLabel('访问令牌').fill(desk.editor)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('navigation').getByRole('link', { name: '数据', exact: true }).click()
    await page.getByRole('link', { name: '导入', exact: true }).click()
    await page.locator('.drop').waitFor()
    // Only an attribute that is set makes a choice of files one of a folder.
    expect(await page.locator('input[webkitdirectory]').count()).toBe(1)
    expect(await page.locator('.import-verdict').count()).toBe(0)
  })
})
