import { Spellings } from '../../ground/nearest.ts'
import { COMMON_FIELDS, type Field } from '../record-type.ts'
import { mayHold, speaksFor, type ColumnValues } from './column-values.ts'
import { foldHeader, indexHeaders, INSTITUTION_COLUMN, isOfNoField } from './match-header.ts'
import { findSoundingAlike } from './sound-alike.ts'

/** Says whose or of what a column is, and nothing else: 学生性别 is 性别. */
const WHOSE =
  /^(?:外国留学生|国际学生|留学生|学生|学员|教师|教职工|人员|参训人员|参训学员|参加人员|毕业生|交流|培训|本人|实际|具体|所在|所属|student|participant|learner|staff)/u
/** Kinds of which whose makes no other thing: 学生国家 is where the student is from, and 国家 may be where the stay was. */
const SAME_WHOSE: readonly Field['kind'][] = [
  'person',
  'date',
  'choice',
  'flag',
  'integer',
  'decimal',
  'year',
  'reference',
]
/** What was meant to be, or is more or less than what the row says: 人数（计划） is not 人数. */
const ANOTHER_NUMBER = /计划|预计|拟|目标|累计|其中|去年|上年|往年|合计|plan|target|expected|cumul|total|of which/i
const HAN = /\p{Script=Han}/u
const STARTS = /^(?:开始|起始|起|始|自|从|由|from|start|begin)(?:时间|日期|年月)?$/
const ENDS = /^(?:结束|终止|截止|止|终|至|到|to|end|until)(?:时间|日期|年月)?$/
const OF_DAYS = /(?:时间|日期|期间|年月|起止|起讫|period|date)/

/** Offers fields for columns that no known header names. For the columns of one file. */
export class FieldOffers {
  readonly #free: readonly Field[]
  readonly #index: ReadonlyMap<string, Field>
  /** Folded name to the field's own. */
  readonly #names: ReadonlyMap<string, string>
  readonly #spellings: Spellings

  /** `free`: the fields that no column fills yet. */
  constructor(free: readonly Field[]) {
    this.#free = free
    this.#index = indexHeaders(free)
    const names = free.flatMap((field) =>
      [field.name, field.label.zh, field.label.en, ...(field.also ?? [])].map((name): [string, string] => [
        foldHeader(name),
        field.name,
      ]),
    )
    this.#names = new Map(names)
    this.#spellings = new Spellings(names)
  }

  /** The field that both the header and what is under it speak for; none where either is silent or several could be meant. */
  offer(column: ColumnValues): Field | null {
    if (isOfNoField(column.header)) return null
    const field = this.#bySubHeader(column) ?? this.#bySlip(column.header) ?? this.#byWhose(column.header)
    return field && speaksFor(field, column) ? field : null
  }

  /** Required fields of which the column may hold something: one value for all rows is then wrong. */
  heldBy(column: ColumnValues): Field[] {
    if (isOfNoField(column.header)) return []
    return this.#free.filter((field) => field.required && mayHold(field, column))
  }

  #bySubHeader({ header, subHeader }: ColumnValues): Field | null {
    if (subHeader === '') return null
    const [whole, under] = [foldHeader(header), foldHeader(subHeader)]
    const joined = this.#index.get(whole + under)
    if (joined) return joined
    if (!OF_DAYS.test(whole)) return null
    const ends = STARTS.test(under) ? ['start', 'from'] : ENDS.test(under) ? ['end', 'to'] : []
    return this.#free.find(({ name, kind }) => kind === 'date' && ends.includes(name)) ?? null
  }

  /** Of Han characters only such as are spoken alike: 获奖日期 and 获证日期 are a character apart, and two things. */
  #bySlip(header: string): Field | null {
    const folded = foldHeader(header)
    const alike = HAN.test(header)
      ? findSoundingAlike(folded, this.#names.keys()).map((name) => this.#names.get(name)!)
      : [this.#spellings.findMeant(folded)]
    return new Set(alike).size === 1 ? (this.#free.find(({ name }) => name === alike[0]) ?? null) : null
  }

  #byWhose(header: string): Field | null {
    if (ANOTHER_NUMBER.test(header)) return null
    const bare = foldHeader(header.replaceAll(/[（(【[][^）)】\]]*[）)】\]]/g, ''))
    for (const name of [bare, bare.replace(WHOSE, '')]) {
      const field = name.length > 1 && name !== foldHeader(header) ? this.#index.get(name) : undefined
      const isMeant = field && !COMMON_FIELDS.includes(field) && field !== INSTITUTION_COLUMN
      if (isMeant && (name === bare || SAME_WHOSE.includes(field.kind))) return field
    }
    return null
  }
}
