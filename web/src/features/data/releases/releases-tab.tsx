import { useEffect, useState } from 'react'
import { useAddress } from '../../../address/address.tsx'
import type { InstitutionFacts, ReleaseFacts } from '../../../graph/generated.ts'
import { useForget } from '../../../graph/client.tsx'
import { graph } from '../../../graph/graph.ts'
import { useAnswer } from '../../../graph/use-answer.ts'
import { useLanguage } from '../../../language/language.tsx'
import { mayDo, useSession } from '../../../session/use-session.tsx'
import { Said } from '../../../ui/form-actions.tsx'
import { FaultState, Loading } from '../../../ui/states.tsx'
import { ChecklistList } from './checklist.tsx'
import { Comparison } from './comparison.tsx'
import { NewRelease } from './new-release.tsx'
import { ReleaseCard } from './release-card.tsx'
import WORDS from './words.json' with { type: 'json' }

const ReleasesQuery = graph(`
  query Releases($institution: ID!, $locale: Locale!) { releases(institution: $institution) { ...ReleaseFacts } }
  fragment ReleaseFacts on Release {
    id name year status createdAt publishedAt dataDate note(locale: $locale) reason(locale: $locale) supersedes { name }
  }
`)

/** 定稿与发布: what was released and what is on its way, the newest first. */
export function ReleasesTab({ institution }: { institution: InstitutionFacts }) {
  const { locale, say } = useLanguage()
  const { session } = useSession()
  const [said, setSaid] = useState<string | null>(null)
  // What is compared is printed alone.
  const [compares, setCompares] = useState(false)
  const { data, waiting, fault, retry } = useAnswer(ReleasesQuery, { institution: institution.code, locale })
  const may = mayDo(session, 'releases', institution.code)
  const { view } = useAddress()
  useForgetAtNextRelease(data?.releases ?? null)
  if (!data?.releases) return fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={5} />
  const listed = view.list === null ? null : data.releases.find(({ name }) => name === view.about)
  if (listed) return <ChecklistList release={listed} code={view.list!} />
  return (
    <div className="releases stack-loose" aria-busy={waiting}>
      <div className="stack off-paper">
        <p>{say(WORDS.lead)}</p>
        <Said text={said} />
        {may ? (
          <NewRelease institution={institution} onDone={setSaid} />
        ) : (
          <p className="quiet">{say(WORDS.readOnly)}</p>
        )}
      </div>
      {data.releases.length === 0 && <p>{say(WORDS.none)}</p>}
      <ul className={`plain stack-loose ${compares ? 'off-paper' : ''}`}>
        {data.releases.toReversed().map((release) => (
          <li key={release.id}>
            <ReleaseCard release={release} institution={institution} may={may} onDone={setSaid} />
          </li>
        ))}
      </ul>
      {data.releases.length > 0 && (
        <Comparison institution={institution} releases={data.releases} onCompare={() => setCompares(true)} />
      )}
    </div>
  )
}

/** A browser whose clock is ahead of the server's asks again after so long. */
const LEAST_WAIT_MS = 5_000
/** Longest delay of a timer. */
const LONGEST_WAIT_MS = 2 ** 31 - 1

/** Asks anew when the next scheduled release comes out: its minute is no change that the server tells of. */
function useForgetAtNextRelease(releases: readonly ReleaseFacts[] | null) {
  const forget = useForget()
  useEffect(() => {
    const minutes = (releases ?? []).flatMap(({ status, publishedAt }) =>
      status === 'SCHEDULED' && publishedAt !== null ? Date.parse(publishedAt) : [],
    )
    if (minutes.length === 0) return
    const wait = Math.max(Math.min(...minutes) - Date.now() + 1, LEAST_WAIT_MS)
    const timer = setTimeout(forget, Math.min(wait, LONGEST_WAIT_MS))
    return () => clearTimeout(timer)
  }, [releases, forget])
}
