import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import { isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml'
import type { Words } from '@causeway/shared/words/words'
import { didYouMean, findNearest } from './nearest.ts'
import { shouldBe } from './schema-words.ts'
import REFUSALS from './refusals.json' with { type: 'json' }
import ERRORS from './yaml-errors.json' with { type: 'json' }

export type YamlPath = (string | number)[]

export interface YamlProblem {
  /** From 1. */
  line: number
  /** From 1, where it is known. */
  column?: number
  words: Words
}

/** What a YAML file holds, or everything that is wrong with it. */
export interface CheckedYaml<T> {
  value: T | null
  /** What most likely is the mistake first. */
  problems: YamlProblem[]
  /** Where a key, or what it is nearest to, is. */
  lineOf(path: YamlPath): number
  placeOf(path: YamlPath): { line: number; column: number }
  /** The first line on which a text is, as a key or a value; null: it is on none. */
  lineOfText(text: string): number | null
}

const MOST_ALIASES = 100
const MOST_DEEP = 200

const START = { line: 1, column: 1 }
const NOWHERE = { placeOf: () => START, lineOf: () => 1, lineOfText: () => null }

/** Reads YAML and checks it against a JSON Schema. `takesScalars`: where a text is wanted, a number or true is the text that it is written as. */
export function checkYaml<T>(text: string, schemaCheck: () => ValidateFunction, takesScalars = false): CheckedYaml<T> {
  if (isTooDeep(text)) return { value: null, problems: [{ ...START, words: REFUSALS.NESTED_TOO_DEEP }], ...NOWHERE }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, resolveKnownTags: false })
  const placeOf = (path: YamlPath) => findPlace(document, lines, path)
  const places = {
    placeOf,
    lineOf: (path: YamlPath) => placeOf(path).line,
    lineOfText: (wanted: string) => findText(document, lines, wanted),
  }
  // Of a tag that it does not know the parser only warns.
  const wrong = [...document.errors, ...document.warnings]
  if (wrong.length > 0) {
    const problems = wrong.map(({ pos, code }) => ({ ...toPlace(lines, pos[0]), words: sayError(code) }))
    return { value: null, problems, ...places }
  }
  let value: unknown
  try {
    // A handful of anchors can unfold into billions of nodes.
    value = document.toJS({ maxAliasCount: MOST_ALIASES })
  } catch (error) {
    const { message } = error as Error
    const words = message.includes('alias') ? REFUSALS.TOO_MANY_ALIASES : { zh: message, en: message }
    return { value: null, problems: [{ ...START, words }], ...places }
  }
  const check = schemaCheck()
  if (check(value)) return { value: value as T, problems: [], ...places }
  if (takesScalars && takeAsTexts(document, check.errors ?? [])) {
    value = document.toJS({ maxAliasCount: MOST_ALIASES })
    if (check(value)) return { value: value as T, problems: [], ...places }
  }
  const problems = explainAll(check.errors ?? []).map(({ path, words }) => ({ ...placeOf(path), words }))
  return { value: null, problems, ...places }
}

function sayError(code: string): Words {
  return (ERRORS as Record<string, Words>)[code] ?? ERRORS.OTHER
}

const SCALARS = ['number', 'boolean']

/** Makes texts of numbers, true and false where texts are wanted; whether there was one. 2023.10 stays 2023.10. */
function takeAsTexts(document: Document, errors: readonly ErrorObject[]): boolean {
  let any = false
  for (const { keyword, params, data, instancePath } of errors) {
    const wantsText = keyword === 'type' && [(params as { type: string | string[] }).type].flat().includes('string')
    const node = wantsText && SCALARS.includes(typeof data) && document.getIn(toPath(instancePath), true)
    if (!isScalar(node) || typeof node.value === 'string') continue
    node.value = node.source ?? String(node.value)
    any = true
  }
  return any
}

/** Whether brackets, or the hyphens and spaces that a line begins with, open more than a file of ours ever does: a parser would run out of stack. */
function isTooDeep(text: string): boolean {
  let open = 0
  let deepest = 0
  for (const sign of text) {
    if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++open)
    else if (sign === ']' || sign === '}') open--
  }
  return deepest > MOST_DEEP || new RegExp(`^[ -]{${2 * MOST_DEEP},}`, 'm').test(text)
}

