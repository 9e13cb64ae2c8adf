import type { RefObject } from 'react'
import { THEMES, type Theme } from '@causeway/shared/series'
import { themeWords } from '@causeway/shared/words/terms'
import { useAddress } from '../../address/use-address.ts'
import { useLanguage } from '../../language/language.tsx'
import { Choice } from '../../ui/choice.tsx'
import type { CatalogueEntry } from './catalogue-entry.ts'
import { writeFilter, type CatalogueFilter } from './catalogue-filter.ts'
import { CATALOGUE_WORDS } from './words.ts'

interface Props {
  typed: string
  type: (text: string) => void
  field: RefObject<HTMLInputElement | null>
  filter: CatalogueFilter
  entries: CatalogueEntry[]
  /** A college with records is chosen. */
  mayAskForData: boolean
}

export function CatalogueControls({ typed, type, field, filter, entries, mayAskForData }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const narrow = (more: Partial<CatalogueFilter>) => address.change({ filter: writeFilter({ ...filter, ...more }) })
  const forms = new Map(entries.flatMap((entry) => entry.forms.map(({ id, name }) => [id, name] as const)))
  return (
    <form className="catalogue-search" role="search" onSubmit={(event) => event.preventDefault()}>
      <div className="catalogue-field">
        <label htmlFor="find">{say(CATALOGUE_WORDS.search)}</label>
        <input
          id="find"
          ref={field}
          type="search"
          value={typed}
          onChange={(event) => type(event.target.value)}
          aria-describedby="find-hint"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <p id="find-hint" className="cap">
          {say(CATALOGUE_WORDS.hint)}
        </p>
      </div>
      <div className="controls">
        <Choice<Theme | ''>
          label={say(CATALOGUE_WORDS.theme)}
          value={filter.theme ?? ''}
          options={[
            { value: '', text: say(CATALOGUE_WORDS.allThemes) },
            ...THEMES.map((theme) => ({ value: theme, text: say(themeWords[theme]) })),
          ]}
          onChange={(theme) => narrow({ theme: theme || null })}
        />
        <Choice
          label={say(CATALOGUE_WORDS.form)}
          value={filter.form ?? ''}
          options={[
            { value: '', text: say(CATALOGUE_WORDS.allForms) },
            ...[...forms].map(([value, text]) => ({ value, text })),
          ]}
          onChange={(form) => narrow({ form: form || null })}
        />
        {mayAskForData && (
          <Choice<'held' | 'missing' | ''>
            label={say(CATALOGUE_WORDS.data)}
            value={filter.data ?? ''}
            options={[
              { value: '', text: say(CATALOGUE_WORDS.allData) },
              { value: 'held', text: say(CATALOGUE_WORDS.held) },
              { value: 'missing', text: say(CATALOGUE_WORDS.missing) },
            ]}
            onChange={(data) => narrow({ data: data || null })}
          />
        )}
      </div>
    </form>
  )
}
