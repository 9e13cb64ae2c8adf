import { factsOf, type PageName } from '@causeway/shared/pages'
import { BETWEEN_SENTENCES } from '@causeway/shared/words/words'
import { Link, SignInLink, useAddress } from '../address/address.tsx'
import { momentOf } from '../address/view.ts'
import type { InstitutionFacts, ShownRelease } from '../graph/generated.ts'
import { useLanguage } from '../language/language.tsx'
import { mayRead, useSession } from '../session/use-session.tsx'
import { useInstitution, useSetting } from '../setting/setting.tsx'
import { useStill } from '../still/still.ts'
import { Choice } from '../ui/choice.tsx'
import { EmptyState } from '../ui/states.tsx'
import { useTitle } from '../ui/use-title.ts'
import RELEASE_WORDS from './release-words.json' with { type: 'json' }

/** It shows nothing of a college that a release has. */
const isApart = (page: PageName) => factsOf(page).now || page === 'about'

/** The switch, and below it which figures a page shows where they are not those that are live. */
export function ReleaseBand({ page }: { page: PageName }) {
  if (isApart(page)) return null
  return (
    <>
      <ReleaseSwitch />
      <Band />
    </>
  )
}

/** Live or a release, for those who may see both. */
function ReleaseSwitch() {
  const { say } = useLanguage()
  const { view, change } = useAddress()
  const { session } = useSession()
  const still = useStill()
  const institution = useInstitution()
  if (still !== null || !institution || !mayRead(session, institution.code)) return null
  const { releases } = institution
  if (releases.length === 0) return null
  const asked = releases.find(({ id, name }) => id === view.release || name === view.release)?.name
  return (
    <div className="controls release-switch off-paper">
      <Choice<string>
        label={say(RELEASE_WORDS.shown)}
        value={asked ?? ''}
        options={[
          { value: '', text: say(RELEASE_WORDS.live) },
          ...releases.toReversed().map(({ name, status }) => ({
            value: name,
            text: status === 'PUBLISHED' || status === 'SUPERSEDED' ? name : say(RELEASE_WORDS.named[status], { name }),
          })),
        ]}
        // Another release opens on another year, and has other records.
        onChange={(name) => change({ release: name || null, asOf: null, after: null, records: null, year: null })}
      />
    </div>
  )
}

function Band() {
  const { say, formatDay, formatMoment } = useLanguage()
  const { place, view } = useAddress()
  const { session } = useSession()
  const { state } = useSetting()
  const institution = useInstitution()
  const { release: name, asOf } = momentOf(place, view)
  const isLive = (name === null || name === 'live') && asOf === null
  const release = institution?.release ?? null
  if (isLive && release === null) return null
  const time = (at: string) => (/^\d{4}-\d\d-\d\d$/.test(at) ? formatDay(at) : formatsAs(at) ? formatMoment(at) : at)
  const may = mayRead(session, institution?.code ?? null)
  return (
    <p className="note release-band" role="note">
      {release ? (
        <Shown release={release} may={may} />
      ) : asOf !== null ? (
        say(RELEASE_WORDS.asOfTime, { at: time(asOf) })
      ) : (
        // Of one that is not there, or not for who asks, nothing is shown.
        state !== 'fault' && say(RELEASE_WORDS.ofRelease, { name: name! })
      )}{' '}
      {!isLive && (
        <Link className="nowrap" view={{ release: null, asOf: null }}>
          {say(may ? RELEASE_WORDS.backToLive : RELEASE_WORDS.backToCurrent)}
        </Link>
      )}
    </p>
  )
}

/** Which it is, since when, up to which day, and why it is another one than the one before. */
function Shown({ release, may }: { release: ShownRelease; may: boolean }) {
  const { say, formatDay, formatMoment } = useLanguage()
  /** What somebody wrote may have no full stop, and another sentence follows. */
  const ended = (text: string | null) =>
    !text || /[。．.!！?？]$/u.test(text) ? (text ?? '') : `${text}${say(FULL_STOP)}`
  const later = useInstitution()?.releases.findLast(isWithdrawnAfter(release))
  const { name, status, publishedAt, dataDate, note, reason, supersedes } = release
  const facts = { name, at: publishedAt ? formatMoment(publishedAt) : '', day: dataDate ? formatDay(dataDate) : '—' }
  const isOut = status !== 'DRAFT' && status !== 'SCHEDULED'
  const sentences = [
    say(isOut ? RELEASE_WORDS.published : RELEASE_WORDS.notPublished, facts),
    may && say(RELEASE_WORDS.notLive),
    status === 'SUPERSEDED' && say(RELEASE_WORDS.superseded),
    status === 'WITHDRAWN' && say(RELEASE_WORDS.withdrawn, { reason: ended(reason) }),
    supersedes && note && say(RELEASE_WORDS.supersedes, { before: supersedes.name, note: ended(note) }),
    status === 'PUBLISHED' &&
      later &&
      say(RELEASE_WORDS.laterWithdrawn, { name: later.name, reason: ended(later.reason) }),
  ]
  return sentences.filter(Boolean).join(say(BETWEEN_SENTENCES))
}

const FULL_STOP = { zh: '。', en: '.' }

type Listed = InstitutionFacts['releases'][number]

/** It was public after this one, which is the current one again since. */
const isWithdrawnAfter =
  ({ publishedAt }: ShownRelease) =>
  (other: Listed) =>
    other.status === 'WITHDRAWN' && other.publishedAt !== null && other.publishedAt > (publishedAt ?? '')

function formatsAs(text: string): boolean {
  return !Number.isNaN(new Date(text).getTime())
}

/** Of a college that has released nothing the public sees what it is, and that. */
export function NothingReleased({ name }: { name: string }) {
  const { say } = useLanguage()
  useTitle(name)
  return (
    <EmptyState title={say(RELEASE_WORDS.nothing, { name })} page>
      <p>{say(RELEASE_WORDS.nothingText)}</p>
      <div className="actions">
        <SignInLink className="button">{say(RELEASE_WORDS.signIn)}</SignInLink>
        <Link className="button" to={{ page: 'institutions' }}>
          {say(RELEASE_WORDS.choose)}
        </Link>
      </div>
    </EmptyState>
  )
}
