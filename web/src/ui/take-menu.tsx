import { embeddedAddress, embeddingCode, fileAddress, type FileFormat, type TakenView } from '../address/taken-view.ts'
import { useLanguage } from '../language/language.tsx'
import { CopyButton, useOrigin } from './copy-button.tsx'
import TAKE_WORDS from './take-words.json' with { type: 'json' }

/** The files of a view, and what to put into another page. */
export function TakeMenu({ view, title }: { view: TakenView; title: string }) {
  const { locale, say } = useLanguage()
  const origin = useOrigin()
  const lang = locale === 'ZH' ? 'zh' : 'en'
  const file = `${view.name}-${String(view.query['institution'] ?? '')}-${lang}`
  return (
    <div className="take-menu stack-tight">
      <ul>
        {(Object.keys(TAKE_WORDS.files) as FileFormat[]).map((format) => (
          <li key={format}>
            <a className="button" href={fileAddress(view, format, lang)} download={`${file}.${format}`}>
              {say(TAKE_WORDS.files[format])}
            </a>
          </li>
        ))}
      </ul>
      {view.closed ? (
        <p className="cap">{say(TAKE_WORDS.closed)}</p>
      ) : (
        <div className="take-copies">
          <CopyButton text={() => embeddingCode(origin + embeddedAddress(view, lang), title)}>
            {say(TAKE_WORDS.code)}
          </CopyButton>
          <CopyButton text={() => origin + fileAddress(view, 'png', lang)}>{say(TAKE_WORDS.picture)}</CopyButton>
        </div>
      )}
    </div>
  )
}
