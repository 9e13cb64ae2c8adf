import { indicatorCataloguePage } from '@causeway/server/docs/indicator-catalogue'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it.each(['zh', 'en'] as const)('the committed page of indicators in %s is the one that the declarations give', (locale) => {
  const committed = readFileSync(new URL(`../../../server/docs/indicators.${locale}.md`, import.meta.url), 'utf8')
  expect(indicatorCataloguePage(locale === 'zh' ? 'ZH' : 'EN')).toBe(committed)
})
