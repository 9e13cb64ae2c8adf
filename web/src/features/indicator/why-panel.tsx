import { useMemo, useState } from 'react'
import { formatQuantity } from '@causeway/shared/format-figure'
import { changeView } from '@causeway/shared/views/change-view'
import { SignInLink, useAddress } from '../../address/address.tsx'
import { ChartPanel } from '../../charts/chart-panel.tsx'
import { CategoryFacts, JudgedFigure } from '../../graph/figure-fields.ts'
import type { IndicatorFacts, WhyChange } from '../../graph/generated.ts'
import { graph, type VariablesOf } from '../../graph/graph.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { spoken } from '../../language/words.ts'
import type { Setting } from '../../setting/setting.tsx'
import { Choice } from '../../ui/choice.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { factsOf } from './chart-of-series.ts'
import type { SeriesQuestion } from './indicator-query.ts'
import { PartRecord, RecordLine } from './reconcile-panel.tsx'
import { useReason } from './reason.ts'
import WHY_WORDS from './why-words.json' with { type: 'json' }

const WhyQuery = graph(
  `
  query Why(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $filter: [DimensionFilter!], $by: ID, $from: Moment!,
    $to: Moment!, $locale: Locale!
  ) {
    change(
      indicator: $id, institution: $institution, basis: $basis, scope: $scope, filter: $filter, by: $by, from: $from,
      to: $to
    ) { ...WhyChange }
  }
  fragment WhyChange on Change {
    before { ...JudgedFigure } after { ...JudgedFigure } difference sentence(locale: $locale)
    dimension { id name(locale: $locale) }
    parts { cause category { ...CategoryFacts } value sentence(locale: $locale) recordCount }
  }
`,
  { CategoryFacts, JudgedFigure },
)

/** How many records of a part are listed. */
const RECORDS_OF_PART = 20

const WhyRecordsQuery = graph(
  `
  query WhyRecords(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $filter: [DimensionFilter!], $by: ID, $from: Moment!,
    $to: Moment!, $first: Int!, $locale: Locale!
  ) {
    change(
      indicator: $id, institution: $institution, basis: $basis, scope: $scope, filter: $filter, by: $by, from: $from,
      to: $to
    ) { parts { records(first: $first) { totalCount edges { node { ...PartRecord } } } } }
  }
`,
  { PartRecord },
)

interface Props {
  indicator: IndicatorFacts
  setting: Setting
  question: SeriesQuestion
  year: number
  /** May see the records. */
  exact: boolean
}

/** 变动原因: from the figure of the year before to this one, by causes that add up, down to the records. */
export function WhyPanel({ indicator, setting, question, year, exact }: Props) {
  const { say } = useLanguage()
  const { view, change: show } = useAddress()
  const reason = useReason(question, year)
  const { from: _from, to: _to, release, asOf, ...same } = question
  const by = view.why ?? reason.change?.dimension?.id ?? CAUSE
  const asked = {
    ...{ ...same, id: indicator.id, by: by === CAUSE || !exact ? null : by },
    ...{ from: { year: year - 1, release, asOf }, to: { year, release, asOf } },
  }
  const { data, waiting, fault, retry } = useAnswer(WhyQuery, asked, view.why === null && reason.waiting)
  const change = data?.change
  if (!change) return fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={6} />
  return (
    <div className="why stack-loose" aria-busy={waiting}>
      {exact && indicator.dimensions.length > 0 && (
        <div className="controls off-paper">
          <Choice<string>
            label={say(WHY_WORDS.by)}
            value={by}
            options={[
              ...indicator.dimensions.map(({ id, name }) => ({ value: id, text: name })),
              { value: CAUSE, text: say(WHY_WORDS.cause) },
            ]}
            onChange={(one) => show({ why: one })}
          />
        </div>
      )}
      {change.parts.length > 0 ? (
        <Explained indicator={indicator} setting={setting} change={change} asked={asked} />
      ) : (
        <Unexplained change={change} exact={exact} />
      )}
    </div>
  )
}

const CAUSE = 'cause'

type Asked = VariablesOf<typeof WhyQuery>

/** The difference alone: there is none, one of the two has no value, or why is not for everyone. */
function Unexplained({ change: { difference, sentence }, exact }: { change: WhyChange; exact: boolean }) {
  const { say } = useLanguage()
  return (
    <section className="card stack" aria-labelledby="why">
      <h3 id="why">{say(WHY_WORDS.title)}</h3>
      <p>
        <Unbroken text={sentence} />
      </p>
      {difference === null ? (
        <p className="quiet">{say(WHY_WORDS.noValue)}</p>
      ) : difference === 0 && exact ? (
        <p className="quiet">{say(WHY_WORDS.noDifference)}</p>
      ) : (
        !exact && (
          <p className="quiet">
            <SignInLink>{say(WHY_WORDS.needs)}</SignInLink>
          </p>
        )
      )}
    </section>
  )
}

interface ExplainedProps {
  indicator: IndicatorFacts
  setting: Setting
  change: WhyChange
  asked: Asked
}

function Explained({ indicator, setting: { institution }, change, asked }: ExplainedProps) {
  const { locale, say } = useLanguage()
  const { spec, table } = useMemo(
    () =>
      changeView(
        {
          ...change,
          sentence: spoken(change.sentence),
          dimension: change.dimension && spoken(change.dimension.name),
          parts: change.parts.map((part) => ({
            ...part,
            category: part.category && { key: part.category.key, label: spoken(part.category.label) },
          })),
        },
        factsOf(indicator, institution.name),
      ),
    [change, indicator, institution.name],
  )
  const unit = indicator.unit === '%' ? POINTS : spoken(indicator.unit)
  const much = formatQuantity(change.difference ?? 0, indicator.decimals, unit, locale)
  return (
    <>
      <ChartPanel name="why" spec={spec} table={table} institution={institution}>
        <p className="in-words">
          <Unbroken text={change.sentence} />
        </p>
      </ChartPanel>
      <section className="card stack" aria-labelledby="why-parts">
        <h3 id="why-parts">{say(WHY_WORDS.parts)}</h3>
        <ul className="difference-parts">
          {change.parts.map((part, at) => (
            <li key={`${part.cause} ${part.category?.key}`}>
              <p>
                <Unbroken text={part.sentence} />
              </p>
              {part.recordCount ? (
                <Records count={part.recordCount} at={at} part={part.sentence} asked={asked} />
              ) : null}
            </li>
          ))}
        </ul>
        <p className="cap">{say(WHY_WORDS.addsUp, { much })}</p>
      </section>
    </>
  )
}

const POINTS = { zh: '个百分点', en: 'percentage points' }

/** What came and what left by name. Those of all parts are asked for in one question, when the first is opened. */
function Records({ count, at, part, asked }: { count: number; at: number; part: string; asked: Asked }) {
  const { say } = useLanguage()
  const [open, setOpen] = useState(false)
  const { data, fault, retry } = useAnswer(WhyRecordsQuery, { ...asked, first: RECORDS_OF_PART }, !open)
  const records = data?.change?.parts[at]?.records
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {say(WHY_WORDS.records, { n: count })}
        <span className="for-ears">: {part}</span>
      </summary>
      {open && !records && (fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={3} />)}
      <ul>
        {records?.edges.map(({ node }) => (
          <RecordLine key={node.id} record={node} />
        ))}
      </ul>
      {records && count > records.edges.length && (
        <p className="cap">{say(WHY_WORDS.firstOf, { n: records.edges.length, all: count })}</p>
      )}
    </details>
  )
}
