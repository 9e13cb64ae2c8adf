import { periodLabel } from '@causeway/shared/period'
import { figureSentence } from '@causeway/shared/figure-sentence'
import { dimensionName } from '@causeway/shared/series-facts'
import { themeWords } from '@causeway/shared/words/terms'
import { type Words, inLocale } from '@causeway/shared/words/words'
import { Link, useAddress } from '../../address/address.tsx'
import { cutFor, writeFilter } from '../../graph/series-filter.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { judgedBy } from '../../graph/change.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps, Setting } from '../../setting/setting.tsx'
import { useStill } from '../../still/still.ts'
import { FigureValue } from '../../ui/figure-value.tsx'
import { IndicatorCode, ThemeMark } from '../../ui/theme-mark.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import { NameHeading, Unbroken } from '../../ui/unbroken.tsx'
import { useBelongsTo, useTitle } from '../../ui/use-title.ts'
import { UnknownIndicator } from '../../ui/unknown-thing.tsx'
import { readAgainst, NumberInHand, shownValue } from './number-in-hand.tsx'
import { OpenStarts } from '../../ui/open-starts.tsx'
import { AnswerFacts } from './answer-facts.tsx'
import { SaidBefore } from './said-before.tsx'
import type { AnswerIndicator, Reconciled } from '../../graph/generated.ts'
import ANSWER_WORDS from './words.json' with { type: 'json' }
import '../../styles/answer.css'
import { FigureFacts } from '../../graph/figure-fields.ts'
import { graph } from '../../graph/graph.ts'
import { CopyButton, useOrigin } from '../../ui/copy-button.tsx'
import { Button } from '../../ui/button.tsx'

/**
 * One figure with everything it has to be known with, and the other lawful values of its name: one question. The label in English
 * (`key`) names a value in an address, whatever the language of the page.
 */
const AnswerQuery = graph(
  `
  query Answer(
    $id: ID!, $institution: ID!, $basis: Basis, $scope: Scope, $year: Int!, $filter: [DimensionFilter!],
    $narrowed: Boolean!, $by: ID!, $exact: Boolean!, $set: Boolean!, $number: String!, $release: ID, $asOf: DateTime,
    $locale: Locale!
  ) {
    institution(code: $institution, release: $release, asOf: $asOf) { nameZh: name(locale: ZH) nameEn: name(locale: EN) dataDate }
    indicator(id: $id) { ...AnswerIndicator }
    reconcile(indicator: $id, institution: $institution, year: $year, release: $release, asOf: $asOf) { ...Reconciled }
  }
  fragment AnswerIndicator on Indicator {
    id code nameZh: name(locale: ZH) nameEn: name(locale: EN) unitZh: unit(locale: ZH) unitEn: unit(locale: EN)
    theme kind decimals countedIn(locale: $locale) definition(locale: $locale) formula(locale: $locale) version
    bases dimensions { id name(locale: $locale) }
    series(
      institution: $institution, basis: $basis, scope: $scope, from: $year, to: $year, filter: $filter, release: $release,
      asOf: $asOf
    ) {
      basis scope computedAt release { name } figures { ...AnsweredFigure }
    }
    named: series(
      institution: $institution, basis: $basis, scope: $scope, from: $year, to: $year, by: $by, release: $release, asOf: $asOf
    )
      @include(if: $narrowed) { figures { category { key zh: label(locale: ZH) en: label(locale: EN) } } }
  }
  fragment AnsweredFigure on Figure {
    ...FigureFacts numerator denominator size interval { low high } explanation { recordCount groupHeadcount openStarts { ...OpenStartsFacts } }
  }
  fragment Reconciled on Reconciliation {
    reference { key: label }
    values { ...ComparedValue }
    differences @include(if: $exact) { to { key: label } sentence(locale: $locale) }
    against(number: $number) @include(if: $set) { sentence(locale: $locale) matches { key: label } }
  }
  fragment ComparedValue on ReconciledValue {
    key: label label(locale: $locale) indicator { id decimals } basis at scope part counting unit(locale: $locale)
    value figure { gap } askedBy { form formName(locale: $locale) }
  }
`,
  { FigureFacts, OpenStartsFacts: OpenStarts },
)

