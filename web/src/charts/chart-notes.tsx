import { markNotes } from '@causeway/shared/charts/mark-notes'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import type { Words } from '@causeway/shared/words/words'
import { useLanguage } from '../language/language.tsx'
import { SymbolList } from '../ui/table-view.tsx'

/** Beneath a chart: what its symbols and marks mean, those that occur in it, and how much more there is. */
export function ChartNotes({ spec }: { spec: ChartSpec }) {
  const { say } = useLanguage()
  return (
    <>
      <SymbolList symbols={spec.symbols} />
      {[...markNotes(spec), ...leftOutNotes(spec)].map((note) => (
        <p key={note.en} className="cap">
          {say(note)}
        </p>
      ))}
    </>
  )
}

function leftOutNotes({ leftOut }: ChartSpec): Words[] {
  if (leftOut === 0) return []
  return [
    { zh: `另有${leftOut}项未在图中列出，见表格`, en: `${leftOut} more ${leftOut === 1 ? 'is' : 'are'} in the table` },
  ]
}
