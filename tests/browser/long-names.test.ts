import { beforeAll, expect, test } from 'vitest'
import { pixelsTooWide } from '../support/page-checks.ts'
import { settled } from '../support/settled.ts'
import { causeway, newPage, openCauseway, ownCauseway, signIn } from './open-causeway.ts'
import PAGES from './long-names.json' with { type: 'json' }

openCauseway({ CAUSEWAY_DEMO: 'off' })

/** As long as such names become; the English one has a word that no line holds. */
const ZH =
  '中国—俄罗斯现代农业机械化与智能装备应用技术跨境产教融合共同体暨沿线国家职业教育标准联合研发与推广应用示范中心'
const EN =
  'Sino-Russian Cross-border Consortium for Modern Agricultural Mechanisation, Landwirtschaftsmaschinenmechatronikerausbildungsordnung'
const NAMES = `${ZH},"${EN}"`

const WIDTHS = [1440, 820, 390, 320]

beforeAll(async () => {
  const files: [string, ...string[]][] = [
    ['institution', 'code,name_zh,name_en,country', `C,${NAMES},CN`],
    ['programme', 'code,name_zh,name_en,kind', `P1,${NAMES},ordinary`],
    ['partner', 'code,name_zh,name_en,country,type', `X1,${NAMES},RU,university`],
    ['platform', 'code,name_zh,name_en,type,role,country,founded_on', `L1,${NAMES},consortium,lead,RU,2020-01-01`],
    ['platform-member', 'platform,partner,role,from', 'L1,X1,member,2020-01-01'],
    ['standard', 'code,title_zh,title_en,type,direction', `S1,${NAMES},programme,own`, `S2,${NAMES},programme,own`],
    ['standard-mapping', 'standard,to_standard,relation,assessor,date', `S1,S2,partial,${ZH},2022-01-01`],
    ['programme-standard', 'programme,standard,relation,from', 'P1,S1,implements,2022-01-01'],
    ['adoption', 'standard,country,adopter,proposed_on,adopted_on', `S1,RU,${ZH},2021-01-01,2022-01-01`],
  ]
  for (const [type, ...lines] of files)
    await ownCauseway.put(
      type,
      lines,
      ...(type === 'institution' ? [] : ['--institution', 'C']),
      '--data-date',
      '2023-12-31',
    )
}, 180_000)

test.each(['zh', 'en'])('the longest names in %s widen no page, on a screen or on paper', async (lang) => {
  const page = await newPage()
  await signIn('reader', page.context())
  const beyond = () => pixelsTooWide(page)
  for (const path of PAGES) {
    await page.setViewportSize({ width: WIDTHS[0]!, height: 900 })
    await page.emulateMedia({ media: 'screen' })
    await page.goto(`${causeway.address}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
    await settled(page)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      expect(await beyond(), `${path} at ${width}`).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width: 718, height: 1040 })
    await page.emulateMedia({ media: 'print' })
    expect(await beyond(), `${path} on paper`).toBeLessThanOrEqual(0)
  }
})
