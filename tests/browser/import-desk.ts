import { Workbook } from '@cj-tech-master/excelts'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { settled } from '../support/settled.ts'
import type { Sheet } from './office-sheets.ts'
import { ownCauseway } from './open-causeway.ts'

/** A page with a workbook dropped on it, and how often it was clicked. A list box is two clicks. */
export class Desk {
  readonly page: Page
  clicks = 2

  constructor(page: Page) {
    this.page = page
  }

  async click(what: Locator): Promise<void> {
    this.clicks++
    await what.click()
    await this.checked()
  }

  async choose(list: Locator, option: string | { label: string }): Promise<void> {
    this.clicks += 2
    await list.selectOption(option)
    await this.checked()
  }

  async write(field: Locator, text: string): Promise<void> {
    this.clicks++
    await field.fill(text)
  }

  take = (kind: string) => this.click(this.page.locator(`[data-move=${kind}] button`).first())
  word = (text: string) =>
    this.page.locator('.answers .choice').filter({ hasText: text }).locator('select, input').first()
  constant = (label: string) => this.page.locator('.constants').getByLabel(label)
  same = () => this.click(this.page.getByRole('button', { name: /的其余/ }).first())
  answer = () => this.click(this.page.getByRole('button', { name: '照此核对' }))

  async checked(): Promise<void> {
    await this.page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
    await settled(this.page)
  }

  /** Through the preview into the records: how many are new. */
  async bringIn(): Promise<string> {
    await this.click(this.page.getByRole('button', { name: '预览变化' }).first())
    await this.click(this.page.getByRole('button', { name: '确认导入' }))
    await this.page.getByRole('heading', { name: '导入完成' }).waitFor()
    return this.page.locator('[data-tally=accepted] dd').innerText()
  }
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook of these sheets. */
export async function bookOf(name: string, sheets: Record<string, Sheet>) {
  const book = new Workbook()
  for (const [title, { rows, merged = [] }] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(title)
    sheet.addRows(rows)
    for (const range of merged) sheet.mergeCells(range)
  }
  return { name, mimeType: XLSX, buffer: Buffer.from(await book.xlsx.writeBuffer()) }
}

/** A page of the import of `X` with these files on it. */
export async function dropFiles(
  context: BrowserContext,
  ...files: Awaited<ReturnType<typeof bookOf>>[]
): Promise<Desk> {
  const page = await context.newPage()
  onTestFinished(() => page.close())
  await page.goto(`${ownCauseway.address}/data?lang=zh&tab=import&institution=X`)
  await page.locator('.drop input').first().setInputFiles(files)
  await page.locator('.import-verdict').waitFor()
  await settled(page)
  return new Desk(page)
}