/** What is wrong, once for each place: of alternatives that all fail only what they have inside is said. */
function explainAll(errors: ErrorObject[]): { path: YamlPath; words: Words }[] {
  const said = errors.filter(({ keyword }) => !['anyOf', 'oneOf', 'allOf', 'if', 'not'].includes(keyword))
  const likely = (said.length > 0 ? said : errors).toSorted((a, b) => likelihood(b) - likelihood(a))
  const kinds = Map.groupBy(said.filter(isOneKind), ({ instancePath }) => instancePath)
  const found = likely.map((error) => explain(error, (isOneKind(error) && kinds.get(error.instancePath)) || [error]))
  return [...new Map(found.map((one) => [`${one.path.join('/')}\n${one.words.en}`, one])).values()]
}

/** An unknown key before a missing one, the deepest first. */
function likelihood({ keyword, instancePath }: ErrorObject): number {
  return (keyword === 'additionalProperties' ? 1000 : 0) + instancePath.split('/').length
}

function toPath(instancePath: string): YamlPath {
  const parts = instancePath.split('/').slice(1)
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** One of the kinds that a value may be of. */
function isOneKind({ keyword, schemaPath }: ErrorObject): boolean {
  return (keyword === 'const' || keyword === 'type') && /\/(?:anyOf|oneOf)\/\d+\/\w+$/.test(schemaPath)
}

/** `kinds`: what it may be instead, as errors of their own; else the error alone. */
function explain(error: ErrorObject, kinds: readonly ErrorObject[]): { path: YamlPath; words: Words } {
  const path = toPath(error.instancePath)
  const where = path.join('.') || '(root)'
  if (error.keyword === 'additionalProperties') {
    const key = String((error.params as { additionalProperty: string }).additionalProperty)
    const known = Object.keys((error.parentSchema as { properties?: object }).properties ?? {})
    const near = didYouMean(findNearest(key, known))
    return {
      path: [...path, key],
      words: {
        zh: `${where} 中没有“${key}”这一项；可用：${known.join('、')}${near.zh}`,
        en: `${where} has no key "${key}"; it takes ${known.join(', ')}${near.en}`,
      },
    }
  }
  if (error.keyword === 'enum') {
    const allowed = (error.params as { allowedValues: unknown[] }).allowedValues.map(String)
    const near = didYouMean(findNearest(String(error.data), allowed))
    return {
      path,
      words: {
        zh: `${where} 应为 ${allowed.join('、')} 之一${near.zh}`,
        en: `${where} must be one of ${allowed.join(', ')}${near.en}`,
      },
    }
  }
  if (error.keyword === 'required') {
    const key = String((error.params as { missingProperty: string }).missingProperty)
    return { path, words: { zh: `${where} 缺少“${key}”`, en: `${where} lacks "${key}"` } }
  }
  const [zh, en] = (['zh', 'en'] as const).map((locale) => kinds.map((one) => shouldBe(one)[locale]))
  const orZh = zh!.map((one, i) => (i === 0 ? one : one.replace(/^应为/u, '或')))
  const orEn = en!.map((one, i) => (i === 0 ? one : one.replace(/^must be/u, ' or')))
  return { path, words: { zh: `${where} ${orZh.join('')}`, en: `${where} ${orEn.join('')}` } }
}

function findPlace(document: Document, lines: LineCounter, path: YamlPath): { line: number; column: number } {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true) as
      | { items?: { key?: { value?: unknown; range?: [number, number, number] } }[] }
      | undefined
    const key = parent?.items?.find((item) => String(item.key?.value) === String(path[length - 1]))?.key
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined
    const at = key?.range?.[0] ?? node?.range?.[0]
    if (at !== undefined) return toPlace(lines, at)
  }
  return START
}

function findText(document: Document, lines: LineCounter, wanted: string): number | null {
  let found: number | null = null
  visit(document, {
    Scalar(_, { value, range }) {
      if (value !== wanted || !range) return
      found = toPlace(lines, range[0]).line
      return visit.BREAK
    },
  })
  return found
}

function toPlace(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}
