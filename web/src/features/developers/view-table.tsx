import { useLanguage } from '../../language/language.tsx'
import { DEVELOPERS_WORDS } from './words.ts'
import { SERVED_VIEWS } from './views.ts'

/** Views that have a name of their own: what each shows, what it takes, what stands in its files. */
export function ViewTable() {
  const { say } = useLanguage()
  const colon = say({ zh: '：', en: ': ' })
  return (
    <section className="card" aria-labelledby="views">
      <header className="card-head">
        <h2 id="views">{say(DEVELOPERS_WORDS.views)}</h2>
      </header>
      <p className="quiet">{say(DEVELOPERS_WORDS.viewsNote)}</p>
      <dl className="addresses views">
        {SERVED_VIEWS.map(({ name, words, parameters, columns, closed }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              {say(words)}
              {closed && <span className="quiet">{say(DEVELOPERS_WORDS.viewClosed)}</span>}
            </dd>
            <dd className="quiet">
              {say(DEVELOPERS_WORDS.viewParameters)}
              {colon}
              <code>{parameters}</code>
            </dd>
            <dd className="quiet">
              {say(DEVELOPERS_WORDS.viewColumns)}
              {colon}
              <code>{columns}</code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
