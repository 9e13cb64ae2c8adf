import { useState } from 'react'
import { useLanguage } from '../../language/language.tsx'
import type { SchemaArgument, __TypeKind } from '../../graph/generated.ts'
import { typeText, type SchemaType, type TypeName } from './schema-search.ts'
import { ROOT_WORDS } from './root-words.ts'
import { DEVELOPERS_WORDS } from './words.ts'
import type { Words } from '@causeway/shared/words/words'

const KIND_WORDS: Partial<Record<__TypeKind, Words>> = {
  OBJECT: { zh: '对象', en: 'thing' },
  INTERFACE: { zh: '接口', en: 'shared by several' },
  UNION: { zh: '联合', en: 'one of several' },
  ENUM: { zh: '枚举', en: 'choice' },
  INPUT_OBJECT: { zh: '输入', en: 'input' },
  SCALAR: { zh: '标量', en: 'value' },
}

interface Props {
  type: SchemaType
  only: ReadonlySet<string> | null
  /** Searches for a type. */
  show: (name: string) => void
}

/** One type: what it is, and what it has. */
export function SchemaTypeItem({ type, only, show }: Props) {
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
