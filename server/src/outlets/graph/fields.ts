import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { builder } from './builder.ts'
import { LocaleEnum } from './enums.ts'
import {
  RootFieldBuilder,
  type FieldKind,
  type MaybePromise,
  type OutputType,
  type SchemaTypes,
  type ShapeFromTypeParam,
  type TypeParam,
} from '@pothos/core'
import type { FieldComplexityValue } from '@pothos/plugin-complexity'

/** `locale: Locale = EN`, on every field that is a text. */
export const localeArgument = builder.args((t) => ({
  locale: t.field({
    type: LocaleEnum,
    defaultValue: 'EN',
    description: 'Language of the text; English where omitted.',
  }),
}))

/** The text in the language asked for. */
export function say(words: Words, locale: Locale | null | undefined): string {
  return inLocale(words, locale ?? 'EN')
}

/** Names of what is of a type in a thing, and in the things in it: `gap`, `figure.gap`. */
type PathTo<Shape, Thing> =
  | NameOf<Shape, Thing>
  | { [Key in keyof Thing & string]-?: `${Key}.${NameOf<Shape, Thing[Key]>}` }[keyof Thing & string]
type NameOf<Shape, Thing> = Thing extends object
  ? { [Key in keyof Thing & string]-?: Thing[Key] extends Shape ? Key : never }[keyof Thing & string]
  : never

/** A property of what the field belongs to, or how it is found. */
type From<Types extends SchemaTypes, Parent, Shape> =
  | PathTo<Shape, Parent>
  | ((it: Parent, context: Types['Context']) => MaybePromise<Shape>)

/** A text in both languages, or in the one asked for. */
type FromWords<Types extends SchemaTypes, Parent, Text> =
  | PathTo<Text, Parent>
  | ((it: Parent, locale: Locale, context: Types['Context']) => MaybePromise<Text>)

type Reckoned = number | { times: number; cost: number }

declare global {
  export namespace PothosSchemaTypes {
    /** What most fields are, said in a line: type, description, where it comes from. */
    interface RootFieldBuilder<Types extends SchemaTypes, ParentShape, Kind extends FieldKind = FieldKind> {
      /** Never null. */
      given<Type extends TypeParam<Types>>(
        type: Type,
        description: string,
        from: From<Types, ParentShape, ShapeFromTypeParam<Types, Type, false>>,
        complexity?: FieldComplexityValue,
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, false>, Kind>
      /** Null where there is nothing. */
      maybe<Type extends TypeParam<Types>>(
        type: Type,
        description: string,
        from: From<Types, ParentShape, ShapeFromTypeParam<Types, Type, true>>,
        complexity?: FieldComplexityValue,
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, true>, Kind>
      /** A list, never null: how many are reckoned with, and what it costs to find them, 1 where that is not said. */
      list<Type extends OutputType<Types>>(
        type: Type,
        reckoned: Reckoned,
        description: string,
        from: From<Types, ParentShape, ShapeFromTypeParam<Types, [Type], false>>,
      ): FieldRef<Types, ShapeFromTypeParam<Types, [Type], false>, Kind>
      /** A text in the language of its argument. */
      words(
        description: string,
        from: FromWords<Types, ParentShape, Words | string>,
        complexity?: FieldComplexityValue,
      ): FieldRef<Types, string, Kind>
      /** The same, null where there is nothing. */
      maybeWords(
        description: string,
        from: FromWords<Types, ParentShape, Words | string | null | undefined>,
        complexity?: FieldComplexityValue,
      ): FieldRef<Types, string | null | undefined, Kind>
    }
  }
}

// As plugins of Pothos add methods: what is above types them.
const methods = RootFieldBuilder.prototype as unknown as Record<string, unknown>

type Field = (options: object) => unknown
type Finder = (it: never, ...more: never[]) => unknown

function finder(from: string | Finder): Finder {
  if (typeof from !== 'string') return from
  const [name, below] = from.split('.')
  return below === undefined ? (it) => it[name!] : (it) => it[name!][below]
}

for (const [name, nullable] of Object.entries({ given: false, maybe: true }))
  methods[name] = function (
    this: { field: Field },
    type: unknown,
    description: string,
    from: string | Finder,
    complexity?: FieldComplexityValue,
  ) {
    const find = finder(from)
    const resolve = (it: never, _args: unknown, context: never) => find(it, context)
    return this.field({ type, description, nullable, complexity, resolve })
  }

methods['list'] = function (
  this: { given: (...options: unknown[]) => unknown },
  type: unknown,
  reckoned: Reckoned,
  description: string,
  from: string | Finder,
) {
  const { times, cost } = typeof reckoned === 'number' ? { times: reckoned, cost: 1 } : reckoned
  return this.given([type], description, from, { field: cost, multiplier: times })
}

for (const [name, nullable] of Object.entries({ words: false, maybeWords: true }))
  methods[name] = function (
    this: { field: Field },
    description: string,
    from: string | Finder,
    complexity?: FieldComplexityValue,
  ) {
    const find = finder(from)
    const resolve = (it: never, { locale }: { locale?: Locale | null }, context: never) => {
      const inLanguage = (text: Words | string | null | undefined) =>
        text != null && typeof text === 'object' ? say(text, locale) : text
      const found = find(it, (locale ?? 'EN') as never, context) as MaybePromise<Words | string | null | undefined>
      return found instanceof Promise ? found.then(inLanguage) : inLanguage(found)
    }
    return this.field({ type: 'String', description, nullable, complexity, args: localeArgument, resolve })
  }
