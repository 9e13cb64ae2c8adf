import { useState } from 'react'
import { formatFigure } from '@causeway/shared/format-figure'
import type { Locale } from '@causeway/shared/words/words'
import { Link, SignInLink, useAddress } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { useStill } from '../../still/still.ts'
import { FaultState, Loading } from '../../ui/states.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import type {
  IndicatorFacts,
  LawfulDifference as Difference,
  LawfulValue,
  PartRecord as RecordOfPart,
} from '../../graph/generated.ts'
import { graph, type VariablesOf } from '../../graph/graph.ts'
import RECONCILE_WORDS from './reconcile-words.json' with { type: 'json' }

/** Every lawful value of the name; for anyone who may read records also why they differ. */
const ReconcileQuery = graph(`
  query Reconcile(
    $id: ID!, $institution: ID!, $year: Int!, $release: ID, $asOf: DateTime, $exact: Boolean!, $locale: Locale!
  ) {
    reconcile(indicator: $id, institution: $institution, year: $year, release: $release, asOf: $asOf) {
      reference { label(locale: $locale) }
      values { ...LawfulValue }
      differences @include(if: $exact) { ...LawfulDifference }
    }
  }
  fragment LawfulValue on ReconciledValue {
    label(locale: $locale) indicator { id code decimals } basis scope part counting unit(locale: $locale) value
    figure { gap period { year label(locale: $locale) } }
    askedBy { form formName(locale: $locale) edition editionName(locale: $locale) number }
  }
  fragment LawfulDifference on ReconciledDifference {
    to { label(locale: $locale) } value sentence(locale: $locale) parts { ...DifferencePart }
  }
  fragment DifferencePart on DifferencePart { side direction label(locale: $locale) recordCount }
`)

/** How many records of a part are listed. */
const RECORDS_OF_PART = 20

export const PartRecord = graph(`
  fragment PartRecord on Record { id label(locale: $locale) row batch { fileName } }
`)

/** The records behind the parts of the differences. */
const PartRecordsQuery = graph(
  `
  query PartRecords(
    $id: ID!, $institution: ID!, $year: Int!, $release: ID, $asOf: DateTime, $first: Int!, $locale: Locale!
  ) {
    reconcile(indicator: $id, institution: $institution, year: $year, release: $release, asOf: $asOf) {
      differences {
        to { label(locale: $locale) }
        parts { records(first: $first) { totalCount edges { node { ...PartRecord } } } }
      }
    }
  }
`,
  { PartRecord },
)

interface Props {
  indicator: IndicatorFacts
  setting: Setting
  exact: boolean
}

/** 多口径核对: every lawful value of the name, who asks for it, and why it is another one. */
export function ReconcilePanel({ indicator, setting, exact }: Props) {
  const { locale, say } = useLanguage()
  const still = useStill()
  const { view } = useAddress()
  const { institution, year } = setting
  const asked = {
    id: indicator.id,
    institution: institution.code,
    year,
    release: view.release,
    asOf: view.asOf,
    locale,
  }
  const { data, waiting, fault, retry } = useAnswer(ReconcileQuery, { ...asked, exact })
  const found = data?.reconcile
  if (!found) return fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={waiting ? 6 : 1} />
  const differenceOf = (value: LawfulValue) => found.differences?.find(({ to }) => to.label === value.label) ?? null
  const period = found.values[0]?.figure.period.label ?? ''
  return (
    <section className="card reconcile" aria-labelledby="reconcile" aria-busy={waiting}>
      <h3 id="reconcile">{say(RECONCILE_WORDS.title, { year: period })}</h3>
      <p className="quiet">{say(RECONCILE_WORDS.lead)}</p>
      <ol className="lawful" aria-labelledby="reconcile">
        {found.values.map((value) => (
          <li key={value.label} aria-current={value.label === found.reference.label ? 'true' : undefined}>
            <p className="lawful-value">{amountOf(value, locale)}</p>
            <div>
              <h4>{value.label}</h4>
              {value.label === found.reference.label && <p className="quiet">{say(RECONCILE_WORDS.reference)}</p>}
              {differenceOf(value) && <Why difference={differenceOf(value)!} asked={asked} />}
            </div>
            <AskedBy value={value} />
          </li>
        ))}
      </ol>
      {!still && (
        <p className="actions">
          <Link className="button" to={{ page: 'answer', id: indicator.code }}>
            {say(RECONCILE_WORDS.card)}
          </Link>
        </p>
      )}
      {!exact && !still && (
        <p className="quiet">
          <SignInLink>{say(RECONCILE_WORDS.needs)}</SignInLink>
        </p>
      )}
    </section>
  )
}

