import type { ImportReport } from '../../records/import/report/import-report.ts'
import type { FoundSheet, SheetReason } from '../../records/import/saved/find-sheets.ts'
import type { RecordType } from '../../records/record-type.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { RecognisedRef } from './file-read.ts'
import { RecordTypeRef } from './record-type.ts'

const SheetReasonEnum = enumOf<SheetReason>('SheetReason', 'Why a sheet is not read, unless somebody says so.', {
  EMPTY: 'It is empty, or a chart alone',
  HIDDEN: 'The workbook hides it',
  NO_TABLE: 'No table of records was recognised in it',
  NOT_FILLED: 'Nothing is filled in below the example of the template',
  NOTES: 'It says how the template is filled in',
  PIVOT: 'A pivot table: it sums up records that are elsewhere',
  SAME_AS: 'It says the same as another sheet',
})

type Found = FoundSheet & { asked: number }

export function sheetsFoundIn({ sheetsFound }: ImportReport): Found[] {
  return sheetsFound.flatMap(({ asked, sheets }) => sheets.map((sheet) => ({ ...sheet, asked })))
}

export const FoundSheetRef = builder.objectRef<Found>('FoundSheet').implement({
  description: 'What a sheet of a workbook is.',
  fields: (t) => ({
    table: t.given(
      'Int',
      'Of which of the tables that were asked for: 0 for the first, from 1 on those of `more`.',
      'asked',
    ),
    name: t.given('String', 'What it is called.', 'name'),
    leftOut: t.maybe(SheetReasonEnum, 'Why it is not read; null: it is.', 'reason'),
    why: t.maybeWords('The same in a sentence; null: it is read.', 'words'),
    recognised: t.list(RecognisedRef, 3, 'What it may hold, the likeliest first.', ({ recognised }) => [...recognised]),
    isClear: t.given('Boolean', 'True: the first of these is clearly meant.', ({ meant }) => meant !== null),
  }),
})

export const ChangesOfTypeRef = builder
  .objectRef<{ type: RecordType; added: number; updated: number }>('ChangesOfType')
  .implement({
    description: 'How many records of one type come and change.',
    fields: (t) => ({
      recordType: t.given(RecordTypeRef, 'Which.', 'type'),
      added: t.given('Int', 'Records that are new.', 'added'),
      updated: t.given('Int', 'Records that are changed.', 'updated'),
    }),
  })
