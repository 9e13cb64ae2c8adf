import { Link, useAddress, SignInLink } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../setting/setting.tsx'
import { InstitutionLead, SourceLine } from '../../ui/source-line.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { ThemeMark } from '../../ui/theme-mark.tsx'
import { isUnknown, UnknownThing } from '../../ui/unknown-thing.tsx'
import { useTitle } from '../../ui/use-title.ts'
import UI_WORDS from '../../ui/words.json' with { type: 'json' }
import '../../styles/registers.css'
import '../../styles/crosswalk.css'
import type { CrosswalkFacts, CrosswalkCoverage as Coverage } from '../../graph/generated.ts'
import { UnitMatrix, CorrespondenceMark } from './unit-matrix.tsx'
import { graph } from '../../graph/graph.ts'
import CROSSWALK_WORDS from './words.json' with { type: 'json' }

const CrosswalkQuery = graph(`
  query Crosswalk($institution: ID!, $from: ID!, $to: ID!, $on: Date, $release: ID, $asOf: DateTime, $locale: Locale!) {
    crosswalk(institution: $institution, release: $release, asOf: $asOf, from: $from, to: $to, on: $on) { ...CrosswalkFacts }
  }
  fragment CrosswalkFacts on Crosswalk {
    on
    from { code title(locale: $locale) } fromVersion { version }
    to { code title(locale: $locale) } toVersion { version units { code title(locale: $locale) } }
    rows(first: 200) { totalCount edges { node { ...CrosswalkRow } } }
    coverage { ...CrosswalkCoverage }
    toCoverage { ...CrosswalkCoverage }
    whole { ...Judgement }
    strays { ...Judgement }
  }
  fragment CrosswalkRow on CrosswalkRow {
    unit { code title(locale: $locale) } correspondence label(locale: $locale)
    cells {
      unit { code title(locale: $locale) }
      mapping { relation relationLabel(locale: $locale) assessor assessedOn }
    }
  }
  fragment CrosswalkCoverage on UnitCoverage { units counts { correspondence label(locale: $locale) count } mappedShare }
  fragment Judgement on StandardMapping { unit toUnit relationLabel(locale: $locale) assessedOn }
`)

/** How the units of one standard are in another, both ways, to be looked at and taken along. */
export function CrosswalkPage({ setting, place: { from, to } }: PageProps<'crosswalk'>) {
  const { locale, say, formatDay } = useLanguage()
  const address = useAddress()
  const { institution, may } = setting
  const { data, waiting, fault, retry } = useAnswer(
    CrosswalkQuery,
    { institution: institution.code, from, to, on: address.view.on, locale },
    !may,
  )
  const crosswalk = data?.crosswalk ?? null
  const arrow = `${crosswalk?.from.title ?? from} → ${crosswalk?.to.title ?? to}`
  useTitle(arrow, institution.name)
  const crumbs = (
    <p className="crumbs">
      <ThemeMark theme="STANDARDS" />
      <Link to={{ page: 'standards' }}>{say(CROSSWALK_WORDS.all)}</Link>
      {say(CROSSWALK_WORDS.title)}
    </p>
  )
  if (!may)
    return (
      <div className="theme-standards">
        {crumbs}
        <EmptyState title={`${say(CROSSWALK_WORDS.title)} ${from} → ${to}`} page>
          <p>{say(CROSSWALK_WORDS.closedText)}</p>
          <SignInLink className="button">{say(UI_WORDS.signIn)}</SignInLink>
        </EmptyState>
      </div>
    )
  if (fault && isUnknown(fault)) return <UnknownThing kind={say(CROSSWALK_WORDS.kind)} fault={fault} list="standards" />
  if (!crosswalk) return fault ? <FaultState fault={fault} retry={retry} page /> : <Loading rows={7} />
  return (
    <div className="theme-standards" aria-busy={waiting}>
      <header className="page-head">
        {crumbs}
        <h1>{arrow}</h1>
        <InstitutionLead institution={institution} when={formatDay(crosswalk.on)} />
      </header>
      <div className="register-page">
        <p className="actions">
          <a className="button" href={csvAddress(false)} download>
            {say(CROSSWALK_WORDS.download)}
          </a>
          <a className="button" href={csvAddress(true)} download>
            {say(CROSSWALK_WORDS.downloadAll)}
          </a>
          <Link className="button" to={{ page: 'crosswalk', from: to, to: from }}>
            {say(CROSSWALK_WORDS.swap)}
          </Link>
        </p>
        <section className="card" aria-labelledby="coverage">
          <h2 id="coverage">{say(CROSSWALK_WORDS.coverage)}</h2>
          <p className="cap">{say(CROSSWALK_WORDS.coverageSub)}</p>
          <CoverageBar title={nameOf(crosswalk, 'from')} coverage={crosswalk.coverage} />
          <CoverageBar title={nameOf(crosswalk, 'to')} coverage={crosswalk.toCoverage} />
        </section>
        {crosswalk.rows.edges.length > 0 ? (
          <UnitMatrix crosswalk={crosswalk} />
        ) : (
          <p className="quiet">{say(CROSSWALK_WORDS.noUnits)}</p>
        )}
        <Judgements title={say(CROSSWALK_WORDS.wholeJudged)} judgements={crosswalk.whole} />
        <Judgements title={say(CROSSWALK_WORDS.strays)} judgements={crosswalk.strays} />
        <SourceLine institution={institution} />
      </div>
    </div>
  )

  function csvAddress(unmapped: boolean): string {
    const query = new URLSearchParams({ institution: institution.code, lang: locale.toLowerCase() })
    if (address.view.on) query.set('on', address.view.on)
    if (unmapped) query.set('unmapped', '1')
    return `/crosswalk/${encodeURIComponent(from)}/${encodeURIComponent(to)}.csv?${query}`
  }

  function nameOf({ from, to, fromVersion, toVersion }: CrosswalkFacts, side: 'from' | 'to'): string {
    const [{ title }, version] = side === 'from' ? [from, fromVersion] : [to, toVersion]
    if (!version) return title
    return say({ zh: `${title} 第 ${version.version} 版`, en: `${title}, version ${version.version}` })
  }
}

function Judgements({ title, judgements }: { title: string; judgements: CrosswalkFacts['whole'] }) {
  const { formatDay } = useLanguage()
  if (judgements.length === 0) return null
  return (
    <section className="card">
      <h2>{title}</h2>
      <ul className="mention-records">
        {judgements.map(({ unit, toUnit, relationLabel, assessedOn }, at) => (
          <li key={at}>
            {[unit, toUnit].filter(Boolean).join(' → ')} {relationLabel}{' '}
            <span className="quiet">{formatDay(assessedOn)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The units of one side as the parts of a bar, each part with its sign, word and number. */
function CoverageBar({ title, coverage }: { title: string; coverage: Coverage }) {
  const { say } = useLanguage()
  const parts = coverage.counts.filter(({ count }) => count > 0)
  return (
    <div className="coverage">
      <p>
        {title}{' '}
        <span className="quiet">
          {say({ zh: `${coverage.units} 个单元`, en: `${coverage.units} ${coverage.units === 1 ? 'unit' : 'units'}` })}
        </span>
      </p>
      <div className="coverage-bar" aria-hidden="true">
        {parts.map(({ correspondence, count }) => (
          <span key={correspondence} className={`part-${correspondence.toLowerCase()}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="register-legend quiet">
        {parts.map(({ correspondence, label, count }) => (
          <li key={correspondence}>
            <CorrespondenceMark of={correspondence} /> {label} {count}
          </li>
        ))}
      </ul>
    </div>
  )
}
