import { expect, test } from 'vitest'
import { REFUSALS } from '../../../web/src/ui/refused-address.tsx'

test('what is wrong with an address is said without the names that only who writes questions knows', () => {
  for (const [code, { words, cure, without }] of Object.entries(REFUSALS)) {
    for (const text of [words, cure])
      expect(text.en + text.zh, code).not.toMatch(
        /`|\b(by|across|filter|basis|dimension|category)\b(?=:)|_|[A-Z]{3}|across|dimension|维度/,
      )
    expect(words.zh, code).toMatch(/。$/)
    expect(words.en, code).toMatch(/\.$/)
    expect(Object.keys(without).length, code).toBeGreaterThan(0)
  }
})
