import { useAddress } from '../../address/use-address.ts'
import { mentionsAsked } from '../../graph/mentions-asked.ts'
import { publicName } from '../../graph/name-query.ts'
import { FiguresOfOneQuery, type RecordFacts } from '../../graph/subject-query.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { PageProps } from '../../pages.ts'
import { mayRead } from '../../session/may.ts'
import { useSession } from '../../session/use-session.tsx'
import { windowOf } from '../../setting/years.ts'
import { FiguresOfOne } from '../../ui/figures-of-one.tsx'
import { MentionList } from '../../ui/mention-list.tsx'
import { MentionTable } from '../../ui/mention-table.tsx'
import { RecordFactList } from '../../ui/record-facts.tsx'
import { SignInOffer } from '../../ui/sign-in-offer.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import { ThingLink } from '../../ui/thing-link.tsx'
import { isUnknown, UnknownThing } from '../../ui/unknown-thing.tsx'
import { useTitle } from '../../ui/use-title.ts'
import '../../styles/registers.css'
import { PartnerQuery } from './partner-query.ts'
import { PARTNER_WORDS } from './words.ts'

/** Everything about one partner: what it is, agreements, joint programmes and platforms with it, every figure, every record. */
export function PartnerPage({ setting, place: { id } }: PageProps<'partner'>) {
  const { locale, say } = useLanguage()
  const { view } = useAddress()
  const { session } = useSession()
  const { institution, years, year } = setting
  const may = mayRead(session, institution.code)
  const window = windowOf(years, year)
  const { data, waiting, fault, retry } = useAnswer(PartnerQuery, {
    institution: institution.code,
    code: id,
    ...window,
    ...mentionsAsked(view),
    may,
    locale,
  })
  const figures = useAnswer(FiguresOfOneQuery, {
    dimension: 'partner',
    code: id,
    institution: institution.code,
    ...window,
    locale,
  })
  const subject = data?.subject ?? null
  const name = subject?.name ?? (data ? publicName(data, id) : id)
  useTitle(`${name}, ${institution.name}`)
  if (fault && isUnknown(fault)) return <UnknownThing kind={say(PARTNER_WORDS.kind)} fault={fault} />
  if (!data) return fault ? <FaultState fault={fault} retry={retry} page /> : <Loading rows={7} />
  const shared = subject
    ? { mentions: subject.mentions, cell: (field: RecordFacts['fields'][number]) => <ThingLink field={field} /> }
    : null
  return (
    <div aria-busy={waiting}>
      <header className="page-head">
        <p className="crumbs">{say(PARTNER_WORDS.kind)}</p>
        <h1>{name}</h1>
        <p className="lead">
          {institution.name}
          {say(PARTNER_WORDS.lead)}
        </p>
      </header>
      {fault && <FaultState fault={fault} retry={retry} />}
      <div className="register-page">
        <SignInOffer institution={institution.code}>{say(PARTNER_WORDS.offer)}</SignInOffer>
        {subject?.record && (
          <section className="card" aria-labelledby="facts">
            <h2 id="facts">{say(PARTNER_WORDS.facts)}</h2>
            <RecordFactList record={subject.record} cell={(field) => <ThingLink field={field} />} />
          </section>
        )}
        {shared && (
          <>
            <MentionTable
              {...shared}
              type="agreement"
              theme="platforms"
              title={say(PARTNER_WORDS.agreements)}
              fields={['type', 'signed_on', 'from', 'to', 'programme']}
            />
            <MentionTable
              {...shared}
              type="joint-programme"
              theme="introduction"
              title={say(PARTNER_WORDS.joint)}
              fields={['approval', 'programme', 'from', 'to', 'intake_per_cohort']}
            />
            <MentionTable
              {...shared}
              type="platform-member"
              theme="platforms"
              title={say(PARTNER_WORDS.platforms)}
              fields={['platform', 'role', 'from', 'to']}
            />
            <MentionTable
              {...shared}
              type="overseas-site"
              theme="export"
              title={say(PARTNER_WORDS.sites)}
              fields={['type', 'brand', 'country', 'opened_on', 'closed_on']}
            />
          </>
        )}
        {figures.fault && <FaultState fault={figures.fault} retry={figures.retry} />}
        {figures.data ? (
          <FiguresOfOne indicators={figures.data.indicators} setting={setting} filter={`partner:${id}`} />
        ) : (
          figures.waiting && <Loading rows={6} />
        )}
        {subject && <MentionList mentions={subject.mentions} one={view.type !== null} />}
      </div>
    </div>
  )
}
