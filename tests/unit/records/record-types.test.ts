import { describe, expect, it } from 'vitest'
import { foldHeader, listColumns } from '@causeway/server/records/import/match-header'
import { recordColumns } from '@causeway/server/records/record-table'
import { keyFieldsOf } from '@causeway/server/records/record-type'
import { fieldsOf, findRecordType, RECORD_TYPES } from '@causeway/server/records/record-types'

const HAN = /\p{Script=Han}/u

describe.each(RECORD_TYPES.map((type) => [type.name, type] as const))('%s', (_name, type) => {
  it('no header means two of its columns', () => {
    const owners = new Map<string, string>()
    const clashes: string[] = []
    for (const field of listColumns(type)) {
      for (const header of new Set([field.name, field.label.zh, field.label.en].map(foldHeader))) {
        const owner = owners.get(header)
        if (owner !== undefined && owner !== field.name) clashes.push(`${header}: ${owner}, ${field.name}`)
        owners.set(header, field.name)
      }
    }
    expect(clashes).toEqual([])
  })

  it('every text a person reads is there in Chinese and in English', () => {
    const words = [
      type.label,
      type.description,
      ...[...fieldsOf(type), ...(type.companion?.columns ?? [])].flatMap((field) => [
        field.label,
        ...(field.note ? [field.note] : []),
        ...(field.choices ?? []).map(({ label }) => label),
      ]),
      ...[...(type.requiredWhere ?? []), ...(type.allowedWhere ?? [])].map(({ because }) => because),
    ]
    for (const { zh, en } of words) {
      expect(en, zh).not.toBe('')
      expect(en).not.toMatch(HAN)
      expect(zh, en).toMatch(/\p{Script=Han}|^\d/u)
    }
  })

  it('what it says of its fields names fields that it has', () => {
    const names = new Set(fieldsOf(type).map(({ name }) => name))
    const { span } = type
    const said = [
      ...keyFieldsOf(type),
      ...('starts' in span ? span.starts : []),
      ...('ends' in span && span.ends ? [span.ends] : []),
      ...('class' in span ? [span.class] : []),
      ...(type.oneOf ?? []).flat(),
      ...(type.exactlyOne ?? []).flat(),
      ...(type.ranges ?? []).flat(),
      ...Object.values(type.stages ?? {}),
      ...[...type.title.zh, ...type.title.en].flatMap((part) => part.split('|')),
      ...[...(type.requiredWhere ?? []), ...(type.allowedWhere ?? [])].flatMap(({ field, then }) => [field, then]),
      ...(type.groupsBy ? [type.groupsBy] : []),
    ]
    expect(said.filter((name) => !names.has(name))).toEqual([])
    const columns = recordColumns(type).map(({ name }) => name)
    expect(columns).toEqual(expect.arrayContaining(type.namesOn ?? []))
    if (type.companion) {
      const other = findRecordType(type.companion.type)!
      const own = new Set([...names, ...type.companion.columns.map(({ name }) => name)])
      expect(Object.keys(type.companion.as).sort()).toEqual(other.fields.map(({ name }) => name).sort())
      expect(Object.values(type.companion.as).filter((name) => !own.has(name))).toEqual([])
    }
  })

  it('its choices have keys, labels and other spellings that mean one thing each', () => {
    for (const field of type.fields) {
      const owners = new Map<string, string>()
      for (const { key, label, also } of field.choices ?? []) {
        for (const spelling of new Set([key, label.zh, label.en, ...(also ?? [])].map((text) => text.toLowerCase()))) {
          expect(owners.get(spelling) ?? key, `${field.name}: ${spelling}`).toBe(key)
          owners.set(spelling, key)
        }
      }
    }
  })

  it('every required field has an example for the template, and every reference a type that it points to', () => {
    for (const field of type.fields) {
      if (field.required) expect(field.example, field.name).toBeDefined()
      if (field.kind === 'reference') expect(findRecordType(field.to!), field.name).toBeDefined()
      if (field.kind === 'choice') expect(field.choices?.length, field.name).toBeGreaterThan(0)
      if (field.kind === 'decimal') expect(field.factor, field.name).toBeGreaterThan(1)
    }
  })

  it('its table has no column twice', () => {
    const names = recordColumns(type).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})

it('each has its own place in lists, after what it points to', () => {
  const place = new Map(RECORD_TYPES.map(({ name, order }) => [name, order]))
  expect(new Set(place.values()).size).toBe(RECORD_TYPES.length)
  for (const { name, fields, order } of RECORD_TYPES)
    for (const { to } of fields)
      if (to !== undefined && to !== name) expect(place.get(to), `${name} points to ${to}`).toBeLessThan(order)
})

it('the registers are those of the contract', () => {
  const registers = RECORD_TYPES.filter(({ register }) => register).map(({ name }) => name)
  expect(registers.sort()).toEqual([
    'adoption',
    'agreement',
    'certificate-type',
    'course',
    'joint-programme',
    'office-held',
    'overseas-site',
    'partner',
    'platform',
    'platform-member',
    'programme',
    'programme-standard',
    'recognition',
    'resource',
    'staff',
    'standard',
    'standard-mapping',
    'standard-unit',
    'standard-version',
    'unit',
  ])
})
