import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { formatDay } from '../../language/format-date.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { LineWords } from '../../ui/line-words.tsx'
import { SourceLine } from '../../ui/source-line.tsx'
import { TakeAway } from '../../ui/take-away.tsx'
import { StageMark } from '../../ui/stage-mark.tsx'
import type { SameDayFigure, StateCounts } from '../../graph/generated.ts'
import type { StandardsAnswer } from './standards-query.ts'
import { STAGES_NOTE } from '@causeway/shared/views/adoption-states-view'
import { SameDay } from './same-day.tsx'
import { STANDARDS_WORDS } from './words.ts'

interface Props {
  states: NonNullable<StandardsAnswer['adoptionStates']>
  /** What indicators count on the same day. */
  sameDay: SameDayFigure[]
  setting: Setting
}

type Row = StateCounts & { country: string | null; label: string }

/** Countries under each other, the stages that their adoptions reached beside each other: a number in every cell, darker where there are more. */
export function LifeCyclePanel({ states, sameDay, setting }: Props) {
  const { locale, say } = useLanguage()
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
      <div className="panel-head">
        <div>
          <h2 id="life-cycle">{say(STANDARDS_WORDS.lifeCycle)}</h2>
          <p className="cap">
            {institution.name}
            {say({ zh: '，', en: ', ' })}
            {formatDay(states.on, locale)}
            {say({ zh: '。', en: '. ' })}
            {say(STANDARDS_WORDS.lifeCycleSub)}
          </p>
        </div>
        <div className="choice">
          <label htmlFor="states-on">{say(STANDARDS_WORDS.on)}</label>
          <input
            id="states-on"
            type="date"
            value={states.on}
            max={institution.dataDate ?? undefined}
            onChange={(event) => address.change({ on: event.target.value || null })}
          />
        </div>
      </div>
      <DataTable
        crossed
        caption={say(STANDARDS_WORDS.lifeCycle)}
        columns={[
          {
            id: 'country',
            title: say(STANDARDS_WORDS.country),
            heading: true,
            cell: ({ country, label }: Row) =>
              country === null ? label : <Link href={address.to({ page: 'country', id: country })}>{label}</Link>,
          },
          ...occurring.map(({ state, label }) => ({
            id: String(state),
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
          {
            id: 'total',
            title: say(STANDARDS_WORDS.total),
            number: true,
            cell: (row: Row) => <Count count={row.total} share={0} />,
          },
          {
            id: 'live',
            title: (
              <span className="state-title-cell">
                <StageMark stage="USED" />
                <span>
                  <LineWords text={say(STANDARDS_WORDS.live)} />
                </span>
              </span>
            ),
            number: true,
            cell: (row: Row) => <Count count={row.live} share={0} />,
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
        view={{
          name: 'adoptions-by-country',
          query: { institution: institution.code, on: states.on },
          closed: true,
        }}
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
