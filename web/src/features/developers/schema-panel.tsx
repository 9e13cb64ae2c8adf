import { useDeferredValue, useMemo, useState } from 'react'
import { useAddress } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import {
  ROOT_WORDS,
  inReadingOrder,
  isRoot,
  searchSchema,
  type FoundType,
  typeText,
  type SchemaType,
  type TypeName,
} from './schema-search.ts'
import DEVELOPERS_WORDS from './words.json' with { type: 'json' }
import { graph } from '../../graph/graph.ts'
import type { Words } from '@causeway/shared/words/words'
import type { SchemaArgument, __TypeKind } from '../../graph/generated.ts'

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

const KIND_WORDS: Partial<Record<__TypeKind, Words>> = DEVELOPERS_WORDS.kinds

interface Props {
  type: SchemaType
  only: ReadonlySet<string> | null
  /** Searches for a type. */
  show: (name: string) => void
}

/** One type: what it is, and what it has. */
function SchemaTypeItem({ type, only, show }: Props) {
  const { say } = useLanguage()
  const [open, setOpen] = useState(only !== null)
  const kind = KIND_WORDS[type.kind]
  const shown = <Part extends { name: string }>(parts: Part[] | null) =>
    (parts ?? []).filter(({ name }) => !only || only.has(name))
  return (
    <li>
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <code>{type.name}</code> <span className="schema-kind">{kind && say(kind)}</span>
        </summary>
        {open && (
          <div className="schema-type">
            <Sentence name={type.name} english={type.description} />
            {type.possibleTypes && type.kind === 'UNION' && (
              <p>
                {say(DEVELOPERS_WORDS.oneOf)}
                {type.possibleTypes.map(
                  ({ name }) => name && <TypeButton key={name} name={name} text={name} show={show} />,
                )}
              </p>
            )}
            <dl>
              {shown(type.fields).map((field) => (
                <Described key={field.name} {...field} of={type.name} show={show} />
              ))}
              {shown(type.inputFields).map((field) => (
                <Described key={field.name} {...field} args={[]} of={type.name} show={show} />
              ))}
              {shown(type.enumValues).map(({ name, description }) => (
                <div key={name}>
                  <dt>
                    <code>{name}</code>
                  </dt>
                  <dd lang="en">{description}</dd>
                </div>
              ))}
            </dl>
          </div>
        )}
      </details>
    </li>
  )
}

function Described({
  name,
  description,
  type,
  args,
  of,
  show,
}: SchemaArgument & { args: SchemaArgument[]; of: string; show: (name: string) => void }) {
  const { say } = useLanguage()
  return (
    <div>
      <dt>
        <code>{name}</code>
        <TypeButton name={named(type)} text={typeText(type)} show={show} />
      </dt>
      <dd>
        <Sentence name={`${of}.${name}`} english={description} />
      </dd>
      {args.length > 0 && (
        <dd className="schema-args">
          <span>{say(DEVELOPERS_WORDS.takes)}</span>
          <ul>
            {args.map((argument) => (
              <li key={argument.name}>
                <code>
                  {argument.name}: {typeText(argument.type)}
                </code>{' '}
                <span lang="en">{argument.description}</span>
              </li>
            ))}
          </ul>
        </dd>
      )}
    </div>
  )
}

/** What can be asked and changed is said in the reader's language, the rest as the schema has it. */
function Sentence({ name, english }: { name: string; english: string | null }) {
  const { locale } = useLanguage()
  const chinese = locale === 'ZH' ? ROOT_WORDS[name] : undefined
  return chinese ? <p>{chinese}</p> : english && <p lang="en">{english}</p>
}

function TypeButton({ name, text, show }: { name: string; text: string; show: (name: string) => void }) {
  return (
    <button type="button" className="type-name" onClick={() => show(name)}>
      <code>{text}</code>
    </button>
  )
}

function named({ name, ofType }: TypeName): string {
  return ofType ? named(ofType) : (name ?? '')
}
