import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { coverageWords } from '@causeway/server/figures/indicators/counted-in'
import { expect, it } from 'vitest'

it('calls the coverage of a survey its response rate and that of attainment its units, and of nothing else', () => {
  const named = CATALOGUE.flatMap((it) => {
    const words = coverageWords(it)
    return words ? [[it.code, words.zh]] : []
  })
  expect(Object.fromEntries(named)).toEqual({
    SK09: '能力单元覆盖率',
    SK19: '回收率',
    SK21: '回收率',
    SK22: '回收率',
  })
})
