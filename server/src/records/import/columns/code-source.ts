import { fill } from '@causeway/shared/words/words'
import { identityOf, keyFieldsOf } from '../../record-type.ts'
import { countsRows } from '../cells/running-number.ts'
import { sheetAndRow, type SourceRow } from '../ground/source-row.ts'
import type { FilePlan, Finding, Reading, RowPlan } from './row-plan.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** Whether a code is the number of its row in the list. */
export function isRowNumber({ column, header, countsRows: isRow }: Reading, code: string): boolean {
  return DIGITS.test(code) && (isRow === true || (column !== null && countsRows(header)))
}

const DIGITS = /^\d+$/u

/** Warns once of a column that counts rows and is read as a code: the list of next year begins again with 1. A page offers the cure. */
export function withCountedCodes(planned: FilePlan, isOnPage: boolean): FilePlan {
  const found = new Map<string, Finding>()
  const codes = planned.entries.flatMap(({ plan }) => {
    const code = plan.readings.find(({ field }) => field.name === 'code')
    return code && keyFieldsOf(plan.type).includes('code') ? [{ plan, code }] : []
  })
  return {
    ...planned,
    isData(row) {
      const isData = planned.isData(row)
      for (const { plan, code } of isData ? codes : []) {
        if (found.has(code.header)) continue
        const value = code.read(row)
        if (typeof value === 'string' && isRowNumber(code, value.trim()))
          found.set(code.header, sayCounted(plan, code, row, value, isOnPage))
      }
      return isData
    },
    findings: () => [...planned.findings(), ...found.values()],
  }
}

function sayCounted(
  plan: RowPlan,
  { header, field }: Reading,
  source: SourceRow,
  value: string,
  isOnPage: boolean,
): Finding {
  const { label } = plan.type
  const cure = isOnPage ? { zh: '', en: '' } : fill(REFUSALS.CURE_OF_RUNNING_NUMBER, { cells: sayCells(plan) })
  const facts = { header, labelZh: field.label.zh, typeZh: label.zh, typeEn: label.en.toLowerCase() }
  const message = fill(REFUSALS.RUNNING_NUMBER, { ...facts, cureZh: cure.zh, cureEn: cure.en })
  return { ...sheetAndRow(source), column: header, code: 'RUNNING_NUMBER', value, message }
}

/** The columns that identify a row, as `made_from` of a mapping takes them. */
export function sayCells({ type, readings }: RowPlan): string {
  const heads = identityOf(type).flatMap((names) => {
    const reading = readings.find(({ field, column }) => column !== null && names.includes(field.name))
    return reading ? [reading.header] : []
  })
  const distinct = [...new Set(heads)]
  return distinct.length === 1 ? distinct[0]! : `[${distinct.join(', ')}]`
}
