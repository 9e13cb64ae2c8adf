import { expect, test } from 'vitest'
import { definitionHash, hashOf } from '@causeway/server/figures/definition-hash'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { recordTypeOf, RECORD_TYPES } from '@causeway/server/records/record-types'

const foreignStudents = CATALOGUE.find(({ code }) => code === 'EX02')!

test('a record type that is added leaves the figures of every indicator true', () => {
  const more = [{ ...recordTypeOf('event'), name: 'library-loan' }, ...RECORD_TYPES]
  for (const declaration of CATALOGUE) expect(hashOf(declaration, more)).toBe(definitionHash(declaration))
})

test('words, places after the point and the theme of an indicator define no figure', () => {
  const words = { zh: '别的话', en: 'Other words' }
  const said = {
    ...foreignStudents,
    name: words,
    definition: words,
    decimals: 2,
    theme: 'SKILLS' as const,
    betterWhen: null,
  }
  expect(definitionHash(said)).toBe(definitionHash(foreignStudents))
})

test('what a figure is counted by does: its measure, and how the types that it reads are in time', () => {
  expect(definitionHash({ ...foreignStudents, measure: { count: 'records' } })).not.toBe(
    definitionHash(foreignStudents),
  )
  const open = RECORD_TYPES.map((type) => (type.name === 'enrolment' ? { ...type, register: true as const } : type))
  expect(hashOf(foreignStudents, open)).not.toBe(definitionHash(foreignStudents))
  const others = RECORD_TYPES.map((type) => (type.name === 'adoption' ? { ...type, register: undefined } : type))
  expect(hashOf(foreignStudents, others)).toBe(definitionHash(foreignStudents))
})
