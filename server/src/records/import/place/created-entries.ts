import { UNKNOWN } from '@causeway/shared/unknown'
import { fill } from '@causeway/shared/words/words'
import { kept, remember } from '../../../ground/kept.ts'
import type { BatchWriter } from '../../batch-rows.ts'
import { nameColumnsOf } from '../../identity/find-code.ts'
import type { Field } from '../../record-type.ts'
import { codeFromName } from '../cells/code-from-name.ts'
import type { ImportTally } from '../report/import-tally.ts'
import type { Maker } from './makers.ts'
import type { Reading } from '../columns/row-plan.ts'
import type { CellProblem, RowProblem } from '../ground/row-problem.ts'
import type { SourceRow, Values } from '../ground/source-row.ts'
import { namesSeveral } from '../cells/several-names.ts'
import { isWrong, partOf, type Part, type WholeRow } from './whole-row.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

const toCode = remember(codeFromName)
/** Of entries that are in: those whose values later rows are held against. */
const MOST_HELD = 50_000

/** Of these a cell may list several; a title may have any mark within it. */
const MAY_BE_LISTED = new Set(['unit', 'partner', 'programme', 'certificate-type'])

/** An entry that a name makes, where a row says what it needs. */
interface Draft {
  maker: Maker
  source: SourceRow
  values: Values
}

/** Gives rows the entries that their names make where no register has them. For one file. */
export class EntryCreator {
  readonly #writer: BatchWriter
  readonly #tally: ImportTally
  /** By type, institution and code: what the first row said of an entry that is in by now. */
  readonly #brought = new Map<string, Values>()
  /** Codes that are in by type, institution and name. */
  readonly #known = new Map<string, string>()
  /** What rows said of it since, as they have it: it is held against that once. */
  readonly #said = new Set<string>()

  constructor(writer: BatchWriter, tally: ImportTally) {
    this.#writer = writer
    this.#tally = tally
  }

  async create(rows: readonly WholeRow[]): Promise<void> {
    const drafts = new Map<string, Draft[]>()
    for (const row of rows)
      for (const part of [...row.parts]) {
        const { creates } = part.maker
        if (creates.size === 0) continue
        const { asked } = part
        const named = asked.open.filter(({ name }) => creates.has(name))
        if (named.length === 0) continue
        asked.open = asked.open.filter(({ name }) => !creates.has(name))
        for (const field of named) {
          const draft = await this.#create(row, part, field)
          // What a wrong row says is not what its entry is known by.
          if (draft && !isWrong(row)) kept(drafts, placeOf(draft, row), () => []).push(draft)
        }
      }
    for (const [place, some] of drafts) this.#agree(place, some)
  }