/** The side of a figure is a count, whatever the figure is. */
function amountOf({ value, part, unit, indicator, figure }: LawfulValue, locale: Locale): string {
  const format = part === null ? { decimals: indicator.decimals, unit: spoken(unit) } : { decimals: 1 }
  return formatFigure({ value, gap: figure.gap }, format, locale)
}

/** The tables that want exactly this, each once with its editions. */
function AskedBy({ value }: { value: LawfulValue }) {
  const { say } = useLanguage()
  if (value.askedBy.length === 0) return <p className="quiet">{say(RECONCILE_WORDS.nobody)}</p>
  return (
    <ul className="asked-by" aria-label={say(RECONCILE_WORDS.askedBy)}>
      {value.askedBy.map((line) => (
        <li key={`${line.form}/${line.edition}/${line.number}`}>
          <Link to={{ page: 'form', id: line.form }} view={{ edition: line.edition }}>
            {say({ zh: `《${line.formName}》`, en: line.formName })} {line.number}
          </Link>{' '}
          <span className="quiet">{line.editionName}</span>
        </li>
      ))}
    </ul>
  )
}

interface WhyProps {
  difference: Difference
  asked: Omit<VariablesOf<typeof PartRecordsQuery>, 'first'>
}

function Why({ difference, asked }: WhyProps) {
  const { say } = useLanguage()
  const [open, setOpen] = useState(false)
  const withRecords = difference.parts.some((part) => part.recordCount > 0)
  return (
    <>
      <p>
        <Unbroken text={difference.sentence} />
      </p>
      {withRecords && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>
            {say(RECONCILE_WORDS.records)}
            <span className="for-ears">: {difference.to.label}</span>
          </summary>
          {open && <Parts difference={difference} asked={asked} />}
        </details>
      )}
    </>
  )
}

/** Each cause with the records that it speaks of. All are asked for in one question, when the first is opened. */
function Parts({ difference, asked }: WhyProps) {
  const { say } = useLanguage()
  const { data, fault, retry } = useAnswer(PartRecordsQuery, { ...asked, first: RECORDS_OF_PART })
  const parts = data?.reconcile?.differences?.find(({ to }) => to.label === difference.to.label)?.parts
  if (!parts) return fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={3} />
  return (
    <ul className="difference-parts">
      {difference.parts.map((part, at) => {
        const records = parts[at]?.records
        return (
          <li key={`${part.side} ${part.direction} ${part.label}`}>
            <p>
              <span aria-hidden="true">{part.direction === 'IN' ? '＋' : '−'}</span> {part.label}
            </p>
            <ul>
              {records?.edges.map(({ node }) => (
                <RecordLine key={node.id} record={node} />
              ))}
            </ul>
            {records && (records.totalCount ?? 0) > records.edges.length && (
              <p className="cap">
                {say(RECONCILE_WORDS.firstOf, { n: records.edges.length, all: records.totalCount })}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

export function RecordLine({ record }: { record: RecordOfPart }) {
  const { say } = useLanguage()
  return (
    <li>
      <Link to={{ page: 'record', id: record.id }}>{record.label}</Link>{' '}
      <span className="quiet">
        {record.batch?.fileName}
        {record.row !== null && say({ zh: '，', en: ', ' }) + say(RECONCILE_WORDS.row, { row: record.row })}
      </span>
    </li>
  )
}
