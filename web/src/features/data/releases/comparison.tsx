import { useState } from 'react'
import { CAUSE_WORDS } from '@causeway/shared/views/change-view'
import { formatFigure } from '@causeway/shared/format-figure'
import { figureWords } from '@causeway/shared/verdict'
import { basisWords, dimensionWords, scopeWords } from '@causeway/shared/words/terms'
import { COMMA } from '@causeway/shared/words/words'
import { Link } from '../../../address/address.tsx'
import { judgedBy } from '../../../graph/change.ts'
import { CategoryFacts, JudgedFigure } from '../../../graph/figure-fields.ts'
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
  query CompareReleases($institution: ID!, $from: ID!, $to: ID!, $by: ID, $first: Int!, $locale: Locale!) {
    compareReleases(institution: $institution, from: $from, to: $to) {
      unchangedIndicators
      indicators(by: $by, first: $first) { totalCount edges { node { changes { ...ComparedFigure } } } }
    }
  }
  fragment ComparedFigure on FigureChange {
    indicator { id code name(locale: $locale) kind unit(locale: $locale) decimals countedIn(locale: $locale) }
    basis scope category { ...CategoryFacts } before { ...JudgedFigure } after { ...JudgedFigure } cause reason(locale: $locale) parts { sentence(locale: $locale) }
  }