  /** What a row says of an entry; null: it is no new one, or there is too little of it. */
  async #create(whole: WholeRow, part: Part, field: Field): Promise<Draft | null> {
    const { maker, asked, source } = part
    const { row, problems } = asked
    const { references } = maker.settler
    const name = references.wordsOf(row, field)
    const creator = maker.creates.get(field.name)!
    const to = field.to!
    const known = this.#known.get(nameOf(to, row.institution, name))
    const code = known ?? toCode(name)
    if (known !== undefined || (await this.#writer.hasCode(row.institution, to, code))) {
      if (this.#known.size < MOST_HELD) this.#known.set(nameOf(to, row.institution, name), code)
      references.refer(row, field, code)
      return this.#readAgain(creator, source, nameOf(to, row.institution, code))
    }
    if (await references.close(row, field, () => false)) return null
    const called = [...(await references.codes.called(row.institution, to, name))].filter((one) => one !== code)
    if (called.length > 1) {
      problems.push(await references.unknown(row, field))
      return null
    }
    const { saidNames } = maker.readings.find((reading) => reading.field.name === field.name)!
    if (MAY_BE_LISTED.has(to) && !saidNames?.has(name) && namesSeveral(name)) {
      problems.push(maker.checker.at(source, field.name, name, 'SEVERAL_VALUES', REFUSALS.SEVERAL_NAMES))
      return null
    }
    references.refer(row, field, code)
    const isHere = ({ isCreated, maker: { type }, asked: { row: made } }: Part) =>
      isCreated && type === creator.type && made.values['code'] === code
    if (whole.parts.some(isHere)) return null
    const made = { ...partOf(creator, source, creator.checker.check(source)), isCreated: true }
    made.asked.row.institution = row.institution
    made.asked.problems.push(...made.read.problems)
    await creator.settler.askPlaced([made.asked])
    if (made.asked.problems.length > 0) {
      part.lacking.set(field.name, await this.#lackingOf(part, field, name, made))
      asked.open = [...asked.open, field]
      return null
    }
    whole.parts.push(made)
    return { maker: creator, source, values: made.asked.row.values }
  }

  /** What is wrong with an entry; one problem of its name, if the mapping says by name what it needs and does not know this name. */
  async #lackingOf({ maker, source, asked }: Part, field: Field, name: string, made: Part): Promise<RowProblem[]> {
    const { problems } = made.asked
    const { column } = maker.readings.find((reading) => reading.field.name === field.name)!
    if (!problems.every(({ code, at }) => code === 'REQUIRED' && at === column)) return problems
    const { nearest } = await maker.settler.references.unknown(asked.row, field)
    const needed = problems.flatMap(({ field: of }) => made.maker.type.fields.find((one) => one.name === of) ?? [])
    const { label, name: type } = made.maker.type
    const message = fill(REFUSALS.ENTRY_NEEDS, {
      ...{ type, typeZh: label.zh, typeEn: label.en.toLowerCase(), fields: needed.map((one) => one.name).join(', ') },
      neededZh: needed.map((one) => `“${one.label.zh}”`).join(''),
      neededEn: needed.map((one) => `“${one.label.en}”`).join(', '),
    })
    return [maker.checker.at(source, field.name, name, 'UNKNOWN_REFERENCE', message, nearest)]
  }

  /** Of an entry that is in: what a row says of it that no row said before. */
  #readAgain(maker: Maker, source: SourceRow, place: string): Draft | null {
    const further = furtherOf(maker)
    if (further.length === 0 || !this.#brought.has(place)) return null
    const said = `${place}\n${further.map(({ read }) => read(source)).join('\n')}`
    if (this.#said.has(said)) return null
    if (this.#said.size < MOST_HELD) this.#said.add(said)
    return { maker, source, values: maker.checker.check(source).values }
  }

  /** What one row says of an entry and another leaves open holds for both; where they differ, the first holds and it is said. */
  #agree(place: string, drafts: readonly Draft[]): void {
    const known = this.#brought.get(place)
    const all: Values = { ...known }
    for (const { maker, source, values } of drafts)
      for (const { field, read } of furtherOf(maker)) {
        const [before, value] = [all[field.name] ?? null, values[field.name] ?? null]
        if (value === null || value === UNKNOWN || value === before) continue
        if (known === undefined && (before === null || before === UNKNOWN)) all[field.name] = value
        else this.#differs(maker, source, field, { before, said: read(source) })
      }
    for (const { values } of drafts)
      for (const { field } of furtherOf(drafts[0]!.maker))
        if (all[field.name] != null && field.name in values) values[field.name] = all[field.name]!
    if (known === undefined && this.#brought.size < MOST_HELD) this.#brought.set(place, all)
  }

  #differs(
    { checker }: Maker,
    source: SourceRow,
    field: Field,
    { before, said }: { before: string | number | null; said: string | CellProblem },
  ): void {
    const value = typeof said === 'string' ? said : null
    const message = fill(REFUSALS.ENTRY_DIFFERS, { before: String(before ?? UNKNOWN) })
    this.#tally.warnings.add(checker.at(source, field.name, value, 'ENTRY_DIFFERS', message))
  }
}

const further = new WeakMap<Maker, Reading[]>()

/** What an entry takes from its row beside its name. */
function furtherOf(maker: Maker): Reading[] {
  return kept(further, maker, () => {
    const ofName = new Set(['code', ...nameColumnsOf(maker.type.name)])
    return maker.readings.filter(({ field }) => !ofName.has(field.name))
  })
}

function placeOf({ maker, values }: Draft, { parts }: WholeRow): string {
  const { institution } = parts[0]!.asked.row
  return nameOf(maker.type.name, institution, String(values['code']))
}

function nameOf(type: string, institution: string, code: string): string {
  return `${type}\n${institution}\n${code}`
}
