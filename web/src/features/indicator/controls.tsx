import { BASES, periodLabel, type Basis } from '@causeway/shared/period'
import { SCOPES, type Scope } from '@causeway/shared/series'
import { basisWords } from '@causeway/shared/words/bases'
import { scopeWords } from '@causeway/shared/words/scopes'
import { useAddress } from '../../address/use-address.ts'
import type { Fault } from '../../graph/fault.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { Choice } from '../../ui/choice.tsx'
import type { IndicatorFacts, SeriesQuestion } from './indicator-query.ts'
import { INDICATOR_WORDS } from './words.ts'

interface Props {
  indicator: IndicatorFacts
  setting: Setting
  question: SeriesQuestion
  fault: Fault | null
}

/** How far back the years can be chosen. */
const REACH = 20

export function Controls({ indicator, setting, question, fault }: Props) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const { view } = address
  const told = (code: string) => (fault?.code === code ? fault.message : null)
  const basis = view.basis ?? indicator.bases[0]!
  const bases = BASES.filter((one) => indicator.bases.includes(one) || one === view.basis)
  const scoped = indicator.dimensions.some((dimension) => dimension.id === 'country')
  const closed = { category: null, records: null, after: null }
  return (
    <section className="controls" aria-label={say(INDICATOR_WORDS.controls)}>
      {(indicator.bases.length > 1 || view.basis) && (
        <Choice<Basis>
          label={say(INDICATOR_WORDS.basis)}
          value={basis}
          options={bases.map((one) => ({ value: one, text: say(basisWords[one]) }))}
          problem={told('UNKNOWN_BASIS')}
          onChange={(one) => address.change({ ...closed, basis: one === indicator.bases[0] ? null : one })}
        />
      )}
      {(scoped || view.scope) && (
        <Choice<Scope | 'DEFAULT'>
          label={say(INDICATOR_WORDS.scope)}
          value={view.scope ?? 'DEFAULT'}
          options={[
            { value: 'DEFAULT', text: say(INDICATOR_WORDS.asDefined) },
            ...SCOPES.map((one) => ({ value: one, text: say(scopeWords[one]) })),
          ]}
          problem={told('SCOPE_NOT_APPLICABLE')}
          onChange={(one) => address.change({ ...closed, scope: one === 'DEFAULT' ? null : one })}
        />
      )}
      <Choice<string>
        label={say(INDICATOR_WORDS.by)}
        value={view.by ?? ''}
        options={[
          { value: '', text: say(INDICATOR_WORDS.whole) },
          ...indicator.dimensions.map(({ id, name }) => ({ value: id, text: name })),
          ...(view.by && !indicator.dimensions.some(({ id }) => id === view.by)
            ? [{ value: view.by, text: view.by }]
            : []),
        ]}
        onChange={(one) => address.change({ ...closed, by: one || null })}
      />
      {(['from', 'to'] as const).map((end) => (
        <Choice<string>
          key={end}
          label={say(INDICATOR_WORDS[end])}
          value={String(question[end])}
          options={yearsFor(end).map((year) => ({ value: String(year), text: yearText(year) }))}
          problem={end === 'from' ? told('BAD_PERIOD') : null}
          onChange={(year) => address.change({ from: question.from, to: question.to, [end]: Number(year) })}
        />
      ))}
    </section>
  )

  /** A stretch never ends before it begins. */
  function yearsFor(end: 'from' | 'to'): number[] {
    const all = Array.from({ length: REACH }, (_, back) => setting.years.newest - back)
    const listed = all.filter((year) => (end === 'from' ? year <= question.to : year >= question.from))
    return listed.includes(question[end]) ? listed : [question[end], ...listed]
  }

  function yearText(year: number): string {
    if (basis === 'CALENDAR_YEAR') return locale === 'ZH' ? `${year}年` : String(year)
    if (basis === 'POINT_IN_TIME') return locale === 'ZH' ? `${year}年` : String(year)
    return periodLabel({ ...setting.years.periodOf(year), basis }, locale)
  }
}
