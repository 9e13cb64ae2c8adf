import { useSyncExternalStore } from 'react'
import { useAddress } from '../../address/use-address.ts'
import { useLanguage } from '../../language/language.tsx'
import { useStill } from '../../still/still.ts'
import { Choice } from '../../ui/choice.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import type { IndicatorName } from '../../graph/generated.ts'
import { snippetsOf, type Asked } from './snippets.ts'
import { DEVELOPERS_WORDS } from './words.ts'

interface Props {
  asked: Omit<Asked, 'origin'>
  indicators: IndicatorName[]
  /** False: there is no college yet. */
  isThere: boolean
}

/** Pieces of code that run as they are. */
export function CodePanel({ asked, indicators, isThere }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const still = useStill()
  // A page that is written as a file knows no server; it names a usual one.
  const origin = useSyncExternalStore(
    () => () => undefined,
    () => location.origin,
    () => 'http://127.0.0.1:4000',
  )
  const known = indicators.find(({ id, code }) => id === asked.indicator || code === asked.indicator)
  return (
    <section className="card" aria-labelledby="code">
      <header className="card-head">
        <h2 id="code">{say(DEVELOPERS_WORDS.code)}</h2>
      </header>
      <p>{say(isThere ? DEVELOPERS_WORDS.codeText : DEVELOPERS_WORDS.noCollege)}</p>
      {!still && known && (
        <div className="controls">
          <Choice
            label={say(DEVELOPERS_WORDS.indicator)}
            value={known.code}
            options={indicators.map(({ code, name }) => ({ value: code, text: `${code} ${name}` }))}
            onChange={(code) => address.change({ filter: [`indicator:${code}`] })}
          />
        </div>
      )}
      {snippetsOf({ ...asked, origin }).map(({ id, title, how, code }) => (
        <div key={id} className="snippet">
          <div className="snippet-head">
            <div>
              <h3>{say(title)}</h3>
              <p className="quiet">{say(how)}</p>
            </div>
            {!still && <CopyButton text={() => code}>{say(DEVELOPERS_WORDS.copy)}</CopyButton>}
          </div>
          <pre
            id={id}
            className="command"
            // It scrolls inside itself where a line is long.
            tabIndex={0}
            role="group"
            aria-label={say(DEVELOPERS_WORDS.codeOf, { title: say(title) })}
          >
            <code>{code}</code>
          </pre>
        </div>
      ))}
    </section>
  )
}
