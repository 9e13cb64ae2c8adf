import { expect, test } from 'vitest'
import { LIMITS } from '../check-web/limits.ts'
import { causeway, newPage, shareCauseway } from './open-causeway.ts'

shareCauseway()

/** One view of each way in which an indicator opens: other charts and tabs bring other parts with them. */
const VIEWS = [
  '/indicator/EX02?by=country',
  '/indicator/EX02?by=country&chart=groups:flow',
  '/indicator/EX02?tab=take',
  '/indicator/SK05?basis=calendar_year',
]

test.each(VIEWS)('%s opens with no more JavaScript than a page may have', async (path) => {
  const page = await newPage({ viewport: { width: 412, height: 823 } })
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (!new URL(response.url()).pathname.endsWith('.js')) return
    sizes.push(
      response
        .request()
        .sizes()
        .then(({ responseBodySize }) => responseBodySize),
    )
  })
  await page.goto(causeway.address + path, { waitUntil: 'networkidle' })
  const bytes = (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0)
  await page.close()
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes / 1_000).toBeLessThanOrEqual(LIMITS.pageScriptKb)
})
