import { shortened } from '@causeway/shared/words/words'
import type { ReportFigureFacts } from '../../../graph/generated.ts'
import { useLanguage } from '../../../language/language.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import WORDS from './words.json' with { type: 'json' }

const STATES = ['SAME', 'MOVED', 'EDITED', 'HIDDEN', 'GONE'] as const

/** How many figures are in each state, and those that are not as the data are. */
export function FiguresTable({ figures }: { figures: readonly ReportFigureFacts[] }) {
  const { say } = useLanguage()
  const of = (wanted: string) => figures.filter(({ state }) => state === wanted).length
  const counts = Object.fromEntries(STATES.map((state) => [state, of(state)]))
  const differing = figures.filter(({ state }) => state !== 'SAME')
  return (
    <>
      <p>{say(WORDS.counts, { count: figures.length, ...counts })}</p>
      {differing.length > 0 && (
        <DataTable
          caption={say(WORDS.figures)}
          stacks
          rows={differing}
          rowKey={(row) => String(differing.indexOf(row))}
          columns={[
            { title: say(WORDS.place), cell: ({ place }) => place },
            { title: say(WORDS.question), cell: ({ question }) => <code>{question}</code> },
            { title: say(WORDS.inDocument), cell: ({ inDocument }) => shortened(inDocument ?? '—') },
            { title: say(WORDS.today), cell: ({ today }) => shortened(today ?? '—') },
            {
              title: say(WORDS.state),
              cell: ({ state, remark, cause }) => (
                <>
                  {say(WORDS.states[state])}
                  {(remark !== null || cause !== null) && (
                    <span className="quiet"> {[remark, cause].filter(Boolean).join(' ')}</span>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </>
  )
}
