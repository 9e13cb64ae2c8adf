import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import type { Declaration } from '@causeway/server/figures/indicators/definition'
import { fieldsOf, RECORD_TYPES } from '@causeway/server/records/record-types'
import { describe, expect, it } from 'vitest'

const HAN = /\p{Script=Han}/u

/** What a filling note may put in quotes: a record type, a column, a value of one, another indicator. */
const NAMES = (['zh', 'en'] as const).reduce<Record<'zh' | 'en', Set<string>>>(
  (names, locale) => {
    const yesAndNo = { zh: ['是', '否'], en: ['yes', 'no'] }[locale]
    const columns = RECORD_TYPES.flatMap(fieldsOf)
    const words = [...RECORD_TYPES, ...columns, ...columns.flatMap((field) => field.choices ?? [])]
    const all = [...words.map(({ label }) => label[locale]), ...CATALOGUE.map(({ name }) => name[locale]), ...yesAndNo]
    return { ...names, [locale]: new Set(all) }
  },
  { zh: new Set(), en: new Set() },
)

describe('the catalogue', () => {
  it('gives every indicator an id, a code and a name that no other has', () => {
    for (const of of [
      (d: Declaration) => d.id,
      (d: Declaration) => d.code,
      (d: Declaration) => d.name.zh,
      (d: Declaration) => d.name.en,
    ]) {
      const all = CATALOGUE.map(of)
      expect(new Set(all).size).toBe(all.length)
    }
  })

  it('is in the order of its themes, the picture of the whole first', () => {
    const order = ['DN', 'IN', 'EX', 'ST', 'PF', 'SK']
    const ranks = CATALOGUE.map(({ code }) => order.indexOf(code.slice(0, 2)) * 1000 + Number(code.slice(2, 4)))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  })

  it.each(CATALOGUE.map((declaration) => [declaration.code, declaration] as const))(
    '%s says all of its words in both languages',
    (_, declaration) => {
      const words = [declaration.name, declaration.definition, declaration.example!.words]
      for (const { zh, en } of words) {
        expect(zh).toMatch(HAN)
        expect(en).not.toMatch(HAN)
      }
      expect(declaration.definition.en.match(/\.( |$)/g)?.length).toBeGreaterThanOrEqual(2)
      expect(declaration.definition.zh.match(/。/g)?.length).toBeGreaterThanOrEqual(2)
      expect(declaration.unit.en).not.toMatch(HAN)
    },
  )

  it.each(CATALOGUE.map((declaration) => [declaration.code, declaration] as const))(
    '%s tells the clerk what to fill in, by the names that record types and columns have',
    (_, { fillingNote }) => {
      const { zh, en } = fillingNote!
      expect(zh).toMatch(HAN)
      expect(en).not.toMatch(HAN)
      for (const [, name] of zh.replaceAll('“走出去”', '「走出去」').matchAll(/“([^”]+)”/g))
        expect(NAMES.zh).toContain(name!.replaceAll('「走出去」', '“走出去”'))
      for (const [, name] of en.matchAll(/“([^”]+)”/g)) expect(NAMES.en).toContain(name)
    },
  )
})
