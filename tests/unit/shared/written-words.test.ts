import { expect, it } from 'vitest'
import { writtenWords } from '@causeway/shared/words/words'

it.each([
  ['更正 / A correction', '更正', 'A correction'],
  ['2023/24 学年更正 / Of 2023/24, a / b', '2023/24 学年更正', 'Of 2023/24, a / b'],
  ['更正', '更正', '更正'],
  ['A correction', 'A correction', 'A correction'],
  ['A / 更正', 'A / 更正', 'A / 更正'],
  ['甲 / 乙', '甲 / 乙', '甲 / 乙'],
])('%s is read by each in his language', (text, zh, en) => {
  expect(writtenWords(text)).toEqual({ zh, en })
})
