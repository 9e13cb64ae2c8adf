import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../architecture/source-files.ts'
import { launchBrowser } from './browser.ts'
import { startNode } from './processes.ts'
import { chartsDrawn } from './settled.ts'

/** The pictures of the README, of the demonstration college as anybody sees it. Written by `npm run pictures`. */
const PICTURES = [
  { name: 'overview-zh', path: '/?lang=zh', dark: false },
  { name: 'indicator-en', path: '/indicator/EX02?lang=en&by=country', dark: true },
]

const folder = mkdtempSync(join(tmpdir(), 'causeway-pictures-'))
const into = join(ROOT, 'web', 'pictures')
mkdirSync(into, { recursive: true })
const server = startNode('server/dist/main.js', [], { PORT: '0', DATABASE_URL: `file:${join(folder, 'demo.db')}` })
const browser = await launchBrowser()
try {
  const [, address] = await server.untilSays(/ready: (\S+)\n/)
  for (const { name, path, dark } of PICTURES) {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 860 },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    })
    await page.goto(`${address}${path}`)
    await chartsDrawn(page)
    await page.screenshot({ path: join(into, `${name}.png`) })
    await page.close()
  }
} finally {
  await browser.close()
  server.child.kill('SIGTERM')
  await server.ended
  rmSync(folder, { recursive: true, force: true })
}
