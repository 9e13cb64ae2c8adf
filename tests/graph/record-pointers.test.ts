import { expect, it } from 'vitest'
import { askAsReader, fillCollege, openCollege } from '../support/college.ts'
import { forEachDatabase } from '../support/databases.ts'

const POINTERS = `query($locale: Locale!) { records(type: "programme", institution: "X") { edges { node {
  institution { code } fields { name value }
  pointers { type { name } field(locale: $locale) total records { type { name } fields { name value } } } } } } }`

interface Node {
  institution: { code: string }
  fields: { name: string; value: string | null }[]
  pointers: {
    type: { name: string }
    field: string
    total: number
    records: { type: { name: string }; fields: { name: string; value: string | null }[] }[]
  }[]
}

const valueOf = (fields: Node['fields'], name: string) => fields.find((field) => field.name === name)?.value

forEachDatabase((_name, open) => {
  it('a record tells what points to it, by type and field, the first ten by name, to anyone who may read it', async () => {
    const college = await openCollege(await open())
    await fillCollege(college)
    const data = await askAsReader(college, POINTERS, { locale: 'ZH' })
    const nodes = (data.records.edges as { node: Node }[]).map(({ node }) => node)
    const enrolments = nodes.flatMap(({ fields, pointers }) =>
      pointers
        .filter(({ type }) => type.name === 'enrolment')
        .map((pointing) => ({ code: valueOf(fields, 'code'), ...pointing })),
    )
    expect(enrolments.length).toBeGreaterThan(0)
    for (const { code, field, total, records } of enrolments) {
      expect(field).toBe('专业编号')
      expect(records).toHaveLength(Math.min(10, total))
      for (const record of records) expect(valueOf(record.fields, 'programme')).toBe(code)
    }
    expect(nodes.every(({ institution }) => institution.code === 'X')).toBe(true)
    expect((await college.ask(POINTERS, { locale: 'ZH' })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })

  it('what may be in a field is listed by key and name: choices, countries, yes and no; of a text nothing', async () => {
    const college = await openCollege(await open())
    const { data, errors } = await college.ask(
      '{ recordTypes { name fields { name kind options { key zh: label(locale: ZH) en: label } } } }',
    )
    expect(errors).toBeUndefined()
    const types = data.recordTypes as {
      name: string
      fields: { name: string; kind: string; options: { key: string; zh: string; en: string }[] }[]
    }[]
    const field = (type: string, name: string) =>
      types.find((one) => one.name === type)!.fields.find((one) => one.name === name)!
    expect(field('mobility', 'direction').options).toEqual([
      { key: 'in', zh: '来校', en: 'in' },
      { key: 'out', zh: '派出', en: 'out' },
    ])
    expect(field('mobility', 'country').options).toContainEqual({ key: 'TH', zh: '泰国', en: 'Thailand' })
    expect(field('enrolment', 'full_time').options.map(({ key }) => key)).toEqual(['1', '0'])
    expect(field('mobility', 'note').options).toEqual([])
    for (const { kind, options } of types.flatMap(({ fields }) => fields))
      expect(options.length > 0).toBe(['choice', 'country', 'flag'].includes(kind))
  })
})
