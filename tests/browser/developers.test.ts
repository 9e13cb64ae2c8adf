import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { runPowerQuery } from '../support/power-query.ts'
import { folderOfFile } from '../support/folders.ts'
import { causeway, newPage, openContext, shareCauseway } from './open-causeway.ts'

const folder = folderOfFile()

shareCauseway()
let page: Page
beforeAll(async () => {
  page = await (await openContext()).newPage()
  await page.goto(`${causeway.address}/developers?lang=zh&year=2023&filter=indicator:EX02`)
  await page.locator('#javascript').waitFor()
})

const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0

/** Runs the code as somebody who copied it off the page. */
async function run(id: string, program: string, file: string): Promise<string> {
  const path = join(folder, file)
  writeFileSync(path, (await page.locator(`#${id}`).textContent())!)
  // In a terminal that knows Chinese, as everybody's does; that of a bare machine may not.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  const { status, stdout, stderr } = spawnSync(program, [path], { encoding: 'utf8', env })
  expect(status, stderr).toBe(0)
  return stdout
}

/** What the graph itself says of the last year. */
async function valueOfTheYear(): Promise<string> {
  const answer = await fetch(`${causeway.address}/i/EX02.json?institution=demo&from=2023&to=2023`)
  return String(((await answer.json()) as { figures: { value: number }[] }).figures[0]!.value)
}

describe('code copied off the page for developers runs as it is, and prints the figures of the page', () => {
  test('fetch, in Node', async () => {
    expect(await run('javascript', process.execPath, 'a.mjs')).toContain(`2023—2024学年 ${await valueOfTheYear()}`)
  })

  test('curl, for a file and for a question', async ({ skip }) => {
    if (!has('curl', '--version') || !has('bash', '--version')) skip('this machine has no curl or no bash')
    expect(await run('curl-csv', 'bash', 'a.sh')).toContain(`2023—2024学年,,${await valueOfTheYear()},`)
    expect(await run('curl-graphql', 'bash', 'b.sh')).toContain(`"value":${await valueOfTheYear()}`)
  })

  test('Python with nothing installed', async ({ skip }) => {
    if (!has('python3', '--version')) skip('this machine has no python3')
    expect(await run('python', 'python3', 'a.py')).toContain(`2023—2024学年 ${await valueOfTheYear()} 人`)
  })

  test('Python with pandas', async ({ skip }) => {
    if (!has('python3', '-c', 'import pandas')) skip('the python3 of this machine has no pandas')
    expect(await run('pandas', 'python3', 'b.py')).toContain(await valueOfTheYear())
  })

  test('R', async ({ skip }) => {
    if (!has('Rscript', '--version')) skip('this machine has no Rscript')
    expect(await run('r', 'Rscript', 'a.R')).toContain(await valueOfTheYear())
  })
})

describe('Power Query: what the code asks for and names is what the server answers with', () => {
  interface Answer {
    figures: {
      period: { year: number; label: string }
      value: number | null
      gap: string | null
      numerator: number | null
      denominator: number | null
      size: number | null
      interval: { low: number; high: number } | null
    }[]
  }

  async function codeOf(indicator: string, lang: string): Promise<string> {
    const other = await page.context().newPage()
    await other.goto(`${causeway.address}/developers?lang=${lang}&year=2023&filter=indicator:${indicator}`)
    const code = await other.locator('#excel').textContent()
    await other.close()
    return code!
  }

  async function figuresOf(indicator: string, lang: string, token?: string): Promise<Answer['figures']> {
    const address = `${causeway.address}/i/${indicator}.json?institution=demo&from=2019&to=2023&lang=${lang}`
    const answer = await fetch(address, { headers: token ? { authorization: `Bearer ${token}` } : {} })
    return ((await answer.json()) as Answer).figures
  }

  const rowsOf = (figures: Answer['figures']) =>
    figures.map(({ period, value, gap, numerator, denominator, size, interval }) => ({
      year: period.year,
      period: period.label,
      value,
      gap: gap ?? '',
      numerator,
      denominator,
      size,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    }))

  async function tableOf(code: string): Promise<object[]> {
    const { columns, rows } = await runPowerQuery(code)
    const named = ['year', 'period', 'value', 'gap', 'numerator', 'denominator', 'size', 'low', 'high']
    for (const name of named) expect(columns).toContain(name)
    return rows.map((row) => Object.fromEntries(named.map((name) => [name, row[columns.indexOf(name)]])))
  }

  // Whole numbers; a share whose figures are hidden; years without records beside a zero; words with marks in the code.
  const TRIED = ['EX02', 'IN12', 'IN11', 'SK15.aug', 'EX05']
  test.each(TRIED)('%s, in both languages, gaps as null and never as 0', async (code) => {
    for (const lang of ['zh', 'en']) {
      const figures = await figuresOf(code, lang)
      expect(figures).toHaveLength(5)
      expect(await tableOf(await codeOf(code, lang)), lang).toEqual(rowsOf(figures))
    }
  })

  test('the figures that it is tried with have gaps, a zero and decimals among them', async () => {
    const figures = (await Promise.all(TRIED.map((code) => figuresOf(code, 'zh')))).flat()
    expect(figures.map(({ gap }) => gap)).toEqual(expect.arrayContaining(['SUPPRESSED', 'NO_RECORDS', null]))
    expect(figures.some(({ value }) => value === 0)).toBe(true)
    expect(figures.some(({ value }) => value !== null && !Number.isInteger(value))).toBe(true)
  })

  test('with the line for exact figures, what is hidden from the public is there', async () => {
    const token = await causeway.tokenFor()
    for (const [lang, placeholder] of [
      ['zh', '令牌'],
      ['en', 'TOKEN'],
    ] as const) {
      const code = await codeOf('IN12', lang)
      const exact = code.replace(/\/\/ [^\n]*?[:：] ?(?=Headers)/, '').replace(placeholder, token)
      const figures = await figuresOf('IN12', lang, token)
      expect(figures.every(({ gap }) => gap !== 'SUPPRESSED')).toBe(true)
      expect(await tableOf(exact), lang).toEqual(rowsOf(figures))
    }
  })

  test('no column that it names is the first one, which a byte order mark may be before', async () => {
    const code = await codeOf('EX02', 'zh')
    const answer = await fetch(`${causeway.address}/i/EX02.csv?institution=demo&from=2023&to=2023&lang=zh`)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [first] = (await runPowerQuery(code)).columns
    expect(code).not.toContain(`"${first}"`)
  })

  test('code that Power Query would not take, or that names what is not there, is found', async () => {
    const code = await codeOf('EX02', 'en')
    await expect(runPowerQuery(code.replace('let\n', ''))).rejects.toThrow('no M')
    await expect(runPowerQuery(code.replaceAll('"numerator"', '"counted"'))).rejects.toThrow("column 'counted'")
    await expect(runPowerQuery(code.replace('Csv.Document', 'Csv.Read'))).rejects.toThrow('Csv.Read')
    const kept = code.replace('Replacer.ReplaceValue, Numbers', 'Replacer.ReplaceValue, {}')
    await expect(runPowerQuery(kept)).rejects.toThrow('is no type number')
  })
})

