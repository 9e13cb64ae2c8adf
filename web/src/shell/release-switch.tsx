import { factsOf, type PageName } from '@causeway/shared/pages'
import { Link, useAddress } from '../address/address.tsx'
import { graph } from '../graph/graph.ts'
import { useAnswer } from '../graph/use-answer.ts'
import { useLanguage } from '../language/language.tsx'
import { mayRead, useSession } from '../session/use-session.tsx'
import { useInstitution } from '../setting/setting.tsx'
import { useStill } from '../still/still.ts'
import { Choice } from '../ui/choice.tsx'
import SHELL_WORDS from './words.json' with { type: 'json' }

const ReleaseNamesQuery = graph(`
  query ReleaseNames($institution: ID!) { releases(institution: $institution) { id name } }
`)

/** Pages whose figures can be those of a release or of a time. */
const OF_RELEASES: ReadonlySet<PageName> = new Set(['indicator', 'answer'])

/** Live or a release, for those who may see both. */
function ReleaseSwitch({ page }: { page: PageName }) {
  const { say } = useLanguage()
  const { view, change } = useAddress()
  const { session } = useSession()
  const still = useStill()
  const code = useInstitution()?.code ?? null
  const offered = still === null && code !== null && OF_RELEASES.has(page) && mayRead(session, code)
  const { data } = useAnswer(ReleaseNamesQuery, { institution: code ?? '' }, !offered)
  const names = data?.releases?.map(({ name }) => name) ?? []
  const asked = data?.releases?.find(({ id, name }) => id === view.release || name === view.release)?.name
  if (!offered || names.length === 0) return null
  return (
    <div className="controls off-paper">
      <Choice<string>
        label={say(SHELL_WORDS.shown)}
        value={asked ?? ''}
        options={[
          { value: '', text: say(SHELL_WORDS.live) },
          ...names.toReversed().map((name) => ({ value: name, text: name })),
        ]}
        onChange={(name) => change({ release: name || null, asOf: null, after: null })}
      />
    </div>
  )
}

/** The switch, and below it which figures a page shows where they are not those that are live. */
export function ReleaseBand({ page }: { page: PageName }) {
  return (
    <>
      <ReleaseSwitch page={page} />
      <Band page={page} />
    </>
  )
}

function Band({ page }: { page: PageName }) {
  const { say, formatDay, formatMoment } = useLanguage()
  const { view } = useAddress()
  const { release, asOf } = view
  if (!factsOf(page).figures || ((release === null || release === 'live') && asOf === null)) return null
  const time = (at: string) => (/^\d{4}-\d\d-\d\d$/.test(at) ? formatDay(at) : formatsAs(at) ? formatMoment(at) : at)
  const said = !OF_RELEASES.has(page)
    ? say(SHELL_WORDS.notKept)
    : release !== null
      ? say(SHELL_WORDS.ofRelease, { name: release })
      : say(SHELL_WORDS.asOfTime, { at: time(asOf!) })
  return (
    <p className="note release-band" role="note">
      {said}{' '}
      <Link className="nowrap" view={{ release: null, asOf: null }}>
        {say(SHELL_WORDS.backToLive)}
      </Link>
    </p>
  )
}

function formatsAs(text: string): boolean {
  return !Number.isNaN(new Date(text).getTime())
}
