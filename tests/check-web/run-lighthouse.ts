import lighthouse, { desktopConfig } from 'lighthouse'
import { launchBrowser } from '../support/browser.ts'
import { LIMITS } from './limits.ts'
import type { Report } from './report.ts'

const PAGES = [
  { name: 'overview', path: '/' },
  { name: 'indicator', path: '/indicator/EX02' },
  { name: 'form', path: '/form/international-influence' },
]
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
/** The middle one counts: a machine that does something else meanwhile makes one of them slow. */
const TIMES = 3
const PORT = 9_347

/** A browser that Lighthouse can look at pages with. */
export const launchMeasured = () => launchBrowser([`--remote-debugging-port=${PORT}`])

export async function runLighthouse(address: string, report: Report): Promise<void> {
  const browser = await launchMeasured()
  const rows: (string | number)[][] = []
  try {
    for (const device of ['mobile', 'desktop'] as const)
      for (const lang of ['zh', 'en'])
        for (const { name, path } of PAGES) {
          const found = await measure(`${address}${path}?lang=${lang}`, device)
          const about = `${name} ${lang} ${device}`
          rows.push([about, ...found.scores, found.fcp, found.lcp, found.tbt, found.cls])
          CATEGORIES.forEach((category, at) =>
            report.hold(found.scores[at]! >= LIMITS.score, `Lighthouse ${category} of ${about}: ${found.scores[at]}`),
          )
          report.hold(found.cls <= LIMITS.layoutShift, `layout shift of ${about}: ${found.cls}`)
        }
  } finally {
    await browser.close()
  }
  const columns = ['Lighthouse', 'perf', 'a11y', 'best', 'seo', 'FCP ms', 'LCP ms', 'TBT ms', 'CLS']
  report.table(`Lighthouse, the middle of ${TIMES}`, columns, rows)
}

export async function measure(url: string, device: 'mobile' | 'desktop', times = TIMES) {
  const runs = []
  for (let time = 0; time < times; time++) {
    const result = await lighthouse(
      url,
      { port: PORT, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES] },
      device === 'desktop' ? desktopConfig : undefined,
    )
    if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse cannot look at ${url}`)
    const { categories, audits } = result.lhr
    const number = (id: string) => audits[id]?.numericValue ?? Number.NaN
    const { items } = audits['network-requests']!.details as unknown as {
      items: { resourceType: string; transferSize: number }[]
    }
    const scripts = items.filter(({ resourceType }) => resourceType === 'Script')
    runs.push({
      scriptBytes: scripts.reduce((sum, { transferSize }) => sum + transferSize, 0),
      scores: CATEGORIES.map((category) => Math.round((categories[category]?.score ?? 0) * 100)),
      fcp: Math.round(number('first-contentful-paint')),
      lcp: Math.round(number('largest-contentful-paint')),
      tbt: Math.round(number('total-blocking-time')),
      cls: Math.round(number('cumulative-layout-shift') * 1000) / 1000,
    })
  }
  return runs.toSorted((a, b) => a.scores[0]! - b.scores[0]!)[Math.floor(times / 2)]!
}
