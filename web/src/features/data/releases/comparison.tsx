import { useState } from 'react'
import { CAUSE_WORDS } from '@causeway/shared/views/change-view'
import { formatFigure } from '@causeway/shared/format-figure'
import { figureWords } from '@causeway/shared/verdict'
import { Link } from '../../../address/address.tsx'
import { judgedBy } from '../../../graph/change.ts'
import { JudgedFigure } from '../../../graph/figure-fields.ts'
import type { InstitutionFacts, ComparedFigure, ReleaseFacts } from '../../../graph/generated.ts'
import { graph } from '../../../graph/graph.ts'
import { useAnswer } from '../../../graph/use-answer.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { FaultState, Loading } from '../../../ui/states.tsx'
import WORDS from './words.json' with { type: 'json' }

const CompareQuery = graph(
  `
  query CompareReleases($institution: ID!, $from: ID!, $to: ID!, $first: Int!, $locale: Locale!) {
    compareReleases(institution: $institution, from: $from, to: $to) {
      unchanged changes(first: $first) { totalCount edges { node { ...ComparedFigure } } }
    }
  }
  fragment ComparedFigure on FigureChange {
    indicator { id code name(locale: $locale) kind unit(locale: $locale) decimals countedIn(locale: $locale) }
    before { ...JudgedFigure } after { ...JudgedFigure } cause reason parts { sentence(locale: $locale) }
  }
`,
  { JudgedFigure },
)

const LIVE = 'live'
/** As many rows are shown at first, and so many more each time. */
const ROWS = 50

interface Props {
  institution: InstitutionFacts
  releases: readonly ReleaseFacts[]
}

/** Two releases, or one and what is live: every figure that is another one, with its cause. It is printed as it is. */
export function Comparison({ institution, releases }: Props) {
  const { say } = useLanguage()
  const [pair, setPair] = useState<{ from: string; to: string } | null>(null)
  const [from, setFrom] = useState(releases[0]!.name)
  const [to, setTo] = useState(releases[1]?.name ?? LIVE)
  const names = releases.map(({ name }) => ({ value: name, text: name }))
  const all = [...names, { value: LIVE, text: say(WORDS.live) }]
  return (
    <section className="card stack" aria-labelledby="compare-releases">
      <h3 id="compare-releases">{say(WORDS.compare)}</h3>
      <div className="controls off-paper">
        <Choice label={say(WORDS.from)} value={from} options={names} onChange={setFrom} />
        <Choice label={say(WORDS.to)} value={to} options={all} onChange={setTo} />
        <Button disabled={from === to} onClick={() => setPair({ from, to })}>
          {say(WORDS.compareThem)}
        </Button>
      </div>
      {pair && <Compared institution={institution} pair={pair} />}
    </section>
  )
}

function Compared({ institution, pair }: { institution: InstitutionFacts; pair: { from: string; to: string } }) {
  const { locale, say } = useLanguage()
  const [first, setFirst] = useState(ROWS)
  const asked = { institution: institution.code, ...pair, first, locale }
  const { data, waiting, fault, retry } = useAnswer(CompareQuery, asked)
  const found = data?.compareReleases
  if (!found) return fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={6} />
  const rows = found.changes.edges.map(({ node }) => node)
  const all = found.changes.totalCount ?? rows.length
  const name = (end: string) => (end === LIVE ? say(WORDS.live) : end)
  return (
    <div className="stack" aria-busy={waiting}>
      <p role="status">
        {say(WORDS.changed, { institution: institution.name, from: name(pair.from), to: name(pair.to), n: all })}{' '}
        {say(WORDS.unchanged, { n: found.unchanged })}
      </p>
      {rows.length > 0 && (
        <DataTable
          caption={say(WORDS.compare)}
          stacks
          columns={[
            {
              title: say(WORDS.indicator),
              cell: ({ indicator }) => (
                <Link to={{ page: 'indicator', id: indicator.code }}>
                  {indicator.code} {indicator.name}
                </Link>
              ),
            },
            { title: say(WORDS.period), cell: (row) => (row.after ?? row.before)?.period.label },
            { title: name(pair.from), cell: (row) => shown(row, row.before) },
            { title: name(pair.to), cell: (row) => shown(row, row.after) },
            { title: say(WORDS.cause), cell: ({ cause }) => say(CAUSE_WORDS[cause]) },
            { title: say(WORDS.causes), cell: ({ parts }) => parts.map(({ sentence }) => sentence).join(' ') || '—' },
          ]}
          rows={rows}
          rowKey={(row) => String(rows.indexOf(row))}
        />
      )}
      {rows[0]?.reason && <p>{say(WORDS.said, { reason: rows[0].reason })}</p>}
      <div className="actions off-paper">
        {all > rows.length && <Button onClick={() => setFirst(first + ROWS)}>{say(WORDS.more)}</Button>}
        <Button onClick={() => print()}>{say(WORDS.print)}</Button>
      </div>
    </div>
  )

  function shown({ indicator }: ComparedFigure, figure: ComparedFigure['before']): string {
    if (!figure) return '—'
    const by = judgedBy(indicator)
    return figure.value === null ? formatFigure(figure, by, locale) : say(figureWords(figure, by))
  }
}
