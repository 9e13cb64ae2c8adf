import { useId, useState } from 'react'
import { THEMES, type Theme } from '@causeway/shared/series'
import { themeWords } from '@causeway/shared/words/terms'
import { useLanguage } from '../../../language/language.tsx'
import { Choice } from '../../../ui/choice.tsx'
import TEMPLATE_WORDS from './template-words.json' with { type: 'json' }

interface Props {
  types: { name: string; label: string; themes: Theme[] }[]
  /** Null: there is no college yet, and nothing of it to choose from. */
  institution: string | null
  units: [code: string, name: string][]
}

type What = 'reported' | 'chosen' | Theme

/** One workbook to fill in for several record types, with what the college has in its drop-downs. */
export function TemplatePanel({ types, institution, units }: Props) {
  const { locale, say } = useLanguage()
  const id = useId()
  const [what, setWhat] = useState<What>(institution === null ? 'EXPORT' : 'reported')
  const [unit, setUnit] = useState('')
  const [lang, setLang] = useState<'zh' | 'en'>(locale === 'ZH' ? 'zh' : 'en')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const ofTheme = what === 'reported' || what === 'chosen' ? [] : types.filter(({ themes }) => themes.includes(what))
  const names = what === 'chosen' ? chosen : [what.toLowerCase()]
  const query = new URLSearchParams({ lang, ...(institution !== null && { institution }), ...(unit && { unit }) })
  return (
    <details className="card">
      <summary>{say(TEMPLATE_WORDS.title)}</summary>
      <div className="choose-type stack">
        <p className="quiet">{say(TEMPLATE_WORDS.hint)}</p>
        <Choice<What>
          label={say(TEMPLATE_WORDS.what)}
          value={what}
          options={[
            ...(institution === null ? [] : [{ value: 'reported' as const, text: say(TEMPLATE_WORDS.reported) }]),
            ...THEMES.map((theme) => ({ value: theme, text: say(themeWords[theme]) })),
            { value: 'chosen', text: say(TEMPLATE_WORDS.chosen) },
          ]}
          hint={ofTheme.map(({ label }) => label).join(say({ zh: '、', en: ', ' })) || null}
          onChange={setWhat}
        />
        {what === 'chosen' && (
          <fieldset className="template-types">
            <legend>{say(TEMPLATE_WORDS.types)}</legend>
            {types.map(({ name, label }) => (
              <label key={name} className="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(name)}
                  onChange={(event) =>
                    setChosen(event.target.checked ? [...chosen, name] : chosen.filter((one) => one !== name))
                  }
                />
                {label}
              </label>
            ))}
          </fieldset>
        )}
        {units.length > 0 && (
          <Choice
            label={say(TEMPLATE_WORDS.unit)}
            value={unit}
            options={[
              { value: '', text: say(TEMPLATE_WORDS.whole) },
              ...units.map(([code, name]) => ({ value: code, text: name })),
            ]}
            onChange={setUnit}
          />
        )}
        <Choice
          label={say(TEMPLATE_WORDS.language)}
          value={lang}
          options={[
            { value: 'zh', text: '中文' },
            { value: 'en', text: 'English' },
          ]}
          onChange={setLang}
        />
        {names.length === 0 ? (
          <p id={`${id}-none`} className="quiet">
            {say(TEMPLATE_WORDS.none)}
          </p>
        ) : (
          <a className="button" href={`/templates/${names.join(',')}.xlsx?${query}`} download>
            {say(TEMPLATE_WORDS.download)}
          </a>
        )}
      </div>
    </details>
  )
}
