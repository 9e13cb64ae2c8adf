import { fill } from '../../language/fill.ts'
import { useLanguage } from '../../language/language.tsx'
import type { ServedAddress } from './addresses.ts'
import { DEVELOPERS_WORDS } from './words.ts'

export function AddressTable({ addresses }: { addresses: ServedAddress[] }) {
  const { say } = useLanguage()
  return (
    <section className="card" aria-labelledby="addresses">
      <header className="card-head">
        <h2 id="addresses">{say(DEVELOPERS_WORDS.addresses)}</h2>
      </header>
      <dl className="addresses">
        {addresses.map(({ pattern, example, words }) => (
          <div key={pattern}>
            <dt>
              <code>{pattern}</code>
            </dt>
            <dd>{say(words)}</dd>
            {example && (
              <dd className="address-example">
                <a href={example} aria-label={say(fill(DEVELOPERS_WORDS.openOf, { pattern }))}>
                  {say(DEVELOPERS_WORDS.open)}
                </a>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  )
}
