import { useDeferredValue, useMemo, useState } from 'react'
import { useAddress } from '../../address/use-address.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import { inReadingOrder, isRoot, searchSchema, type FoundType } from './schema-search.ts'
import { SchemaTypeItem } from './schema-type-item.tsx'
import { DEVELOPERS_WORDS } from './words.ts'
import { graph } from '../../graph/graph.ts'

const SchemaQuery = graph(`
  query SchemaInWords { __schema { types { ...SchemaType } } }
  fragment SchemaType on __Type {
    kind name description
    fields { name description args { ...SchemaArgument } type { ...TypeName } }
    inputFields { ...SchemaArgument } enumValues { name description } possibleTypes { name }
  }
  fragment SchemaArgument on __InputValue { name description type { ...TypeName } }
  fragment TypeName on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
`)

/** Every type and field with its description, searched as one types. */
export function SchemaPanel() {
  const { say } = useLanguage()
  const { view } = useAddress()
  const { data, waiting, fault, retry } = useAnswer(SchemaQuery, {})
  const [typed, type] = useState(view.search ?? '')
  const sought = useDeferredValue(typed)
  const types = useMemo(() => inReadingOrder(data?.__schema.types ?? []), [data])
  const found = useMemo(() => searchSchema(types, sought), [types, sought])
  const show = (name: string) => {
    type(name)
    document.getElementById('schema-find')?.focus()
  }
  return (
    <section className="card" aria-labelledby="schema">
      <header className="card-head">
        <h2 id="schema">{say(DEVELOPERS_WORDS.schema)}</h2>
      </header>
      <p>{say(DEVELOPERS_WORDS.schemaText)}</p>
      {fault && <FaultState fault={fault} retry={retry} />}
      {!data && waiting && <Loading rows={5} />}
      {data && (
        <>
          <form className="schema-search" role="search" onSubmit={(event) => event.preventDefault()}>
            <label htmlFor="schema-find">{say(DEVELOPERS_WORDS.find)}</label>
            <input
              id="schema-find"
              type="search"
              value={typed}
              onChange={(event) => type(event.target.value)}
              autoComplete="off"
              spellCheck={false}
            />
          </form>
          <p role="status" className="quiet">
            {found.length === 0
              ? say(DEVELOPERS_WORDS.none)
              : found.length === 1
                ? say(DEVELOPERS_WORDS.foundOne)
                : say(DEVELOPERS_WORDS.found, { n: found.length })}
          </p>
          {sought.trim() === '' ? (
            <>
              <SchemaTypes found={found.filter(({ type: one }) => isRoot(one))} sought={sought} show={show} />
              <details>
                <summary>{say(DEVELOPERS_WORDS.others)}</summary>
                <SchemaTypes found={found.filter(({ type: one }) => !isRoot(one))} sought={sought} show={show} />
              </details>
            </>
          ) : (
            <SchemaTypes found={found} sought={sought} show={show} />
          )}
        </>
      )}
    </section>
  )
}

function SchemaTypes({ found, sought, show }: { found: FoundType[]; sought: string; show: (name: string) => void }) {
  return (
    <ul className="schema">
      {found.map(({ type, only }) => (
        // A search opens those of which a field was found.
        <SchemaTypeItem key={`${type.name} ${only ? sought : ''}`} type={type} only={only} show={show} />
      ))}
    </ul>
  )
}
