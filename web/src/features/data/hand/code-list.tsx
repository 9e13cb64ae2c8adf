import { useEffect, useState } from 'react'
import { useAnswer } from '../../../graph/use-answer.ts'
import { useLanguage } from '../../../language/language.tsx'
import { CodesQuery } from './hand-query.ts'

interface Props {
  id: string
  institution: string
  /** The record type of which codes are offered. */
  type: string
  /** What was typed so far. */
  search: string
  /** Names are written beside the codes; else codes alone. */
  named: boolean
}

const PAUSE_MS = 250

/** What a reference may say, found as somebody types. */
export function CodeList({ id, institution, type, search, named }: Props) {
  const { locale } = useLanguage()
  const [asked, setAsked] = useState(search)
  useEffect(() => {
    const later = setTimeout(() => setAsked(search), PAUSE_MS)
    return () => clearTimeout(later)
  }, [search])
  const { data } = useAnswer(CodesQuery, { institution, type, search: asked, locale })
  return (
    <datalist id={id}>
      {(data?.codes ?? []).map(({ key, label }) => (
        <option key={key} value={named && label !== key ? `${key} ${label}` : key}>
          {label}
        </option>
      ))}
    </datalist>
  )
}
