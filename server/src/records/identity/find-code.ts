import { toDay } from '@causeway/shared/day'
import type { Connection } from '../../ground/database/database.ts'
import { kept } from '../../ground/kept.ts'
import { tableOf, type RecordType } from '../record-type.ts'
import { findRecordType } from '../record-types.ts'
import { codeAndName } from '../record-names.ts'
import { eachLanguage } from '../each-language.ts'
import { Identity } from './identity.ts'
import { listNames, selectDecisions, selectInstitutionDecisions } from './store.ts'
import { spanOf } from '../stretch.ts'
import type { StoredValues } from '../stored-values.ts'

/** Codes by folded name; several of one name leave it to the person. */
type Names = Map<string, Set<string>>

/** Finds the codes that are meant by texts which are no codes: spellings that were decided on, or registered names. */
export interface CodeFinder {
  /** Null: nothing is called so, or several things are. Whether a decided code is there is the caller's to ask. */
  find(institution: string, recordType: string, text: string): Promise<string | null>
  /** The codes of all that is called so. */
  called(institution: string, recordType: string, text: string): Promise<ReadonlySet<string>>
  /** A record that is on its way into the register. */
  learn(institution: string, recordType: string, values: StoredValues): void
}

const NOBODY: ReadonlySet<string> = new Set()

export function makeCodeFinder(db: Connection): CodeFinder {
  const identities = new Map<string, Promise<Identity>>()
  const registered = new Map<string, Promise<Names>>()
  const learned = new Map<string, Names>()
  const readIdentity = async (institution: string) => new Identity(await selectDecisions(db, institution, null))
  const called: CodeFinder['called'] = async (institution, recordType, text) => {
    const place = `${recordType}\n${institution}`
    const names = await kept(registered, place, () => readFoldedNames(db, institution, recordType))
    const { zh, en } = eachLanguage(text)
    for (const name of new Set([text, zh, en].map(foldName))) {
      const [there, coming] = [names.get(name), learned.get(place)?.get(name)]
      if (there || coming) return new Set([...(there ?? []), ...(coming ?? [])])
    }
    return NOBODY
  }
  return {
    called,
    async find(institution, recordType, text) {
      const identity = await kept(identities, institution, () => readIdentity(institution))
      const decided = identity.canonical(recordType, text)
      if (decided !== text) return decided
      const codes = await called(institution, recordType, text)
      return codes.size === 1 ? identity.canonical(recordType, [...codes][0]!) : null
    },
    learn(institution, recordType, values) {
      const { code } = values
      if (typeof code !== 'string') return
      const names = kept(learned, `${recordType}\n${institution}`, () => new Map())
      for (const column of nameColumnsOf(recordType)) {
        const name = values[column]
        if (typeof name === 'string') addName(names, code, name)
      }
    },
  }
}

const nameColumns = new Map<string, string[]>()

/** `name_zh` and `name_en`, or `title_zh` and `title_en`; empty: the type has no names. */
export function nameColumnsOf(recordType: string): string[] {
  return kept(nameColumns, recordType, () =>
    (findRecordType(recordType)?.fields ?? []).flatMap(({ name }) =>
      /^(name|title)_(zh|en)$/.test(name) ? [name] : [],
    ),
  )
}

/** A register beyond it is known by its codes alone. */
const MOST_NAMES = 100_000

async function readFoldedNames(db: Connection, institution: string, recordType: string): Promise<Names> {
  const names: Names = new Map()
  const columns = nameColumnsOf(recordType)
  if (columns.length === 0) return names
  for (const { code, name } of await listNames(db, tableOf(recordType), columns, institution, MOST_NAMES))
    addName(names, code, name)
  return names
}

/** By itself, and as the drop-down of a template offers it. */
function addName(names: Names, code: string, name: string): void {
  for (const spelled of [name, codeAndName(code, name)]) kept(names, foldName(spelled), () => new Set()).add(code)
}

const BESIDE_HAN = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu

/** Names that are the same but for width, case and blanks are one. */
export function foldName(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
  return plain.replaceAll(BESIDE_HAN, '')
}

/** The institution that took another's place, and since when. */
export interface Successor {
  code: string
  /** YYYY-MM-DD; null: always. */
  from: string | null
}

const MOST_STEPS = 20

/** What an institution's code represents today; null: for itself. */
export async function findSuccessor(db: Connection, code: string): Promise<Successor | null> {
  const seen = new Set([code])
  let [at, from]: [string, string | null] = [code, null]
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const decision = (await selectInstitutionDecisions(db, at)).find((one) => one.code === at && one.sameAs !== null)
    if (!decision || seen.has(decision.sameAs!)) break
    from = at === code ? decision.from : from
    at = decision.sameAs!
    seen.add(at)
  }
  return at === code ? null : { code: at, from }
}

/** Records that begin before the day that a successor took over stay with the predecessor. */
export function goesToSuccessor(type: RecordType, { from }: Successor, values: StoredValues): boolean {
  if (from === null) return true
  const { span } = type
  // A class is of the year it graduates in.
  if ('class' in span) return Number(values[span.class]) >= Number(from.slice(0, 4))
  const { first } = spanOf(type, (field) => {
    const iso = values[field]
    return typeof iso === 'string' ? toDay(iso) : null
  })
  return 'always' in span || first === null || first >= toDay(from)
}
