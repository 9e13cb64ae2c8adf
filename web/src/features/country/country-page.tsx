import { formatFigure } from '@causeway/shared/format-figure'
import { themeWords } from '@causeway/shared/words/themes'
import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { LivesPanel } from '../../charts/lives-panel.tsx'
import { mentionsAsked } from '../../graph/subject-query.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { formatDay } from '../../language/format-date.ts'
import { spoken } from '../../language/spoken.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../setting/setting.tsx'
import { mayRead } from '../../session/may.ts'
import { useSession } from '../../session/use-session.tsx'
import { registerDay, reportLabel, windowOf } from '../../setting/years.ts'
import { FiguresOfOne, useFiguresOfOne } from '../../ui/figures-of-one.tsx'
import { InstitutionLead } from '../../ui/institution-lead.tsx'
import { MentionList } from '../../ui/mention-list.tsx'
import { Phrases } from '../../ui/phrases.tsx'
import { SignInOffer } from '../../ui/sign-in-offer.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { useTitle } from '../../ui/use-title.ts'
import '../../styles/registers.css'
import '../../styles/registers-print.css'
import { CountryQuery, type CountryAnswer } from './country-query.ts'
import { PartnersPanel } from './partners-panel.tsx'
import { WhoLearnsPanel } from './who-learns-panel.tsx'
import { COUNTRY_WORDS } from './words.ts'

/** Everything about one country or region: who learns from whom both ways, partners and adoptions there, every figure, every record. */
export function CountryPage({ setting, place: { id } }: PageProps<'country'>) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const { session } = useSession()
  const { institution, years, year } = setting
  const may = mayRead(session, institution.code)
  const window = windowOf(years, year)
  const on = registerDay(institution, years.periodOf(year))
  const { data, waiting, fault, retry } = useAnswer(CountryQuery, {
    institution: institution.code,
    code: id,
    key: id,
    on,
    ...window,
    ...mentionsAsked(address.view),
    may,
    locale,
  })
  const figures = useFiguresOfOne('country', id, setting)
  useTitle(data?.country?.name ?? id, institution.name)
  if (!data?.country && fault) return <FaultState fault={fault} retry={retry} page />
  if (!data) return <Loading rows={7} />
  if (!data.country)
    return (
      <EmptyState title={say(COUNTRY_WORDS.unknown)} page>
        <p>{id}</p>
        <Link className="button" href={address.to({ page: 'overview' })}>
          {say(COUNTRY_WORDS.overview)}
        </Link>
      </EmptyState>
    )
  const { country, subject, adoptions } = data
  const lives = (adoptions?.edges ?? []).map(({ node }) => node)
  return (
    <div aria-busy={waiting}>
      <header className="page-head">
        <p className="crumbs">{say(COUNTRY_WORDS.kind)}</p>
        <h1>
          <Phrases text={headlineOf(data)} />
        </h1>
        <InstitutionLead institution={institution} when={reportLabel(years.periodOf(year), locale)} />
        <p className="lead">
          {[country.continent, ...country.blocs].map(({ label }) => label).join(say({ zh: '、', en: ', ' }))}
          {country.blocs.length > 0 &&
            say({
              zh: `（成员身份以${formatDay(on, locale)}为准）`,
              en: ` (member on ${formatDay(on, locale)})`,
            })}
        </p>
      </header>
      {fault && <FaultState fault={fault} retry={retry} />}
      <div className="register-page">
        {data.introduction && data.export && (
          <WhoLearnsPanel
            introduction={data.introduction}
            carriedOut={data.export}
            country={{ code: id, name: country.name }}
            setting={setting}
          />
        )}
        <SignInOffer institution={institution.code}>{say(COUNTRY_WORDS.offer)}</SignInOffer>
        {subject && <PartnersPanel mentions={subject.mentions} />}
        {lives.length > 0 && (
          <LivesPanel
            adoptions={lives}
            on={on}
            institution={institution}
            of={{ country: id }}
            title={COUNTRY_WORDS.adoptions}
            leads={({ standard, record }) => ({
              title: standard ? address.to({ page: 'standard', id: standard }) : null,
              country: null,
              adopter: address.to({ page: 'record', id: record.id }),
            })}
          />
        )}
        <FiguresOfOne figures={figures} setting={setting} dimension="country" code={id} />
        {subject && <MentionList mentions={subject.mentions} one={address.view.type !== null} />}
      </div>
    </div>
  )

  function headlineOf({ country, introduction, export: out }: CountryAnswer): string {
    const name = country!.name
    const told = [
      { side: introduction, words: themeWords.INTRODUCTION },
      { side: out, words: themeWords.EXPORT },
    ].flatMap(({ side, words }) => {
      const figure = side?.series?.figures.find((one) => one.period.year === year)
      if (!figure || figure.value === null) return []
      const text = formatFigure(figure, { decimals: 0, unit: spoken(side!.unit) }, locale)
      return [say({ zh: `${words.zh} ${text}`, en: `${words.en.toLowerCase()} ${text}` })]
    })
    if (told.length === 0) return name
    return say({ zh: `${name}：${told.join('，')}`, en: `${name}: ${told.join(', ')}` })
  }
}
