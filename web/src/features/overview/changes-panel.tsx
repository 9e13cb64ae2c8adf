import type { Words } from '@causeway/shared/words/words'
import { Link } from '../../address/link.tsx'
import { useLanguage } from '../../language/language.tsx'
import { ThemeMark } from '../../ui/theme-mark.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import type { ChangeFacts } from '../../graph/generated.ts'
import { OVERVIEW_WORDS } from './words.ts'
import '../../styles/matters.css'

/** What changed most against the year before, and why, as far as the records say. */
export function ChangesPanel({ changes }: { changes: ChangeFacts[] }) {
  const { say } = useLanguage()
  return (
    <>
      {changes.length === 0 && <p className="quiet">{say(OVERVIEW_WORDS.noChanges)}</p>}
      <ChangeList title={OVERVIEW_WORDS.better} changes={changes.filter(({ better }) => better)} />
      <ChangeList title={OVERVIEW_WORDS.worse} changes={changes.filter(({ better }) => !better)} />
      {changes.length > 0 && <p className="cap">{say(OVERVIEW_WORDS.changesNote)}</p>}
    </>
  )
}

function ChangeList({ title, changes }: { title: Words; changes: ChangeFacts[] }) {
  const { say } = useLanguage()
  if (changes.length === 0) return null
  return (
    <>
      <h3 className="changes-side">{say(title)}</h3>
      <ol className="changes">
        {changes.map((change) => (
          <ChangeItem key={change.indicator.id} change={change} />
        ))}
      </ol>
    </>
  )
}

function ChangeItem({ change }: { change: ChangeFacts }) {
  const { indicator, difference, sentence, reason, dimension } = change
  return (
    <li className={`theme-${indicator.theme.toLowerCase()}`}>
      <span className="change-sign" aria-hidden="true">
        {difference > 0 ? '▲' : '▼'}
      </span>
      <div>
        <h4>
          <Link to={{ page: 'indicator', id: indicator.id }} view={dimension ? { by: dimension.id } : {}}>
            {indicator.name}
          </Link>
          {'\u00a0'}
          <ThemeMark theme={indicator.theme} />
        </h4>
        <p>
          <Unbroken text={sentence} />
        </p>
        {reason && (
          <p className="quiet">
            <Unbroken text={reason} />
          </p>
        )}
      </div>
    </li>
  )
}
