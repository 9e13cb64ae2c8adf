import { parseArgs } from 'node:util'
import { listEveryPage, type NamedPage } from '../browser/every-page.ts'
import { startCauseway } from '../browser/running-causeway.ts'
import { launchBrowser } from '../support/browser.ts'
import { lookAtPages } from './look-at-pages.ts'
import { Report } from './report.ts'
import { runLighthouse } from './run-lighthouse.ts'
import { timeClicks } from './time-clicks.ts'
import { timeFigures } from './time-figures.ts'
import { weighPages } from './weigh-pages.ts'

const USAGE = `npm run check:web -- [parts] [--page NAME …] [--address URL --token TOKEN]

Measures the pages of a server that it starts, filled with the demonstration college, and ends with 1 where a limit is broken
(tests/check-web/limits.ts). Parts, all of them where none is named: lighthouse, figures, clicks, weight, pages.
`
const PARTS = ['lighthouse', 'figures', 'clicks', 'weight', 'pages']

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    page: { type: 'string', multiple: true },
    address: { type: 'string' },
    token: { type: 'string' },
    help: { type: 'boolean' },
  },
})
const unknown = positionals.filter((part) => !PARTS.includes(part))
if (values.help || unknown.length > 0) {
  process.stdout.write(USAGE)
  process.exit(unknown.length > 0 ? 2 : 0)
}
const wants = (part: string) => positionals.length === 0 || positionals.includes(part)

const causeway = values.address ? null : await startCauseway()
const address = values.address ?? causeway!.address
const token = values.token ?? (await causeway!.tokenFor())
const report = new Report()
try {
  const pages = await chosenPages()
  // As somebody finds it who is not the very first.
  for (const { path } of pages) await fetch(address + path)
  if (wants('lighthouse')) await runLighthouse(address, report)
  const browser = await launchBrowser()
  try {
    if (wants('figures')) await timeFigures(browser, address, report)
    if (wants('clicks')) await timeClicks(browser, address, report)
    if (wants('weight')) await weighPages(browser, address, pages, report)
    if (wants('pages')) await lookAtPages(browser, address, pages, token, report)
  } finally {
    await browser.close()
  }
} finally {
  await causeway?.stop()
}
process.stdout.write(
  report.broken.length === 0
    ? '\nEvery limit is held.\n'
    : `\nBroken:\n${report.broken.map((one) => `- ${one}\n`).join('')}`,
)
process.exitCode = report.broken.length === 0 ? 0 : 1

async function chosenPages(): Promise<NamedPage[]> {
  const all = await listEveryPage(address, token)
  return values.page ? all.filter(({ name }) => values.page!.includes(name)) : all
}
