import { UNKNOWN } from '@causeway/shared/unknown'
import type { Causeway } from '../../figures/causeway.ts'
import { reportedTypes } from '../../records/record-types.ts'
import { typeTable, type SchoolYear, type Found, type Rule } from './school-year.ts'
import { findWhere } from './store.ts'

export const NO_UNIT: Rule = {
  code: 'NO_UNIT',
  severity: 'HINT',
  instruction: {
    zh: '在台账中补填“责任部门”后重新导入，以便分清由谁核对、由谁补报。',
    en: 'Fill in the unit and import again, so that it is clear who checks them and who completes them.',
  },
  find: ({ database }, year) =>
    database.snapshot(async (db) => {
      const found: Found[] = []
      for (const type of reportedTypes()) {
        // A unit owns itself.
        if (type.name === 'unit') continue
        const { count, keys } = await findWhere(db, typeTable(type), year, { field: 'unit', is: 'empty' })
        if (count > 0)
          found.push({
            ...{ recordType: type.name, count, keys },
            message: {
              zh: `“${type.label.zh}”有 ${count} 条记录未填责任部门。`,
              en: `Records of "${type.label.en}" without a unit: ${count}.`,
            },
          })
      }
      return found
    }),
}

export const UNKNOWN_COUNTRY: Rule = {
  code: 'UNKNOWN_COUNTRY',
  severity: 'WARNING',
  instruction: {
    zh: '向填报部门核实国家（地区）后补填：未注明的不计入国外或国（境）外的任何指标。',
    en: 'Ask the unit for the country and fill it in: what is unknown is in no figure of what is abroad.',
  },
  find: (causeway, year) => findUnknownCountries(causeway, year),
}

function findUnknownCountries({ database }: Causeway, year: SchoolYear): Promise<Found[]> {
  return database.snapshot(async (db) => {
    const found: Found[] = []
    for (const type of reportedTypes())
      for (const field of type.fields.filter(({ kind }) => kind === 'country')) {
        const { count, keys } = await findWhere(db, typeTable(type), year, {
          field: field.name,
          is: 'equal',
          value: UNKNOWN,
        })
        if (count > 0)
          found.push({
            ...{ recordType: type.name, count, keys },
            message: {
              zh: `“${type.label.zh}”有 ${count} 条记录的“${field.label.zh}”未注明。`,
              en: `Records of "${type.label.en}" with an unknown "${field.label.en}": ${count}.`,
            },
          })
      }
    return found
  })
}