/** One figure, one page, one link: for anyone who asks "can you confirm this number?". */
export function AnswerPage({ setting, place: { id } }: PageProps<'answer'>) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const { view } = address
  const still = useStill() !== null
  const { institution, year, may: exact } = setting
  const { filters } = cutFor({ ...view, by: null, across: null }, exact)
  const { typed } = readAgainst(view.against)
  const { data, waiting, fault, retry } = useAnswer(AnswerQuery, {
    id,
    institution: institution.code,
    basis: view.basis,
    scope: view.scope,
    year,
    filter: filters.length > 0 ? filters : null,
    narrowed: filters.length > 0,
    by: filters[0]?.dimension ?? 'country',
    exact,
    set: typed !== null,
    number: typed ?? '',
    release: view.release,
    asOf: view.asOf,
    locale,
  })
  const indicator = data?.indicator ?? null
  const figure = indicator?.series?.figures[0] ?? null
  const name: Words | null = indicator && { zh: indicator.nameZh, en: indicator.nameEn }
  useBelongsTo(indicator?.theme ?? null)
  // Its tab is beside that of the indicator's page.
  useTitle(...(name && figure ? [say(name), periodLabel(figure.period, locale), institution.name] : [id]))
  if (!indicator || !name || !data) {
    if (fault?.code === 'UNKNOWN_INDICATOR' || (!waiting && !fault))
      return <UnknownIndicator id={id} fault={fault} page="answer" />
    return fault ? <FaultState fault={fault} retry={retry} page /> : <Loading rows={6} />
  }
  const { series } = indicator
  const unit = { zh: indicator.unitZh, en: indicator.unitEn }
  const whose: Words = data.institution
    ? { zh: data.institution.nameZh, en: data.institution.nameEn }
    : { zh: institution.name, en: institution.name }
  // Of the moment that is asked about, as the name is.
  const dataDate = data.institution ? data.institution.dataDate : institution.dataDate
  const narrowed = filters.map((filter) => narrowedWords(indicator, filter))
  const cuts = { basis: view.basis, scope: view.scope, filter: filters.map(writeFilter) }
  const sentence =
    series &&
    figure &&
    figureSentence(figure, {
      institution: whose,
      name,
      unit,
      decimals: indicator.decimals,
      kind: indicator.kind,
      countedIn: judgedBy({ ...indicator, unit: say(unit) }).countedIn,
      scope: series.scope,
      narrowed,
      dataDate,
      release: series.release?.name ?? null,
    })
  return (
    <article className={`answer theme-${indicator.theme.toLowerCase()}`} aria-busy={waiting}>
      <header>
        <p className="crumbs">
          <ThemeMark theme={indicator.theme} />
          <Link to={{ page: 'theme', theme: indicator.theme }}>{say(themeWords[indicator.theme])}</Link>
          <IndicatorCode {...indicator} />
        </p>
        <NameHeading name={say(name)} />
        {figure && <FigureValue figure={figure} indicator={{ ...indicator, unit: say(unit) }} />}
      </header>
      {!(series && data.reconcile) && fault && <FaultState fault={fault} retry={retry} />}
      {series && figure && sentence && (
        <>
          <AnswerFacts
            indicator={indicator}
            institution={{ name: say(whose), dataDate }}
            series={series}
            figure={figure}
            narrowed={narrowed}
          />
          <Telling sentence={sentence} setting={setting} />
          {!still && (exact || series.release) && (
            <SaidBefore
              current={series.release?.name ?? null}
              indicator={indicator}
              asked={{
                ...{ id, institution: institution.code, basis: view.basis, scope: view.scope, locale },
                filter: filters.length > 0 ? filters : null,
                to: { year, release: view.release, asOf: view.asOf },
              }}
            />
          )}
        </>
      )}
      {data.reconcile && series && still && <LawfulValues found={data.reconcile} />}
      {data.reconcile && series && !still && (
        <NumberInHand found={data.reconcile} indicator={indicator} series={series} exact={exact} fault={fault} />
      )}
      <p className="actions">
        <Link className="button" to={{ page: 'indicator', id: indicator.code }} view={cuts}>
          {say(ANSWER_WORDS.full)}
        </Link>
      </p>
    </article>
  )
}

function narrowedWords(indicator: AnswerIndicator, filter: { dimension: string; in: string[] }): Words {
  const dimension = dimensionName(filter.dimension)
  const of = (lang: 'zh' | 'en') =>
    filter.in.map(
      (key) => indicator.named?.figures.find((figure) => figure.category?.key === key)?.category?.[lang] ?? key,
    )
  return { zh: `${dimension.zh}：${of('zh').join('、')}`, en: `${dimension.en}: ${of('en').join(', ')}` }
}

/** The lawful values in a folder of files, where nothing can be chosen or typed. */
function LawfulValues({ found }: { found: Reconciled }) {
  const { locale, say } = useLanguage()
  return (
    <section className="in-hand stack" aria-labelledby="in-hand">
      <h2 id="in-hand">{say(ANSWER_WORDS.hand)}</h2>
      <p className="quiet">{say(ANSWER_WORDS.onOtherTerms)}</p>
      <ul className="lines">
        {found.values.map((value) => (
          <li key={value.key}>{say(ANSWER_WORDS.isOther, { label: value.label, value: shownValue(value, locale) })}</li>
        ))}
      </ul>
    </section>
  )
}

/** The figure as one passes it on: its sentence, in either language, with the link to it. */
function Telling({ sentence, setting: { institution, year } }: { sentence: Words; setting: Setting }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const origin = useOrigin()
  const still = useStill() !== null
  const link = (lang: 'zh' | 'en') =>
    origin + address.with({ lang, institution: institution.code, year, against: null, mode: null })
  const inFull = (lang: 'ZH' | 'EN') => `${inLocale(sentence, lang)} ${link(lang === 'ZH' ? 'zh' : 'en')}`
  return (
    <section className="telling stack" aria-labelledby="telling">
      <h2 id="telling">{say(ANSWER_WORDS.sentence)}</h2>
      <blockquote>
        <Unbroken text={say(sentence)} />
      </blockquote>
      {!still && (
        <div className="actions">
          <CopyButton text={() => inFull('ZH')}>{say(ANSWER_WORDS.copyZh)}</CopyButton>
          <CopyButton text={() => inFull('EN')}>{say(ANSWER_WORDS.copyEn)}</CopyButton>
          <CopyButton text={() => link(locale === 'ZH' ? 'zh' : 'en')}>{say(ANSWER_WORDS.share)}</CopyButton>
          <Button onClick={() => print()}>{say(ANSWER_WORDS.print)}</Button>
        </div>
      )}
    </section>
  )
}
