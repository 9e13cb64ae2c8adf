import { useState } from 'react'
import { useAnswer } from '../../../graph/use-answer.ts'
import { useLanguage } from '../../../language/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { madeByWords } from '../../../ui/not-done.tsx'
import { FaultState, Loading } from '../../../ui/states.tsx'
import { MappingVersionsQuery } from './saved-query.ts'
import SAVED_WORDS from './saved-words.json' with { type: 'json' }

interface Props {
  institution: string
  name: string
  onTake: (version: number) => void
}

/** The earlier versions of a mapping: asked for when somebody opens them. */
export function SavedVersions(props: Props) {
  const { say } = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <details className="saved-versions" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {say(SAVED_WORDS.versions)}
        <span className="for-ears">
          {say(SAVED_WORDS.colon)}
          {props.name}
        </span>
      </summary>
      {open && <Versions {...props} />}
    </details>
  )
}

function Versions({ institution, name, onTake }: Props) {
  const { say, formatDay } = useLanguage()
  const { data, fault, retry } = useAnswer(MappingVersionsQuery, { institution, name })
  const versions = data?.savedMapping?.versions
  if (!versions) return fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={2} />
  return (
    <ul className="lines">
      {versions.slice(1).map(({ version, savedAt, savedBy }) => (
        <li key={version} className="row">
          <span>
            {say(SAVED_WORDS.facts, { version, day: formatDay(savedAt.slice(0, 10)), who: say(madeByWords(savedBy)) })}
          </span>{' '}
          <Button
            aria-label={`${say(SAVED_WORDS.export)}${say(SAVED_WORDS.colon)}${name} ${version}`}
            onClick={() => onTake(version)}
          >
            {say(SAVED_WORDS.export)}
          </Button>
        </li>
      ))}
    </ul>
  )
}
