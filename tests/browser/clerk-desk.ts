import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { settled } from '../support/settled.ts'
import { newPageHere, openCauseway, ownCauseway } from './open-causeway.ts'
import type { RunningCauseway } from './running-causeway.ts'

/** The demonstration college in a browser, with somebody who may change it and somebody who may only read. */
interface ClerkDesk {
  causeway: RunningCauseway
  editor: string
  reader: string
  /** A page at a path, signed in by a token; it goes when the test that asks for it is over. */
  open(path: string, token: string | null): Promise<Page>
  /** What anybody with the right is answered. */
  ask(query: string): Promise<any> // eslint-disable-line @typescript-eslint/no-explicit-any
  /** Id of a record of a type. */
  someRecord(type: string): Promise<string>
}

/** That of the test file that runs. */
export let desk: ClerkDesk

/** Opens the desk before the tests of a file. */
export function openClerkDesk(start?: (settings: Record<string, string>) => Promise<RunningCauseway>): void {
  openCauseway({}, start)
  beforeAll(async () => {
    desk = await openDesk(ownCauseway)
  })
}

async function openDesk(causeway: RunningCauseway): Promise<ClerkDesk> {
  const [editor, reader] = [await causeway.tokenFor('editor'), await causeway.tokenFor('reader')]
  const ask: ClerkDesk['ask'] = async (query) => {
    const answer = await fetch(`${causeway.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${reader}` },
      body: JSON.stringify({ query }),
    })
    return ((await answer.json()) as { data: unknown }).data
  }
  return {
    ...{ causeway, editor, reader, ask },
    async open(path, token) {
      const page = await newPageHere({ viewport: { width: 1280, height: 900 } })
      if (token !== null) {
        const answer = await page.request.post(`${causeway.address}/session`, {
          data: { token },
          headers: { origin: causeway.address },
        })
        expect(answer.ok()).toBe(true)
      }
      await page.goto(causeway.address + path)
      await settled(page)
      return page
    },
    async someRecord(type) {
      const data = await ask(`{ records(type: "${type}", institution: "demo", first: 3) { edges { node { id } } } }`)
      return data.records.edges[2].node.id
    },
  }
}

export const HEADER = '学号,方向,人员类别,目的,国家（地区）,开始日期,结束日期'
/** Two countries misspelled alike, a purpose that there is not, a day that there is not; one row is right. */
export const WRONG = [
  HEADER,
  'CW001,派出,学生,学习,泰国,2023-10-01,2023-10-31',
  'CW002,派出,学生,学习,太国,2023-10-01,2023-10-31',
  'CW003,派出,学生,学习,太国,2023-10-01,2023-10-31',
  'CW004,派出,学生,逛街,老挝,2023-10-01,2023-10-31',
  'CW005,派出,学生,学习,老挝,2023-10-01,2023-10-32',
].join('\n')

export async function drop(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([`\ufeff${content}\n`], fileName!, { type: 'text/csv' }))
      return transfer
    },
    [name, text],
  )
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: data })
  await page.getByRole('heading', { name: '核对' }).waitFor()
}

/** The first wrong cell of a row. */
export const cellOf = (page: Page, row: number) =>
  page.locator(`[data-row="${row}"] .wrong-cells > .cell :is(input, select)`)
export const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
