import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { builder } from './builder.ts'
import { LocaleEnum } from './enums.ts'
import {
  RootFieldBuilder,
  type FieldKind,
  type MaybePromise,
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

/** A property of what the field belongs to, or how it is found. */
type From<Types extends SchemaTypes, Parent, Shape> =
  | { [Key in keyof Parent]-?: Parent[Key] extends Shape ? Key : never }[keyof Parent]
  | ((it: Parent, context: Types['Context']) => MaybePromise<Shape>)

/** A text in both languages, or in the one asked for. */
type FromWords<Types extends SchemaTypes, Parent, Text> =
  | { [Key in keyof Parent]-?: Parent[Key] extends Text ? Key : never }[keyof Parent]
  | ((it: Parent, locale: Locale, context: Types['Context']) => MaybePromise<Text>)

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
  return typeof from === 'string' ? (it) => it[from] : from
}

for (const [name, nullable] of [
  ['given', false],
  ['maybe', true],
] as const)
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

for (const [name, nullable] of [
  ['words', false],
  ['maybeWords', true],
] as const)
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
