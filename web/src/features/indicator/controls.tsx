import { BASES, type Basis } from '@causeway/shared/period'
import { SCOPES, type Scope } from '@causeway/shared/series'
import { basisWords, scopeWords } from '@causeway/shared/words/terms'
import { useAddress } from '../../address/address.tsx'
import type { Fault } from '../../graph/fault.ts'
import { fill } from '@causeway/shared/words/words'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { useStill } from '../../still/still.ts'
import { Choice } from '../../ui/choice.tsx'
import { Filters } from './filters.tsx'
import { StillControls } from './still-controls.tsx'
import type { IndicatorFacts } from '../../graph/generated.ts'
import type { SeriesQuestion } from './indicator-query.ts'
import { periodName } from './chart-of-series.ts'
import type { Cut } from '../../graph/series-filter.ts'
import INDICATOR_WORDS from './words.json' with { type: 'json' }
import { REFUSALS } from '../../ui/refused-address.tsx'

interface Props {
  indicator: IndicatorFacts
  setting: Setting
  question: SeriesQuestion
  cut: Cut
  /** What of all is counted. */
  narrowed: string[]
  /** Anyone who asks may see exact figures: breakdowns may be crossed and narrowed freely. */
  exact: boolean
  fault: Fault | null
}

/** How far back the years can be chosen. */
const REACH = 20

/** The ways to look at the figure; in a folder of files the breakdowns that have a page there. */
export function Controls(props: Props) {
  return useStill() ? <StillControls indicator={props.indicator} /> : <LiveControls {...props} />
}

function LiveControls({ indicator, setting, question, cut, narrowed, exact, fault }: Props) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const { view } = address
  const said = (code: string) => (fault?.code === code ? say(REFUSALS[code]!.words) : null)
  const basis = view.basis ?? indicator.bases[0]!
  const bases = BASES.filter((one) => indicator.bases.includes(one) || one === view.basis)
  const scoped = indicator.dimensions.some((dimension) => dimension.id === 'country')
  // Which scope that is, the figures say that were asked for without one.
  const own = view.scope === null ? indicator.series?.scope : null
  const asDefined = own
    ? fill(INDICATOR_WORDS.asDefinedScope, { scope: say(scopeWords[own]) })
    : INDICATOR_WORDS.asDefined
  const closed = { category: null, records: null, after: null }
  const dimensions = indicator.dimensions.map(({ id, name }) => ({ value: id, text: name }))
  // The public is answered the whole alone on another basis, or in another scope.
  const narrows = dimensions.length > 0 && (exact || (view.basis === null && view.scope === null))
  return (
    <section className="controls" aria-label={say(INDICATOR_WORDS.controls)}>
      {(indicator.bases.length > 1 || view.basis) && (
        <Choice<Basis>
          label={say(INDICATOR_WORDS.basis)}
          value={basis}
          options={bases.map((one) => ({ value: one, text: say(basisWords[one]) }))}
          problem={said('UNKNOWN_BASIS')}
          onChange={(one) => address.change({ ...closed, basis: one === indicator.bases[0] ? null : one })}
        />
      )}
      {(scoped || view.scope) && (
        <Choice<Scope | 'DEFAULT'>
          label={say(INDICATOR_WORDS.scope)}
          value={view.scope ?? 'DEFAULT'}
          options={[
            { value: 'DEFAULT', text: say(asDefined) },
            // The indicator's own scope is the first option already.
            ...SCOPES.filter((one) => one !== own).map((one) => ({ value: one, text: say(scopeWords[one]) })),
          ]}
          problem={said('SCOPE_NOT_APPLICABLE')}
          onChange={(one) => address.change({ ...closed, scope: one === 'DEFAULT' ? null : one })}
        />
      )}
      {narrows && (
        <Choice<string>
          label={say(INDICATOR_WORDS.by)}
          value={cut.by ?? ''}
          options={[
            { value: '', text: say(INDICATOR_WORDS.whole) },
            ...dimensions,
            ...(cut.by && !dimensions.some(({ value }) => value === cut.by) ? [{ value: cut.by, text: cut.by }] : []),
          ]}
          // The public may break down or narrow, one of the two.
          onChange={(one) =>
            address.change({
              ...closed,
              by: one || null,
              across: one && one !== view.across ? view.across : null,
              ...(!exact && one && { filter: [] }),
            })
          }
        />
      )}
      {exact && cut.by && dimensions.length > 1 && (
        <Choice<string>
          label={say(INDICATOR_WORDS.across)}
          value={cut.across ?? ''}
          options={[
            { value: '', text: say(INDICATOR_WORDS.notCrossed) },
            ...dimensions.filter(({ value }) => value !== cut.by),
          ]}
          onChange={(one) => address.change({ ...closed, across: one || null })}
        />
      )}
      {(['from', 'to'] as const).map((end) => (
        <Choice<string>
          key={end}
          label={say(INDICATOR_WORDS[end])}
          value={String(question[end])}
          options={yearsFor(end).map((year) => ({
            value: String(year),
            text: periodName(setting, basis, year, locale),
          }))}
          problem={end === 'from' ? said('BAD_PERIOD') : null}
          onChange={(year) => address.change({ from: question.from, to: question.to, [end]: Number(year) })}
        />
      ))}
      {narrows && (
        <Filters indicator={indicator} question={question} filters={cut.filters} narrowed={narrowed} exact={exact} />
      )}
    </section>
  )

  /** A stretch never ends before it begins. */
  function yearsFor(end: 'from' | 'to'): number[] {
    const all = Array.from({ length: REACH }, (_, back) => setting.years.newest - back)
    const listed = all.filter((year) => (end === 'from' ? year <= question.to : year >= question.from))
    return listed.includes(question[end]) ? listed : [question[end], ...listed]
  }
}
