import type { FileRow, ImportProblem, ImportReport } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { changeDraft, isSameCell, isSameRow, placeOf, withCorrection, type Draft } from './import-draft.ts'
import IMPORT_WORDS from './words.json' with { type: 'json' }

interface Props {
  problem: ImportProblem
  row: FileRow
  draft: Draft
  report: ImportReport
}

/** The row has the code of another record: it is that one, put right, or gets a code of its own. */
export function ReplacingRecord({ problem: { value, columnIndex, nearest }, row, draft, report }: Props) {
  const { say } = useLanguage()
  const code = value ?? ''
  const isSame = draft.sameRecords.includes(code)
  const [own] = nearest
  const column = report.columns.find(({ index }) => index === columnIndex)
  const cell = { column: columnIndex, field: null }
  const now = draft.corrections.find((one) => isSameRow(one, row) && isSameCell(one, cell))?.value
  const others = draft.sameRecords.filter((one) => one !== code)
  const correct = (text: string) =>
    withCorrection(draft.corrections, {
      ...{ ...placeOf(row), ...cell, header: column?.header ?? '' },
      ...{ before: row.cells[columnIndex ?? 0] ?? '', value: text },
    })
  return (
    <div className="nearest row">
      <Button
        aria-pressed={isSame}
        onClick={() =>
          changeDraft({
            sameRecords: isSame ? others : [...others, code],
            ...(now !== undefined && { corrections: correct(code) }),
          })
        }
      >
        {say(IMPORT_WORDS.sameRecord, { code })}
      </Button>
      {own && column && (
        <Button
          aria-pressed={now === own.key}
          onClick={() => changeDraft({ sameRecords: others, corrections: correct(now === own.key ? code : own.key) })}
        >
          {say(IMPORT_WORDS.ownRecord, { code: own.key })}
        </Button>
      )}
    </div>
  )
}
