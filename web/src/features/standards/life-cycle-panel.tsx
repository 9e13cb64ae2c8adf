import { Link, useAddress } from '../../address/address.tsx'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { Field } from '../../ui/choice.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { LineWords } from '../../ui/unbroken.tsx'
import { SourceLine } from '../../ui/source-line.tsx'
import { TakeAway } from '../../ui/take-away.tsx'
import type { SameDayFigure, StateCounts, AdoptionState } from '../../graph/generated.ts'
import type { StandardsAnswer } from './standards-query.ts'
import { STAGES_NOTE } from '@causeway/shared/views/adoption-states-view'
import STANDARDS_WORDS from './words.json' with { type: 'json' }
import { formatFigure } from '@causeway/shared/format-figure'

interface Props {
  states: NonNullable<StandardsAnswer['adoptionStates']>
  /** What indicators count on the same day. */
  sameDay: SameDayFigure[]
  setting: Setting
}

type Row = StateCounts & { country: string | null; label: string }

/** Countries under each other, the stages that their adoptions reached beside each other: a number in every cell, darker where there are more. */
export function LifeCyclePanel({ states, sameDay, setting }: Props) {
  const { say, formatDay } = useLanguage()
  const address = useAddress()
  const { institution } = setting
  const rows: Row[] = [
    ...states.countries.toSorted((a, b) => b.total - a.total),
    { ...states, country: null, label: say(STANDARDS_WORDS.total) },
  ]
  const most = Math.max(1, ...states.countries.flatMap((one) => one.states.map(({ count }) => count)))
  const occurring = states.states.filter(({ state, count }) => state !== null || count > 0)
  return (
    <section className="card" aria-labelledby="life-cycle">
      <div className="panel-head row-apart">
        <div>
          <h2 id="life-cycle">{say(STANDARDS_WORDS.lifeCycle)}</h2>
          <p className="cap">
            {institution.name}
            {say({ zh: '，', en: ', ' })}
            {formatDay(states.on)}
            {say({ zh: '。', en: '. ' })}
            {say(STANDARDS_WORDS.lifeCycleSub)}
          </p>
        </div>
        <Field
          label={say(STANDARDS_WORDS.on)}
          type="date"
          value={states.on}
          max={institution.dataDate ?? undefined}
          onChange={(event) => address.change({ on: event.target.value || null })}
        />
      </div>
      <DataTable
        crossed
        caption={say(STANDARDS_WORDS.lifeCycle)}
        columns={[
          {
            title: say(STANDARDS_WORDS.country),
            cell: ({ country, label }) =>
              country === null ? label : <Link to={{ page: 'country', id: country }}>{label}</Link>,
          },
          ...occurring.map(({ state, label }) => ({
            title: (
              <span className="state-title-cell">
                <StageMark stage={state} />
                <span>
                  <LineWords text={label} />
                </span>
              </span>
            ),
            number: true,
            cell: (row: Row) => {
              const count = row.states.find((one) => one.state === state)?.count ?? 0
              return <Count count={count} share={row.country === null ? 0 : count / most} />
            },
          })),
          { title: say(STANDARDS_WORDS.total), number: true, cell: (row) => <Count count={row.total} share={0} /> },
          {
            title: (
              <span className="state-title-cell">
                <StageMark stage="USED" />
                <span>
                  <LineWords text={say(STANDARDS_WORDS.live)} />
                </span>
              </span>
            ),
            number: true,
            cell: (row) => <Count count={row.live} share={0} />,
          },
        ]}
        rows={rows}
        rowKey={({ country }) => country ?? 'all'}
        current={({ country }) => country === null}
      />
      <p className="cap">
        {say(STAGES_NOTE)}
        {say({ zh: '。', en: '.' })}
      </p>
      <SameDay figures={sameDay} />
      {states.disordered > 0 && (
        <p className="note">
          {say(STANDARDS_WORDS.disordered)}
          {say({ zh: '：', en: ': ' })}
          {states.disordered}
        </p>
      )}
      <SourceLine institution={institution} />
      <TakeAway
        view={{ name: 'adoptions-by-country', query: { institution: institution.code, on: states.on }, closed: true }}
        title={say(STANDARDS_WORDS.lifeCycle)}
      />
    </section>
  )
}

function Count({ count, share }: { count: number; share: number }) {
  if (count === 0) return <span className="stage-count none">0</span>
  return (
    <span className="stage-count" style={{ '--share': `${Math.round(share * 34)}%` } as never}>
      {count}
    </span>
  )
}

/** What indicators count of the same adoptions on the same day, and why that may be less than the table has. */
function SameDay({ figures }: { figures: SameDayFigure[] }) {
  const { locale, say } = useLanguage()
  if (figures.length === 0) return null
  return (
    <p className="cap">
      {say(STANDARDS_WORDS.sameDay)}
      {say({ zh: '：', en: ': ' })}
      {figures.map(({ id, code, name, unit, series }, at) => (
        <span key={id}>
          {at > 0 && say({ zh: '，', en: '; ' })}
          <Link to={{ page: 'indicator', id }}>{name}</Link>
          {say({ zh: `（${code}）`, en: ` (${code}) ` })}
          {series?.figures.map((figure) => formatFigure(figure, { decimals: 0, unit: spoken(unit) }, locale))}
        </span>
      ))}
      {say({ zh: '。', en: '. ' })}
      {say(STANDARDS_WORDS.sameDayNote)}
    </p>
  )
}

/** The sign of a stage of an adoption: a circle that fills as it goes on, a star once learners use it, a cross when it has lapsed. */
function StageMark({ stage }: { stage: AdoptionState | null }) {
  return (
    <svg className="register-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {stage === null && <circle cx="8" cy="8" r="5.5" {...OUTLINE} strokeDasharray="2 2.3" />}
      {stage !== null && stage in FILLED && (
        <>
          <circle cx="8" cy="8" r="6" {...OUTLINE} fill="var(--surface)" />
          <path d={FILLED[stage as keyof typeof FILLED]} fill="currentColor" />
        </>
      )}
      {stage === 'USED' && (
        <path d="M8 .9l2.1 4.6 5 .5-3.8 3.3 1.1 4.9L8 11.6l-4.4 2.6 1.1-4.9L.9 6l5-.5z" fill="currentColor" />
      )}
      {stage === 'LAPSED' && <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="2.4" fill="none" />}
    </svg>
  )
}

const OUTLINE = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.4 }

/** Nothing, a quarter, a half, three quarters, the whole of a circle. */
const FILLED = {
  PROPOSED: '',
  ADAPTED: 'M8 8V2a6 6 0 0 1 6 6z',
  ADOPTED: 'M8 2a6 6 0 0 1 0 12z',
  REGISTERED: 'M8 8V2a6 6 0 1 1-6 6z',
  IN_SYSTEM: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
}
