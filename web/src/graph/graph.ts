import type { Documents } from './generated.ts'

/** The text of a question or of a change; its type says what it takes and what it is answered. */
export type Question<Answer, Variables> = string & { readonly typed?: (variables: Variables) => Answer }

export type AnswerOf<Asked> = Asked extends Question<infer Answer, never> ? Answer : never
export type VariablesOf<Asked> = Asked extends Question<unknown, infer Variables> ? Variables : never

type Trimmed<Text> = Text extends `${' ' | '\n'}${infer Rest}` ? Trimmed<Rest> : Text

/** `Theme` of `query Theme($theme: Theme!)`, `FigureFacts` of `fragment FigureFacts on Figure`. */
type NameOf<Text> =
  Trimmed<Text> extends `${string} ${infer Word} ${string}`
    ? Word extends `${infer Name}(${string}`
      ? Name
      : Word
    : never

type Typed<Name> = Name extends keyof Documents ? Documents[Name] : never
type FragmentsOf<Name> =
  Typed<Name> extends { fragments: infer Fragment extends string } ? [fragments: Record<Fragment, string>] : []

/** Each document in its parts: its own text, and that of every fragment it comes to name. */
const partsOf = new Map<string, ReadonlySet<string>>()

/**
 * A question, a change or a fragment, beside the component that needs it, in one text without anything put in. `npm run generate`
 * reads it and writes its type. Fragments that it names are given by their names.
 */
/* @__NO_SIDE_EFFECTS__ */
export function graph<const Text extends string>(
  text: Text,
  ...[fragments = {}]: FragmentsOf<NameOf<Text>>
): Question<Typed<NameOf<Text>>['answer'], Typed<NameOf<Text>>['variables']> {
  const parts = new Set([text as string])
  for (const fragment of Object.values<string>(fragments))
    for (const part of partsOf.get(fragment) ?? []) parts.add(part)
  const document = [...parts].join('')
  partsOf.set(document, parts)
  return document
}
