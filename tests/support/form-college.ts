import { expect } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { fillForms, openFilledCollege, type College } from './college.ts'

export const VALUE_HEADER = 'form,edition,line,year,status,value,text,in_unit,source,filled_by,filled_on,unit'
export const IIT = 'international-influence'
export const LINE = '{ number value gap text source note }'

/** The college, and the headers of one who may read it. */
export async function openFormCollege(database: Database) {
  const college = await openFilledCollege(database, fillForms)
  const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
  return { college, reader: { authorization } }
}

export interface FilledLineAnswer {
  number: string
  value: number | null
  gap: string | null
  text: string | null
  source: string
  note: string | null
}

/** Of each line of the influence table its value, gap or source. */
export async function valuesOf(college: College, edition: string, headers: Record<string, string>, year = 2021) {
  const { data, errors } = await college.ask(
    `query ($edition: String!, $year: Int!) { form(id: "${IIT}", edition: $edition, institution: "X", year: $year) { lines ${LINE} } }`,
    { edition, year },
    headers,
  )
  expect(errors).toBeUndefined()
  return Object.fromEntries(
    data.form.lines.map((line: FilledLineAnswer) => [line.number, line.value ?? line.gap ?? line.source]),
  )
}

/** The file of a college's official table of one line. */
export const ownTable = (zh: string, en: string, unit: string, indicator: string) => `id: own-table
name: { zh: 校内表, en: Own table }
authority: { zh: 学校, en: the college }
source: { zh: 校内, en: own }
confidence: VERIFIED
editions:
  - edition: '2024'
    name: { zh: 2024年, en: '2024' }
    from: 2024
    yearOffset: 1
    source: { zh: 校内, en: own }
    confidence: VERIFIED
    lines:
      - number: '1'
        label: { zh: ${zh}, en: ${en} }
        unit: ${unit}
        indicator: ${indicator}
        confidence: VERIFIED
`
