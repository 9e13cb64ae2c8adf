import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { checkDeclaration } from '@causeway/server/figures/indicators/check-paths'
import type { Declaration } from '@causeway/server/figures/indicators/definition'
import { formulaOf } from '@causeway/server/figures/indicators/formula'
import { fieldsOf, RECORD_TYPES } from '@causeway/server/records/record-types'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const HAN = /\p{Script=Han}/u

/** Names that only the code knows: no label contains them. */
const CODE_NAMES = new Set(
  RECORD_TYPES.flatMap((type) => [type.name, ...fieldsOf(type).map((field) => field.name)]).filter((name) =>
    /[_-]/.test(name),
  ),
)
const CODE_WORDS =
  /\b(notIn|inForce|overlaps?\(|onePer|fallsIn|upTo|inScope|clippedDays|sharedDays|BORDER|ABROAD|SCOPE|undefined|NaN|object Object)\b|[#_{}[\]]|\b[a-z]+[A-Z]/

function expectPlain(declaration: Declaration): void {
  const { zh, en } = formulaOf(declaration)
  expect(en).not.toMatch(HAN)
  expect(zh).toMatch(HAN)
  for (const text of [zh, en]) {
    expect(text).not.toMatch(CODE_WORDS)
    for (const name of CODE_NAMES) expect(text).not.toMatch(new RegExp(`(^|[^a-z])${name}([^a-z]|$)`))
  }
  expect(en).toMatch(/\.$/)
  expect(zh).toMatch(/。$/)
}

type Part = Pick<Declaration, 'measure'> & Partial<Declaration>
const MORE = parse(readFileSync(join(import.meta.dirname, 'more-formulas.yaml'), 'utf8')) as Record<string, Part>

function invent(part: Part): Declaration {
  const { scope: _scope, set: _set, ...rest } = CATALOGUE.find((one) => one.code === 'EX02')!
  return { ...rest, dimensions: {}, ...part }
}

describe('the formula in plain words', () => {
  it.each(CATALOGUE.map((declaration) => [declaration.code, declaration] as const))(
    'of %s is in both languages and free of the words of the code',
    (_, declaration) => expectPlain(declaration),
  )

  it.each(Object.entries(MORE))('of %s is in both languages and free of the words of the code', (_, part) => {
    const declaration = invent(part)
    expect(checkDeclaration(declaration)).toEqual([])
    expectPlain(declaration)
  })

  // Those of the catalogue are in server/docs/indicators.*.md, which a test compares too.
  it('reads as it was last read and approved', async () => {
    const text = Object.entries(MORE).map(([name, part]) => {
      const { en, zh } = formulaOf(invent(part))
      return `${name}\n${en}\n${zh}\n`
    })
    await expect(text.join('\n')).toMatchFileSnapshot('./formulas.txt')
  })

  it('changes when the declaration does', () => {
    const said = (kinds: string[]) =>
      formulaOf(
        invent({
          set: { of: 'enrolment', where: [{ field: 'kind', in: kinds }], time: { always: true } },
          measure: { count: 'records' },
        }),
      ).en
    expect(said(['joint'])).toContain('Kind is “joint”')
    expect(said(['joint', 'degree'])).toContain('Kind is “joint” or “degree”')
  })

  it('refuses to speak of a field that is not there', () => {
    expect(() =>
      formulaOf(
        invent({
          set: { of: 'enrolment', where: [{ field: 'colour', filled: true }], time: { always: true } },
          measure: { count: 'records' },
        }),
      ),
    ).toThrow('enrolment has no field colour')
  })
})
