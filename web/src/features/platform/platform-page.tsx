import { Link, useAddress } from '../../address/address.tsx'
import { mentionsAsked, publicName, SubjectFacts, PlatformFacts } from '../../graph/subject-query.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../setting/setting.tsx'
import { useSession } from '../../session/use-session.tsx'
import { FiguresOfOne, useFiguresOfOne } from '../../ui/figures-of-one.tsx'
import { MentionList } from '../../ui/mention-list.tsx'
import { PlatformSign } from '../../ui/platform-sign.tsx'
import { SignInOffer } from '../../ui/records-wanted.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import { ThemeMark } from '../../ui/theme-mark.tsx'
import { isUnknown, NotPublic, UnknownThing } from '../../ui/unknown-thing.tsx'
import { useTitle } from '../../ui/use-title.ts'
import '../../styles/registers.css'
import '../../styles/platforms.css'
import { FactsPanel, MembersPanel, OutputsPanel } from './facts-panel.tsx'
import { NamedPeriod } from '../../graph/figure-fields.ts'
import { graph } from '../../graph/graph.ts'
import PLATFORM_WORDS from './words.json' with { type: 'json' }

const PlatformQuery = graph(
  `
  query Platform(
    $institution: ID!, $code: ID!, $on: Date!, $from: Int!, $to: Int!, $type: ID, $field: String, $first: Int!,
    $after: String, $may: Boolean!, $release: ID, $asOf: DateTime, $locale: Locale!
  ) {
    named: publicSubjects(institution: $institution, release: $release, asOf: $asOf, kind: PLATFORM, code: $code) { name(locale: $locale) }
    platform(institution: $institution, release: $release, asOf: $asOf, code: $code, on: $on) @include(if: $may) { ...WholePlatform }
    subject(institution: $institution, release: $release, asOf: $asOf, kind: PLATFORM, code: $code) @include(if: $may) { ...SubjectFacts }
  }
  fragment WholePlatform on Platform {
    ...PlatformFacts
    parentPlatform { code name(locale: $locale) }
    children { code name(locale: $locale) typeLabel(locale: $locale) runs }
    outputs(from: $from, to: $to) {
      period { ...NamedPeriod }
      counted trainingSessions stays placements events adoptions outputs onlineLearners
    }
  }
`,
  { PlatformFacts, NamedPeriod, SubjectFacts },
)

/** How many years of outputs are beside each other. */
const SHOWN_YEARS = 6

/** Everything about one platform: what it is, who is in it, what it produced by year, every figure, every record. */
export function PlatformPage({ setting, place: { id } }: PageProps<'platform'>) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const { session } = useSession()
  const { institution, may, window, on } = setting
  const { data, waiting, fault, retry } = useAnswer(PlatformQuery, {
    institution: institution.code,
    code: id,
    on,
    from: window.to - SHOWN_YEARS + 1,
    to: window.to,
    ...mentionsAsked(address.view),
    may,
    locale,
  })
  const figures = useFiguresOfOne('platform', id, setting)
  const platform = data?.platform ?? null
  const name = platform?.name ?? (data ? publicName(data, id) : id)
  useTitle(name, institution.name)
  if (fault && isUnknown(fault)) return <UnknownThing kind={say(PLATFORM_WORDS.kind)} fault={fault} list="platforms" />
  if (data?.named?.length === 0 && !may)
    return session === null ? (
      <Loading rows={7} />
    ) : (
      <NotPublic kind={say(PLATFORM_WORDS.kind)} code={id} list="platforms" />
    )
  if (!data) return fault ? <FaultState fault={fault} retry={retry} page /> : <Loading rows={7} />
  return (
    <div className="theme-platforms" aria-busy={waiting}>
      <header className="page-head">
        <p className="crumbs">
          <ThemeMark theme="PLATFORMS" />
          <Link to={{ page: 'platforms' }}>{say(PLATFORM_WORDS.all)}</Link>
        </p>
        <h1>
          {platform && <PlatformSign type={platform.type} />} {name}
        </h1>
        <p className="lead">{institution.name}</p>
      </header>
      {fault && <FaultState fault={fault} retry={retry} />}
      <div className="register-page">
        <SignInOffer institution={institution.code}>{say(PLATFORM_WORDS.offer)}</SignInOffer>
        {platform && (
          <>
            <FactsPanel platform={platform} on={on} />
            {platform.outputs && <OutputsPanel platform={platform.code} outputs={platform.outputs} setting={setting} />}
            <MembersPanel members={platform.members} on={on} />
          </>
        )}
        <FiguresOfOne figures={figures} setting={setting} dimension="platform" code={id} />
        {data.subject && <MentionList mentions={data.subject.mentions} one={address.view.type !== null} />}
      </div>
    </div>
  )
}
