import { useId } from 'react'
import { ENCODING_NAMES, TEXT_ENCODINGS, type NamedEncoding } from '@causeway/shared/text-encodings'
import { useLanguage } from '../../../language/language.tsx'
import { changeDraft, type Draft } from './import-draft.ts'
import { IMPORT_WORDS } from './import-words.ts'
import type { ImportDesk } from './use-import.ts'

interface Props {
  draft: Draft
  /** Nothing shows it, or is not what was chosen. */
  inDoubt: boolean
  desk: ImportDesk
}

/** In which encoding a text file is read. Another makes it another text: it is looked at as if for the first time. */
export function EncodingChoice({ draft, inDoubt, desk }: Props) {
  const { say } = useLanguage()
  const id = useId()
  return (
    <div className="choice">
      <label htmlFor={id}>{say(IMPORT_WORDS.encodingField)}</label>
      <select
        id={id}
        value={draft.encoding ?? ''}
        disabled={desk.progress !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const encoding = event.target.value === '' ? null : (event.target.value as NamedEncoding)
          const anew = draft.typeFound ? { type: null, mapping: null, typeFound: false } : {}
          changeDraft({ encoding, ...anew, headerRow: null, foundHeaderRow: null, columns: {}, corrections: [] })
          void desk.checkAnew()
        }}
      >
        <option value="">
          {say(inDoubt && draft.encoding === null ? IMPORT_WORDS.encodingUnknown : IMPORT_WORDS.encodingFound)}
        </option>
        {ENCODING_NAMES.map((name) => (
          <option key={name} value={name}>
            {say(TEXT_ENCODINGS[name])}
          </option>
        ))}
      </select>
      <span id={`${id}-hint`} className="cap">
        {say(IMPORT_WORDS.encodingHint)}
      </span>
    </div>
  )
}
