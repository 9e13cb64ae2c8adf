import { formatQuantity } from '@causeway/shared/format-figure'
import { Link, useAddress, SignInLink } from '../../address/address.tsx'
import { LivesPanel } from '../../charts/lives-panel.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../setting/setting.tsx'
import { InstitutionLead, SourceLine } from '../../ui/source-line.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { ThingLink } from '../../ui/thing-link.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { ThemeMark } from '../../ui/theme-mark.tsx'
import UI_WORDS from '../../ui/words.json' with { type: 'json' }
import { isUnknown, UnknownThing } from '../../ui/unknown-thing.tsx'
import { useTitle } from '../../ui/use-title.ts'
import '../../styles/registers.css'
import { ChangesPanel, VersionsPanel } from './versions-panel.tsx'
import { CertificatesPanel, LinksPanel } from './links-panel.tsx'
import type { StandardFacts } from '../../graph/generated.ts'
import { StandardQuery } from './standard-query.ts'
import STANDARD_WORDS from './words.json' with { type: 'json' }

/** Everything about one standard. Nothing of it is public but what its page of figures says of all. */
export function StandardPage({ setting, place: { id } }: PageProps<'standard'>) {
  const { locale, say, formatDay } = useLanguage()
  const address = useAddress()
  const { institution, may } = setting
  const { data, waiting, fault, retry } = useAnswer(
    StandardQuery,
    { institution: institution.code, code: id, on: address.view.on ?? setting.on, locale },
    !may,
  )
  const standard = data?.standard ?? null
  useTitle(standard?.title ?? id, institution.name)
  const crumbs = (
    <p className="crumbs">
      <ThemeMark theme="STANDARDS" />
      <Link to={{ page: 'standards' }}>{say(STANDARD_WORDS.all)}</Link>
    </p>
  )
  if (!may)
    return (
      <div className="theme-standards">
        {crumbs}
        <EmptyState title={say(STANDARD_WORDS.closed)} page>
          <p>{say(STANDARD_WORDS.closedText, { code: id })}</p>
          <p className="actions">
            <SignInLink className="button">{say(UI_WORDS.signIn)}</SignInLink>
            <Link className="button" to={{ page: 'standards' }}>
              {say(STANDARD_WORDS.all)}
            </Link>
          </p>
        </EmptyState>
      </div>
    )
  if (fault && isUnknown(fault)) return <UnknownThing kind={say(STANDARD_WORDS.kind)} fault={fault} list="standards" />
  if (!standard) return fault ? <FaultState fault={fault} retry={retry} page /> : <Loading rows={7} />
  return (
    <div className="theme-standards" aria-busy={waiting}>
      <header className="page-head">
        {crumbs}
        <h1>{standard.title}</h1>
        <InstitutionLead institution={institution} when={formatDay(standard.on)} />
      </header>
      {fault && <FaultState fault={fault} retry={retry} />}
      <div className="register-page">
        <Facts standard={standard} />
        {standard.adoptions.length > 0 ? (
          <LivesPanel
            adoptions={standard.adoptions}
            on={standard.on}
            institution={institution}
            of={{ standard: standard.code }}
            title={STANDARD_WORDS.adoptions}
            leads={({ country, record }) => ({
              title: null,
              country: address.to({ page: 'country', id: country }),
              adopter: address.to({ page: 'record', id: record.id }),
            })}
          >
            {standard.adoptions.flatMap(({ disorders, record }) =>
              disorders.map(({ message }) => (
                <p key={record.id + message} className="note">
                  {message}
                </p>
              )),
            )}
          </LivesPanel>
        ) : (
          standard.direction !== 'introduced' && <p className="quiet">{say(STANDARD_WORDS.noAdoptions)}</p>
        )}
        <VersionsPanel versions={standard.versions} />
        {standard.versions.length > 1 && (
          <ChangesPanel institution={institution.code} code={standard.code} versions={standard.versions} />
        )}
        <LinksPanel
          standard={standard}
          titles={new Map((data?.others?.edges ?? []).map(({ node }) => [node.code, node.title]))}
        />
        <CertificatesPanel certificates={standard.certificates} />
        <SourceLine institution={institution} />
      </div>
    </div>
  )
}

function Facts({ standard }: { standard: StandardFacts }) {
  const { locale, say, formatDay } = useLanguage()
  const { coverage, country, countryLabel } = standard
  const share = (value: number | null) => (value === null ? '—' : formatQuantity(value, 0, spoken('%'), locale))
  const facts = [
    [STANDARD_WORDS.code, standard.code],
    [STANDARD_WORDS.type, standard.typeLabel],
    [STANDARD_WORDS.direction, standard.directionLabel],
    [
      STANDARD_WORDS.country,
      countryLabel && <ThingLink field={{ name: 'country', value: country, text: countryLabel }} />,
    ],
    [STANDARD_WORDS.major, standard.major],
    [STANDARD_WORDS.localised, standard.localisedOn && formatDay(standard.localisedOn)],
    [STANDARD_WORDS.withdrawn, standard.withdrawnOn && formatDay(standard.withdrawnOn)],
    [
      STANDARD_WORDS.coverage,
      coverage.units === 0
        ? null
        : say({
            zh: `${coverage.units}个；已对照 ${share(coverage.mappedShare)}，等值 ${share(coverage.equivalentShare)}，已有测评结果 ${share(coverage.assessedShare)}`,
            en: `${coverage.units}; ${share(coverage.mappedShare)} compared, ${share(coverage.equivalentShare)} equivalent, ${share(coverage.assessedShare)} assessed`,
          }),
    ],
  ] as const
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts">{say(STANDARD_WORDS.facts)}</h2>
      <FactList facts={facts} />
    </section>
  )
}
