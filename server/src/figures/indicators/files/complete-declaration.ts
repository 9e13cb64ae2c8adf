import { findRecordType } from '../../../records/record-types.ts'
import type { Base, Cond, Declaration, Measure, Related, Reported, Time } from '../definition.ts'

type Written = Record<string, unknown>

/** What the code of an indicator begins with says its theme. */
const THEMES: Readonly<Record<string, string>> = {
  IN: 'INTRODUCTION',
  EX: 'EXPORT',
  ST: 'STANDARDS',
  PF: 'PLATFORMS',
  SK: 'SKILLS',
}

/**
 * A declaration with all that its file leaves out: `server/docs/contributing/add-an-indicator.md` lists it. What a file wrote keeps
 * its place among the keys, since their order is part of the definition hash.
 * @param model what the file says it is `like`
 * @param known whose units may be written in one word
 */
export function completeDeclaration(
  { like: _like, ...file }: Written,
  model: Declaration | undefined,
  known: readonly Declaration[],
): Written {
  const written = model ? asModel(model, file) : file
  const { measure, unit } = written
  // Of a ratio the denominator says when it is counted and whose records cover it.
  const branches = branchesOf(written['set'] ?? denominatorOf(measure))
  const times = branches.map(({ time }) => time)
  const kind = 'kind' in written ? written['kind'] : usualKind(measure, times)
  const bases = written['bases'] ?? [
    ...['SCHOOL_YEAR', 'CALENDAR_YEAR'],
    ...(times.some((time) => has(time, 'inForce')) ? ['POINT_IN_TIME'] : []),
  ]
  const base = written['base'] ?? [...new Set(branches.map(({ of }) => of))]
  const scope = wholeScope(written['scope'])
  return {
    code: written['id'],
    definition: written['name'],
    version: 1,
    decimals: kind === 'RATIO' || kind === 'MEAN' ? 1 : 0,
    betterWhen: null,
    dimensions: {},
    example: null,
    ...written,
    ...{ kind, bases, base },
    ...(scope === undefined ? {} : { scope }),
    ...('dimensions' in written ? { dimensions: wholeDimensions(written['dimensions'], scope) } : {}),
    ...('example' in written ? { example: wholeExample(written['example'], bases) } : {}),
    measure: withZero(measure, Array.isArray(base) ? base : []),
    unit: unit === undefined && kind === 'RATIO' ? { zh: '%', en: '%' } : inBothLanguages(unit, known),
    ...('theme' in written ? {} : { theme: THEMES[String(written['code']).slice(0, 2)] }),
  }
}

/** The indicator of that code or id, in its highest version. */
export function findLike(like: unknown, known: readonly Declaration[]): Declaration | undefined {
  return known.filter(({ id, code }) => id === like || code === like).sort((a, b) => b.version - a.version)[0]
}

/**
 * What a file writes takes the place of what its model has: of a set, of dimensions and of an example key by key. What is said of
 * the model alone is not taken: its definition in words, its version, its lines, and its example where the file has none.
 */
function asModel(model: Declaration, file: Written): Written {
  const { id: _id, code: _code, definition: _words, version: _version, change: _change, lines: _lines, ...rest } = model
  const { example, ...taken } = rest
  const written: Written = { ...taken, ...file }
  for (const [key, of] of Object.entries({ set: taken.set, dimensions: taken.dimensions, example }))
    if (isMap(file[key]) && isMap(of)) written[key] = { ...of, ...file[key] }
  if (isMap(written['set'])) written['set'] = sorted(written['set'], SET_KEYS)
  return written
}

const SET_KEYS = ['union', 'of', 'where', 'time', 'onePer', 'joins']

/** With its keys in that order, others last. */
export function sorted<T extends object>(map: T, keys: readonly string[]): T {
  const place = (key: string) => (keys.includes(key) ? keys.indexOf(key) : keys.length)
  return Object.fromEntries(Object.entries(map).toSorted(([a], [b]) => place(a) - place(b))) as T
}

function usualKind(measure: unknown, times: readonly unknown[]): string | undefined {
  if (['share', 'ratio', 'weighted'].some((key) => has(measure, key))) return 'RATIO'
  if (['mean', 'median', 'pairs'].some((key) => has(measure, key))) return 'MEAN'
  if (times.some((time) => has(time, 'inForce'))) return 'STOCK'
  if (times.some((time) => has(time, 'upTo') || has(time, 'always'))) return 'CUMULATIVE'
  return isMap(measure) ? 'FLOW' : undefined
}

