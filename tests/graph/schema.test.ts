import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isNonNullType, isObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { printGraph } from '@causeway/server/outlets/graph/schema'

const schema = buildSchema(printGraph())

const OWN = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !/^(String|Int|Float|Boolean|ID)$/.test(type.name),
)

/** What users' queries are written against: the contract's names. */
const NAMES: Record<string, string> = {
  Query: 'node institutions institution indicators indicator records recordTypes standards platforms batches',
  Indicator:
    'id code name definition formula theme kind unit decimals betterWhen version bases dimensions mappings series',
  Series: 'indicator institution basis at scope dimension revision computedAt figures summary',
  Figure:
    'period category across value gap leftOut numerator denominator size interval coverage lost effect explanation records',
  Period: 'basis year label start end partial',
  Category: 'key label',
  Interval: 'low high level method',
  Explanation: 'formula definitionVersion recordCount groupHeadcount',
  Institution: 'code name country demonstration dataDate',
  Dimension: 'id name',
  Record: 'id type label fields batch row',
  RecordField: 'name label value text',
  DimensionFilter: 'dimension in',
}
const ENUMS: Record<string, string> = {
  Locale: 'ZH EN',
  Theme: 'INTRODUCTION EXPORT STANDARDS PLATFORMS SKILLS',
  Basis: 'SCHOOL_YEAR CALENDAR_YEAR POINT_IN_TIME COHORT',
  Scope: 'ABROAD BORDER',
  IndicatorKind: 'STOCK FLOW CUMULATIVE RATIO MEAN',
  Gap: 'NO_RECORDS NOT_APPLICABLE SUPPRESSED',
  Profile: 'EXACT PUBLIC',
  Direction: 'HIGHER LOWER',
  Part: 'NUMERATOR DENOMINATOR LEFT_OUT',
  Confidence: 'VERIFIED MIRROR CODE GENERAL',
}

describe('the schema', () => {
  it('has every name of the contract', () => {
    for (const [name, fields] of Object.entries(NAMES)) {
      const type = schema.getType(name)
      const have = isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : []
      expect(have, name).toEqual(expect.arrayContaining(fields.split(' ')))
    }
    for (const [name, values] of Object.entries(ENUMS)) {
      const type = schema.getType(name)
      expect(isEnumType(type) ? type.getValues().map((it) => it.name) : null, name).toEqual(values.split(' '))
    }
  })

  it('says what every type, field, argument and value is', () => {
    const silent = OWN.flatMap((type) => [
      ...(type.description ? [] : [type.name]),
      ...(isEnumType(type)
        ? type
            .getValues()
            .filter((it) => !it.description)
            .map((it) => `${type.name}.${it.name}`)
        : []),
      ...(isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields()).flatMap((field) => [
            ...(field.description ? [] : [`${type.name}.${field.name}`]),
            ...field.args.filter((it) => !it.description).map((it) => `${type.name}.${field.name}(${it.name})`),
          ])
        : []),
      ...(isInputObjectType(type)
        ? Object.values(type.getFields())
            .filter((it) => !it.description)
            .map((it) => `${type.name}.${it.name}`)
        : []),
    ])
    expect(silent).toEqual([])
  })

  it('lets a field that can be refused or fail be null, so that it costs nothing else', () => {
    const query = schema.getQueryType()!.getFields()
    for (const name of [
      'node',
      'institutions',
      'institution',
      'indicator',
      'records',
      'standards',
      'platforms',
      'batches',
    ])
      expect(isNonNullType(query[name]!.type), name).toBe(false)
    const [indicator, figure] = [schema.getType('Indicator'), schema.getType('Figure')]
    if (!isObjectType(indicator) || !isObjectType(figure)) throw new Error('no such types')
    expect(isNonNullType(indicator.getFields()['series']!.type)).toBe(false)
    for (const name of ['explanation', 'records', 'interval'])
      expect(isNonNullType(figure.getFields()[name]!.type), name).toBe(false)
  })
})