`,
  { CategoryFacts, JudgedFigure },
)

const LIVE = 'live'
/** As many rows are shown at first, and so many more each time. */
const ROWS = 50

interface Props {
  institution: InstitutionFacts
  releases: readonly ReleaseFacts[]
  onCompare: () => void
}

interface Pair {
  from: string
  to: string
  /** Null: whole figures. */
  by: string | null
}

/** Two releases, or one and what is live: every figure that is another one, with its cause. It is printed as it is. */
export function Comparison({ institution, releases, onCompare }: Props) {
  const { say } = useLanguage()
  const [pair, setPair] = useState<Pair | null>(null)
  // Until somebody chooses, the last two, also where one of them was made just now.
  const [chosenFrom, setFrom] = useState<string | null>(null)
  const [chosenTo, setTo] = useState<string | null>(null)
  const from = chosenFrom ?? releases.at(-2)?.name ?? releases[0]!.name
  const to = chosenTo ?? (releases.length > 1 ? releases.at(-1)!.name : LIVE)
  const [by, setBy] = useState('')
  const names = releases.map(({ name }) => ({ value: name, text: name }))
  const all = [...names, { value: LIVE, text: say(WORDS.live) }]
  return (
    <section className="card stack comparison" aria-labelledby="compare-releases">
      <h2 id="compare-releases">{say(WORDS.compare)}</h2>
      <div className="controls off-paper">
        <Choice label={say(WORDS.from)} value={from} options={names} onChange={setFrom} />
        <Choice label={say(WORDS.to)} value={to} options={all} onChange={setTo} />
        <Choice<string>
          label={say(WORDS.by)}
          value={by}
          options={[
            { value: '', text: say(WORDS.whole) },
            ...DIMENSIONS.map((id) => ({ value: id, text: say(dimensionWords[id]) })),
          ]}
          onChange={setBy}
        />
        <Button
          disabled={from === to}
          onClick={() => {
            setPair({ from, to, by: by || null })
            onCompare()
          }}
        >
          {say(WORDS.compareThem)}
        </Button>
      </div>
      {pair && <Compared key={JSON.stringify(pair)} institution={institution} releases={releases} pair={pair} />}
    </section>
  )
}

const DIMENSIONS = Object.keys(dimensionWords) as (keyof typeof dimensionWords)[]

function Compared({ institution, releases, pair }: Omit<Props, 'onCompare'> & { pair: Pair }) {
  const { locale, say, formatDay, formatMoment } = useLanguage()
  const [first, setFirst] = useState(ROWS)
  const asked = { institution: institution.code, ...pair, first, locale }
  const { data, waiting, fault, retry } = useAnswer(CompareQuery, asked)
  const found = data?.compareReleases
  if (!found) return fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={6} />
  const rows = found.indicators.edges.map(({ node }) => node.changes)
  const all = found.indicators.totalCount ?? rows.length
  const reason = rows[0]?.[0]?.reason
  const name = (end: string) => (end === LIVE ? say(WORDS.live) : end)
  return (
    <div className="stack" aria-busy={waiting}>
      <p role="status">
        {say(WORDS.changed, { institution: institution.name, from: name(pair.from), to: name(pair.to), n: all })}{' '}
        {pair.by === null && say(WORDS.unchanged, { n: found.unchangedIndicators })}
      </p>
      <p className="quiet">
        {said(pair.from)} {said(pair.to)}
      </p>
      {rows.length > 0 ? (
        <DataTable
          caption={say(WORDS.compare)}
          stacks
          columns={[
            {
              title: say(WORDS.indicator),
              cell: ([row, ...others]) => (
                <>
                  <Link to={{ page: 'indicator', id: row!.indicator.code }}>
                    {row!.indicator.code} {row!.indicator.name}
                  </Link>
                  {row!.category && `${say(COLON)}${row!.category.label}`}
                  {others.length > 0 && (
                    <details className="unfolds">
                      <summary>
                        {say(WORDS.otherFigures, { n: others.length })}
                        <span className="for-ears">
                          {say(COLON)}
                          {row!.indicator.name}
                        </span>
                      </summary>
                      <ul className="lines">
                        {others.map((other, at) => (
                          <li key={at}>{inOneLine(other)}</li>
                        ))}
                      </ul>
                    </details>
                  )}
                </>
              ),
            },
            { title: say(WORDS.period), cell: ([row]) => (row!.after ?? row!.before)?.period.label },
            { title: name(pair.from), cell: ([row]) => shown(row!, row!.before) },
            { title: name(pair.to), cell: ([row]) => shown(row!, row!.after) },
            { title: say(WORDS.cause), cell: ([row]) => say(CAUSE_WORDS[row!.cause]) },
            {
              title: say(WORDS.causes),
              cell: ([row]) => row!.parts.map(({ sentence }) => sentence).join(' ') || '—',
            },
          ]}
          rows={rows}
          rowKey={(row) => String(rows.indexOf(row))}
        />
      ) : (
        <p>{say(WORDS.nothingDiffers)}</p>
      )}
      {reason && <p>{say(WORDS.said, { reason })}</p>}
      <div className="actions off-paper">
        {all > rows.length && <Button onClick={() => setFirst(first + ROWS)}>{say(WORDS.more)}</Button>}
        <Button onClick={() => print()}>{say(WORDS.print)}</Button>
      </div>
    </div>
  )

  /** When one came out, and up to which day it speaks. */
  function said(end: string): string {
    const release = releases.find((one) => one.name === end)
    const day = (date: string | null) => (date ? formatDay(date) : '—')
    if (!release) return say(WORDS.asLive, { day: day(institution.dataDate) })
    const { publishedAt, createdAt, dataDate, status } = release
    const isOut = publishedAt !== null && status !== 'SCHEDULED'
    return say(isOut ? WORDS.asReleased : WORDS.asMade, {
      ...{ name: release.name, day: day(dataDate) },
      at: formatMoment(isOut ? publishedAt : createdAt),
    })
  }

  /** Another figure of the same indicator: of which category, basis, scope and period, and both values. */
  function inOneLine(other: ComparedFigure): string {
    const { category, basis, scope, before, after } = other
    const what = [category?.label, say(basisWords[basis]), scope && say(scopeWords[scope])]
    const facts = [...what, (after ?? before)?.period.label].filter(Boolean).join(say(COMMA))
    return `${facts}${say(COLON)}${shown(other, before)} → ${shown(other, after)}`
  }

  function shown({ indicator }: ComparedFigure, figure: ComparedFigure['before']): string {
    if (!figure) return '—'
    const by = judgedBy(indicator)
    return figure.value === null ? formatFigure(figure, by, locale) : say(figureWords(figure, by))
  }
}

const COLON = { zh: '：', en: ': ' }
