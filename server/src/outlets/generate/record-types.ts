import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Words } from '@causeway/shared/words/words'
import { checkYaml } from '../../ground/checked-yaml.ts'
import { ConfigProblems } from '../../ground/config.ts'
import { PROJECT_ROOT } from '../../ground/files.ts'
import { LANGUAGE_SCALES } from '../../ground/reference/scales.ts'
import { schemaCheck } from '../../ground/schema-check.ts'
import { readShipped } from '../../ground/shipped-yaml.ts'
import { isReported, takesEvidence, verb, type Choice, type Field, type RecordType } from '../../records/record-type.ts'
import schema from '../../records/record-type.schema.json' with { type: 'json' }

/** By key: what a value is called, and other ways people write it, parted by commas. */
type WrittenChoices = Record<string, Words & { also?: string }>

/** A field as a file writes it. */
interface WrittenField extends Omit<Partial<Field>, 'also' | 'yes' | 'no' | 'choices' | 'none' | 'example'> {
  /** A common field: the rest is what differs, with further headers before those that it has. */
  like?: string
  /** Other headers it is known by, parted by commas. */
  also?: string
  yes?: string
  no?: string
  /** A text names a list. */
  choices?: string | WrittenChoices
  /** What people write where a choice has no value, parted by commas. */
  none?: string
  /** Record types that may be chosen, before `choices`. */
  ofTypes?: keyof typeof SELECTIONS
  /** A text is the example in both languages. */
  example?: string | Words
}

/** A record type as its file writes it. */
interface WrittenType extends Omit<RecordType, 'fields' | 'title' | 'companion' | 'verbs'> {
  /** A text is a common field as it is. */
  fields: (string | WrittenField)[]
  /** In English the English name comes before the Chinese one. */
  title: string[]
  companion?: { type: string; columns: WrittenField[]; as: Record<string, string> }
  verbs?: Record<'begin' | 'end', WrittenVerb>
}

/** Without a participle it is the past. */
interface WrittenVerb {
  zh: string
  past: string
  participle?: string
}

interface CommonFields {
  choices: Record<string, WrittenChoices>
  fields: Record<string, WrittenField>
}

const FOLDER = join(PROJECT_ROOT, 'server/src/records')

const SELECTIONS = {
  reported: isReported,
  'takes-evidence': takesEvidence,
  'not-beside': ({ beside }: Pick<RecordType, 'beside'>) => !beside,
}

/**
 * `record-types.json`: every file of the folder `types` in its order, a record type a line, with what the file only names.
 * @throws ConfigProblems
 */
export function writeRecordTypes(): string {
  const checkType = schemaCheck(schema)
  const types = readdirSync(join(FOLDER, 'types'))
    .map((file) => read<WrittenType>(`types/${file}`, checkType))
    .toSorted((a, b) => a.order - b.order)
  const completeField = fieldReader(types)
  const lines = types.map(({ fields, title, companion, verbs, ...rest }) => {
    const complete = (field: string | WrittenField) => completeField(field, rest.name)
    return JSON.stringify({
      ...rest,
      fields: fields.map(complete),
      title: { zh: title, en: title.map((part) => part.replace(/^(\w+)_zh\|\1_en/, '$1_en|$1_zh')) },
      companion: companion && { ...companion, columns: companion.columns.map(complete) },
      verbs: verbs && { begin: toVerb(verbs.begin), end: toVerb(verbs.end) },
    })
  })
  return `[\n${lines.join(',\n')}\n]\n`
}

/** Makes a field whole: with the common field that it is or is like, with the values of the list that it names. */
function fieldReader(types: readonly WrittenType[]): (written: string | WrittenField, of: string) => Field {
  const checkCommon = schemaCheck({ $ref: '#/$defs/commonFields', $defs: schema.$defs })
  const common = read<CommonFields>('common-fields.yaml', checkCommon)
  const lists: Record<string, Choice[]> = {
    languages: readLanguages(),
    'language-scales': LANGUAGE_SCALES.map(({ id, name, also }) => ({ key: id, label: name, also })),
  }
  for (const [name, choices] of Object.entries(common.choices)) lists[name] = toChoices(choices)

  const complete = (written: string | WrittenField, of: string): Field => {
    if (typeof written === 'string') return complete({ like: written }, of)
    const { like, also, yes, no, choices, none, ofTypes, example, ...rest } = written
    const base = like === undefined ? undefined : complete(find(common.fields, like, of), of)
    const named = typeof choices === 'string' ? find(lists, choices, of) : choices && toChoices(choices)
    const ofThese = ofTypes && types.filter(SELECTIONS[ofTypes]).map(({ name, label }) => ({ key: name, label }))
    const headers = [...partsOf(also), ...(base?.also ?? [])]
    return {
      ...(like !== undefined && { name: like }),
      ...base,
      ...(rest as Field),
      ...((named || ofThese) && { choices: [...(ofThese ?? []), ...(named ?? [])] }),
      ...(none !== undefined && { none: partsOf(none) }),
      ...(headers.length > 0 && { also: headers }),
      ...(yes !== undefined && { yes: partsOf(yes) }),
      ...(no !== undefined && { no: partsOf(no) }),
      ...(example !== undefined && { example: typeof example === 'string' ? { zh: example, en: example } : example }),
    }
  }
  return complete
}

function find<T>(known: Record<string, T>, name: string, of: string): T {
  if (name in known) return known[name]!
  const names = Object.keys(known)
  throw new ConfigProblems([
    {
      zh: `${of}：没有“${name}”；可用：${names.join('、')}`,
      en: `${of}: there is no ${name}; there are ${names.join(', ')}`,
    },
  ])
}

function read<T>(file: string, check: ReturnType<typeof schemaCheck>): T {
  const { value, problems } = checkYaml<T>(readFileSync(join(FOLDER, file), 'utf8'), check)
  if (value !== null) return value
  throw new ConfigProblems(
    problems.map(({ line, words: { zh, en } }) => ({
      zh: `${file} 第 ${line} 行：${zh}`,
      en: `${file} line ${line}: ${en}`,
    })),
  )
}

function readLanguages(): Choice[] {
  const { data } = readShipped<Record<string, [zh: string, en: string, ...also: string[]]>>(
    import.meta.dirname,
    '../../ground/reference/data/languages.yaml',
  )
  return Object.entries(data).map(([key, [zh, en, ...also]]) => ({ key, label: { zh, en }, also }))
}

function toChoices(written: WrittenChoices): Choice[] {
  return Object.entries(written).map(([key, { zh, en, also }]) => ({
    key,
    label: { zh, en },
    ...(also !== undefined && { also: partsOf(also) }),
  }))
}

function toVerb({ zh, past, participle }: WrittenVerb) {
  return verb(zh, past, participle)
}

function partsOf(list = ''): string[] {
  return list === '' ? [] : list.split(/,\s+/)
}