test('every address in the table of addresses answers', async () => {
  const links = await page.locator('.address-example a').evaluateAll((all) => all.map((a) => a.getAttribute('href')!))
  expect(links.length).toBeGreaterThan(5)
  const headers = { accept: 'text/html,*/*' }
  for (const href of links) expect((await fetch(causeway.address + href, { headers })).status, href).toBe(200)
})

test('another indicator is another address, and is in the code', async () => {
  const other = await newPage()
  await other.goto(`${causeway.address}/developers?lang=en&filter=indicator:EX02`)
  await other.getByRole('combobox', { name: 'Indicator' }).selectOption('EX07')
  await other.waitForURL(/filter=indicator:EX07/)
  await expect.poll(() => other.locator('#pandas').textContent()).toContain('/i/EX07.csv?institution=demo')
})

test('the schema is searched by type and by field, and a type leads to the next', async () => {
  const other = await newPage()
  await other.goto(`${causeway.address}/developers?lang=en`)
  const field = other.getByLabel('Find a type, a field or a word')
  await field.fill('groupHeadcount')
  const item = other.locator('.schema > li', { hasText: 'Explanation' })
  await item.getByText('groupHeadcount').waitFor()
  await expect.poll(() => item.locator('dt').count()).toBe(1)
  await field.fill('FiguresNotThere')
  await other.getByRole('status').filter({ hasText: 'No type' }).waitFor()
  await field.fill('Explanation')
  await other.locator('.schema summary').first().click()
  await other.getByRole('button', { name: 'Int!' }).first().click()
  expect(await field.inputValue()).toBe('Int')
})

test('anyone who may not give access sees no tokens; an administrator makes one, sees it once, and takes it back', async () => {
  expect(await page.locator('#tokens').count()).toBe(0)
  const own = await newPage()
  await own.goto(`${causeway.address}/sign-in?lang=en&back=/developers?lang=en`)
  await own.getByLabel('Access token').fill(await causeway.tokenFor('administrator'))
  await own.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await own.locator('#tokens').waitFor()
  await own.getByLabel('For whom').fill('Teaching affairs')
  // Anyone who clicks twice has one token, and no other that nobody has seen.
  const clicked = Promise.withResolvers<void>()
  await own.route('**/graphql', async (route) => {
    if (route.request().method() === 'POST') await clicked.promise
    await route.continue()
  })
  await own.getByRole('button', { name: 'Make a token' }).dblclick()
  clicked.resolve()
  const token = await own.locator('.token-made pre').innerText()
  const read = () =>
    fetch(`${causeway.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ batches(institution: "demo", first: 1) { totalCount } }' }),
    }).then((answer) => answer.json() as Promise<{ errors?: unknown[] }>)
  expect((await read()).errors).toBeUndefined()
  await own.getByRole('button', { name: 'Take back the token of Teaching affairs' }).click()
  await own.getByRole('button', { name: 'Yes, take it back' }).click()
  await own.locator('tr', { hasText: 'Teaching affairs' }).getByText('taken back').waitFor()
  expect((await read()).errors).toBeDefined()
  await own.reload()
  await own.locator('#tokens').waitFor()
  await expect.poll(() => own.locator('tr', { hasText: 'Teaching affairs' }).count()).toBe(1)
  expect(await own.locator('main').innerText()).not.toContain(token)
})
