import type { Browser } from 'playwright-core'
import type { NamedPage } from '../browser/every-page.ts'
import { LIMITS } from './limits.ts'
import type { Report } from './report.ts'

/** JavaScript as it is sent, and requests, of each page for somebody who comes for the first time. */
export async function weighPages(browser: Browser, address: string, pages: NamedPage[], report: Report): Promise<void> {
  const rows: (string | number)[][] = []
  for (const { name, path } of pages) {
    const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
    const page = await context.newPage()
    const weights: Promise<number>[] = []
    let questions = 0
    let requests = 0
    page.on('request', (request) => {
      requests++
      // To be known of newer data is no question, and begins before or after a page is still.
      if (new URL(request.url()).pathname === '/graphql' && request.resourceType() !== 'eventsource') questions++
    })
    page.on('response', (response) => {
      if (!new URL(response.url()).pathname.endsWith('.js')) return
      weights.push(
        response
          .request()
          .sizes()
          .then(({ responseBodySize }) => responseBodySize),
      )
    })
    await page.goto(address + path, { waitUntil: 'networkidle' })
    const bytes = (await Promise.all(weights)).reduce((sum, one) => sum + one, 0)
    const kilobytes = Math.round(bytes / 100) / 10
    rows.push([name, kilobytes, questions, requests])
    const most = name === 'overview' ? LIMITS.overviewScriptKb : LIMITS.pageScriptKb
    report.hold(kilobytes <= most, `JavaScript of ${name}: ${kilobytes} kB of ${most}`)
    report.hold(questions <= LIMITS.questions, `questions of ${name}: ${questions} of ${LIMITS.questions}`)
    await context.close()
  }
  report.table('What a page loads', ['page', 'JavaScript kB', 'questions', 'requests'], rows)
}
