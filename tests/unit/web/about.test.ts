import { expect, it } from 'vitest'
import { PASSAGES } from '../../../web/src/features/about/words.ts'
import { FEWEST_IN_RATE, FEWEST_PERSONS } from '@causeway/server/figures/disclosure/layers'

it('the page about the site says the sizes below which the disclosure engine hides a number', () => {
  const { zh, en } = PASSAGES.hidden.paragraphs[0]!
  expect(zh).toContain(`1 至 ${FEWEST_PERSONS - 1} 人的数`)
  expect(zh).toContain(`不足 ${FEWEST_IN_RATE} 人的比率`)
  expect(en).toContain(`counts of 1 to ${FEWEST_PERSONS - 1} people`)
  expect(en).toContain(`fewer than ${FEWEST_IN_RATE}`)
})
