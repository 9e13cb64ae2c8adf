import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderOfFile } from '../support/folders.ts'
import { brokenRules } from '../support/page-checks.ts'
import { causeway, newPage, openCauseway } from './open-causeway.ts'

const CHART = '/embed/EX02?institution=demo&by=country'

const folder = folderOfFile()
writeFileSync(
  join(folder, 'theme.yaml'),
  "name: { zh: 甲学院国际化指标, en: College A Abroad }\nlogo: logo.svg\ncolors: { light: { export: '#7a1f00' } }\n",
)
writeFileSync(
  join(folder, 'logo.svg'),
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z" fill="#7a1f00"/></svg>',
)
openCauseway({ CAUSEWAY_THEME: join(folder, 'theme.yaml') })

test.each(['zh', 'en'])(
  'an embedded chart breaks no rule of accessibility in %s, light or dark, and fits a narrow frame',
  async (lang) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await newPage({ colorScheme, viewport: { width: 320, height: 600 } })
      await page.goto(`${causeway.address}${CHART}&lang=${lang}`)
      await page.locator('summary').click()
      expect(await brokenRules(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      const shown = await page.locator('img').evaluate((image: HTMLImageElement) => image.currentSrc)
      expect(shown).toContain(`mode=${colorScheme}`)
      expect(shown).toContain('size=narrow')
      // As large as it was drawn, so that its smallest words can be read.
      const scale = await page.locator('img').evaluate((image: HTMLImageElement) => image.width / image.naturalWidth)
      expect(scale).toBeGreaterThan(0.9)
    }
  },
)

test('without a script the chart is there, with its sentence and its table', async () => {
  const page = await newPage({ javaScriptEnabled: false })
  await page.goto(`${causeway.address}${CHART}&lang=en`, { waitUntil: 'load' })
  expect((await page.locator('img').boundingBox())!.height).toBeGreaterThan(300)
  expect(await page.locator('img').getAttribute('alt')).toMatch(/^Foreign students received, .* by country or region/)
  await page.locator('summary').click()
  expect(await page.locator('table tbody tr').count()).toBeGreaterThan(3)
})

test('it tells the page around it how high it is, and again when its table is opened', async () => {
  const page = await newPage()
  // As the docs say it.
  const around = `<iframe src="${causeway.address}${CHART}&lang=en" title="chart" style="border:0;width:700px;height:10px"></iframe>
<script>
  addEventListener('message', ({ data, source }) => {
    if (data?.causeway !== 'height') return
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.style.height = \`\${data.height}px\`
  })
</script>`
  // Another site of this machine: a browser lets no page of the network frame one of it.
  const site = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(around))
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`)
  const heightOf = () => page.locator('iframe').evaluate((frame) => frame.clientHeight)
  await page.waitForFunction(() => document.querySelector('iframe')!.clientHeight > 300)
  const frame = page.frameLocator('iframe')
  const closed = await heightOf()
  await frame.locator('summary').click()
  await page.waitForFunction((before) => document.querySelector('iframe')!.clientHeight > before, closed)
  const beyond = () => page.frames()[1]!.evaluate(() => document.documentElement.scrollHeight - innerHeight)
  await expect.poll(beyond).toBe(0)
  site.close()
})

test("a college's own name, logo and colours are in the page, in its title, and before the app is there", async () => {
  const page = await newPage()
  await page.goto(`${causeway.address}/?lang=en&mode=light`, { waitUntil: 'commit' })
  await page.locator('.wordmark img').first().waitFor()
  await page.locator('h1').waitFor()
  expect(await page.locator('header .wordmark').innerText()).toContain('College A Abroad')
  await expect.poll(() => page.title()).toMatch(/ · College A Abroad$/)
  const used = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--export').trim())
  expect(used).toBe('#7a1f00')
})
