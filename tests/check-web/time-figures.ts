import type { Browser } from 'playwright-core'
import { LIMITS } from './limits.ts'
import type { Report } from './report.ts'

/** Lighthouse's mobile profile, applied and not reckoned: slow 4G and a processor four times slower. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 768_000 / 8 }
const SLOWER = 4
const TIMES = 5

const PAGES = [
  { name: 'overview', path: '/' },
  { name: 'indicator', path: '/indicator/EX02' },
]

/** When figures and the first chart are there, on a phone that has been here never before. */
export async function timeFigures(browser: Browser, address: string, report: Report): Promise<void> {
  const rows: (string | number)[][] = []
  for (const { name, path } of PAGES) {
    const runs: { figures: number; chart: number }[] = []
    for (let time = 0; time < TIMES; time++) runs.push(await timeOnce(browser, `${address}${path}?lang=zh`))
    const middle = (of: 'figures' | 'chart') => runs.map((run) => run[of]).toSorted((a, b) => a - b)[TIMES >> 1]!
    const [figures, chart] = [middle('figures'), middle('chart')]
    rows.push([name, figures, chart])
    report.hold(figures <= LIMITS.figuresMs, `figures of ${name} after ${figures} ms`)
    report.hold(chart <= LIMITS.chartMs, `first chart of ${name} after ${chart} ms`)
  }
  report.table(`On a phone, the middle of ${TIMES}`, ['page', 'figures ms', 'chart ms'], rows)
}

async function timeOnce(browser: Browser, url: string): Promise<{ figures: number; chart: number }> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 })
  const page = await context.newPage()
  await page.addInitScript(() => {
    const seen: Record<string, number> = {}
    Object.assign(window, { seen })
    const look = () => {
      if (!seen.figures && document.querySelector('.figure-value, .figure-gap')) seen.figures = performance.now()
      if (!seen.chart && document.querySelector('.chart-frame canvas')?.getAttribute('style'))
        seen.chart = performance.now()
      if (!seen.figures || !seen.chart) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => {
    const { seen } = window as unknown as { seen: Record<string, number> }
    return seen.figures && seen.chart
  })
  const seen = await page.evaluate(() => (window as unknown as { seen: Record<'figures' | 'chart', number> }).seen)
  await context.close()
  return { figures: Math.round(seen.figures), chart: Math.round(seen.chart) }
}
