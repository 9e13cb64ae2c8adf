import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { checkDeclaration } from '@causeway/server/figures/indicators/check-paths'
import { describe, expect, it } from 'vitest'

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any

interface Mistake {
  put?: Record<string, unknown>
  without?: string
}

/** By kind of mistake: what it is, in which indicator, and a part of what is said of it. */
const WRONG = parse(readFileSync(join(import.meta.dirname, 'wrong-declarations.yaml'), 'utf8')) as Record<
  'refused' | 'not_there',
  [what: string, code: string, mistake: Mistake, problem: string][]
>

function broken(code: string, { put = {}, without }: Mistake): string[] {
  const declaration: Loose = structuredClone(CATALOGUE.find((one) => one.code === code))
  const placeOf = (path: string) => {
    const keys = path.split('.')
    return [keys.slice(0, -1).reduce((at, key) => at[key], declaration), keys.at(-1)!] as const
  }
  for (const [path, value] of Object.entries(put)) {
    const [at, key] = placeOf(path)
    at[key] = value
  }
  if (without !== undefined) {
    const [at, key] = placeOf(without)
    delete at[key]
  }
  return checkDeclaration(declaration).map((problem) => `${problem.place}: ${problem.words.en}`)
}

describe('the vocabulary of indicators', () => {
  it.each(CATALOGUE.map((declaration) => [declaration.code, declaration] as const))(
    '%s is written in it',
    (_, declaration) => {
      expect(checkDeclaration(declaration)).toEqual([])
      expect(checkDeclaration(JSON.parse(JSON.stringify(declaration)))).toEqual([])
    },
  )

  it.each(WRONG.refused)('refuses %s', (_, code, mistake, problem) => {
    expect(broken(code, mistake).join('\n')).toContain(problem)
  })

  it.each(WRONG.not_there)('refuses a declaration that names %s that is not there', (_, code, mistake, problem) => {
    expect(broken(code, mistake).join('\n')).toContain(problem)
  })

  it('refuses a set beside a ratio', () => {
    const { set, measure } = CATALOGUE.find((one) => one.code === 'EX02')!
    const ratio = { numerator: { set, measure }, denominator: { set, measure } }
    const problems = broken('EX02', { put: { measure: { ratio } } })
    expect(problems.join('\n')).toContain('set: the vocabulary has no such word here')
  })

  it('says every problem in both languages', () => {
    const declaration: Loose = structuredClone(CATALOGUE[0])
    declaration.set.of = 'nothing'
    declaration.measure = { distinct: 'persons' }
    const problems = checkDeclaration(declaration)
    expect(problems.length).toBeGreaterThan(0)
    for (const { words } of problems) {
      expect(words.zh).toMatch(/\p{Script=Han}/u)
      expect(words.en).not.toMatch(/\p{Script=Han}/u)
    }
  })
})