function denominatorOf(measure: unknown): unknown {
  const ratio = has(measure, 'ratio') ? (measure['ratio'] as Written | null) : null
  return has(ratio, 'denominator') ? (ratio['denominator'] as Written | null)?.['set'] : undefined
}

function branchesOf(set: unknown): { of?: unknown; time?: Time }[] {
  if (!isMap(set)) return []
  const { union } = set
  return Array.isArray(union) ? union.filter(isMap) : [set]
}

/** `country`, or `{ of: country, default: BORDER }`, for both sides alike. */
function wholeScope(scope: unknown): unknown {
  if (typeof scope === 'string' || Array.isArray(scope)) return wholeScope({ of: scope })
  if (!isMap(scope)) return scope
  const { of, ...rest } = scope
  return { ...(of === undefined ? {} : { numerator: of, denominator: of }), ...rest, default: rest['default'] ?? null }
}

/**
 * A dimension without a path is the field of its name, a department its programme's. `place` is country, continent and bloc at
 * once; without a path the country that the scope asks for.
 */
function wholeDimensions(dimensions: unknown, scope: unknown): unknown {
  if (!isMap(dimensions)) return dimensions
  const whole: Written = {}
  for (const [id, side] of Object.entries(dimensions)) {
    const path = side ?? (id === 'place' ? sideOf(scope) : id === 'department' ? 'programme.department' : id)
    for (const one of id === 'place' ? ['country', 'continent', 'bloc'] : [id]) whole[one] = path
  }
  return whole
}

function sideOf(scope: unknown): unknown {
  if (!isMap(scope)) return scope
  const { default: _default, ...sides } = scope
  return JSON.stringify(sides['numerator']) === JSON.stringify(sides['denominator']) ? sides['numerator'] : sides
}

function wholeExample(example: unknown, bases: unknown): unknown {
  if (!isMap(example)) return example
  const [basis] = Array.isArray(bases) ? bases : []
  const { words, records, ask, ...rest } = example
  const whole = isMap(records)
    ? Object.fromEntries(Object.entries(records).map(([type, rows]) => [type, rowsOf(rows)]))
    : records
  return { words, records: whole, ask: { basis, year: 2022, ...(isMap(ask) ? ask : {}) }, ...rest }
}

/** Rows as maps; or as a table, each a list, the first of which names the fields, with `~` where a row has none. */
function rowsOf(rows: unknown): unknown {
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) return rows
  const [names = [], ...lines] = rows
  return lines.map((cells) =>
    Object.fromEntries(names.map((name, at) => [name, cells[at]]).filter(([, value]) => value != null)),
  )
}

/** A unit that an indicator has already may be written in one word: 人, people. */
function inBothLanguages(unit: unknown, known: readonly Declaration[]): unknown {
  return known.find((one) => one.unit.zh === unit || one.unit.en === unit)?.unit ?? unit
}

/** A share says itself what 0 % needs, or needs what its conditions ask for of records of other types. */
function withZero(measure: unknown, base: readonly Base[]): unknown {
  if (!has(measure, 'share') || 'zero' in measure) return measure
  const zero = zeroOf((measure as Extract<Measure, { share: unknown }>).share, base)
  return zero.length > 0 ? { ...measure, zero } : measure
}

/**
 * The types that conditions ask for a record of, registers, evidence and what covers the share anyway apart; of a mobility its
 * direction and audience.
 */
export function zeroOf(share: unknown, base: readonly Base[]): Reported[] {
  const covering = base.map((one) => (typeof one === 'string' ? one : one.of))
  const found = relatedIn(share).flatMap(({ of, where, time }): Reported[] => {
    const type = findRecordType(of)
    if (!type || type.register || of === 'evidence' || covering.includes(of)) return []
    const named = (Array.isArray(where) ? where : []).filter(isOfPart)
    const trailing = time && 'trailing' in time ? { trailing: time.trailing } : {}
    return [{ of, ...(type.inParts && named.length > 0 ? { where: named } : {}), ...trailing }]
  })
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()]
}

const isOfPart = (cond: Cond) =>
  'in' in cond && (cond.field === 'direction' || cond.field === 'audience') && cond.in.length === 1

function relatedIn(value: unknown): Related[] {
  if (Array.isArray(value)) return value.flatMap(relatedIn)
  if (!isMap(value)) return []
  if ('related' in value) return [value['related'] as Related]
  return 'any' in value ? relatedIn(value['any']) : []
}

function isMap(value: unknown): value is Written {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function has(value: unknown, key: string): value is Written {
  return isMap(value) && key in value
}
