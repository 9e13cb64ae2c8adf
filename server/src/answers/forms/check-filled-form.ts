import { formatValue } from '@causeway/shared/format-figure'
import { fill, type Words } from '@causeway/shared/words/words'
import { requireExact } from '../../access/refuse.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { explainFiled } from './filed-difference.ts'
import { fillForm, type FilledForm, type FilledLine, type FillRequest } from './fill-form.ts'
import { readFormValues } from './form-values.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/**
 * | rule | says that |
 * |---|---|
 * | AGREE | two lines that must agree do not |
 * | PART | a part is greater than its whole |
 * | JUMP | a value is over a half more or less than last year's |
 * | REPEATED | it is exactly last year's |
 * | FILED | a computed value is not the one that was filed |
 * | UNIT | a value was filled in, in another unit than the line's |
 * | NOT_NEEDED | a value was filled in by hand where records fill the line: it is not used |
 * | UNKNOWN_LINE | a value was filled in for a line that the edition does not have |
 */
export type FindingRule = 'AGREE' | 'PART' | 'JUMP' | 'REPEATED' | 'FILED' | 'UNIT' | 'NOT_NEEDED' | 'UNKNOWN_LINE'

export interface Finding {
  rule: FindingRule
  /** Numbers of the lines it is about; of another form as `form/edition/number`. */
  lines: string[]
  words: Words
}

/** A value that is this much more or less than last year's, in parts of last year's. */
const JUMP = 0.5

/**
 * What is doubtful in a filled form, by itself, against last year, and against other forms. For one who may see exact figures.
 * @throws QuestionError as `fillForm`, and FORBIDDEN and UNAUTHENTICATED without the right
 */
export async function checkFilledForm(causeway: Causeway, viewer: Viewer, request: FillRequest): Promise<Finding[]> {
  requireExact(viewer, request.institution)
  const filled = await fillForm(causeway, viewer, { ...request, profile: 'EXACT' })
  const findings: Finding[] = []
  for (const line of filled.lines) {
    findings.push(...checkPartOf(filled, line), ...checkAgainstLast(line), ...checkUnit(line))
    const filed = await explainFiled(causeway, request.institution, line.line, line)
    if (filed) {
      const [computed, value] = [show(line.value!), show(line.filed!.value!)]
      findings.push(
        ofLine('FILED', line, {
          zh: `：计算值 ${computed}，已报数 ${value}。${filed.words.zh}`,
          en: `: computed ${computed}, filed ${value}. ${filed.words.en}`,
        }),
      )
    }
  }
  findings.push(...(await checkDeclared(causeway, viewer, filled)), ...(await checkValues(causeway, filled)))
  return findings
}

function checkPartOf({ lines }: FilledForm, part: FilledLine): Finding[] {
  const whole = lines.find(({ line }) => line.number === part.line.under)
  if (!whole || whole.line.unit.zh !== part.line.unit.zh) return []
  return comparePart([part.line.number, part], [whole.line.number, whole], null)
}

type Named = [name: string, line: FilledLine]

function comparePart([part, one]: Named, [whole, other]: Named, because: Words | null): Finding[] {
  if (one.value === null || other.value === null || one.value <= other.value) return []
  const [small, large] = [show(one.value), show(other.value)]
  const words = {
    zh: `${nameOf(one).zh}（${small}）大于${nameOf(other).zh}（${large}）。${because ? `${because.zh}。` : ''}`,
    en: `${nameOf(one).en} (${small}) is more than ${nameOf(other).en} (${large}).${because ? ` ${because.en}.` : ''}`,
  }
  return [{ rule: 'PART', lines: [part, whole], words }]
}

function checkAgainstLast(line: FilledLine): Finding[] {
  const { value, last } = line
  const before = last.value ?? last.filed?.value ?? null
  if (value === null || before === null || before === 0) return []
  if (value === before) {
    const words = fill(REFUSALS.AS_LAST_YEAR, { show: show(value) })
    return [ofLine('REPEATED', line, words)]
  }
  if (Math.abs(value - before) <= JUMP * Math.abs(before)) return []
  const more = value > before
  const words = {
    zh: `：上年 ${show(before)}，本年 ${show(value)}，${more ? '增加' : '减少'}一半以上。`,
    en: `: ${show(before)} last year, ${show(value)} now: over a half ${more ? 'more' : 'less'}.`,
  }
  return [ofLine('JUMP', line, words)]
}

function checkUnit(line: FilledLine): Finding[] {
  return [line.handFilled, line.filed].flatMap((one): Finding[] => {
    const { unit } = line.line
    if (!one?.inUnit || [unit.zh, unit.en].includes(one.inUnit)) return []
    const words = fill(REFUSALS.OTHER_UNIT, { inUnit: one.inUnit, unitZh: unit.zh, unitEn: unit.en })
    return [ofLine('UNIT', line, words)]
  })
}

/** Checks that the form declares; a line of another form is filled for the same year. */
async function checkDeclared(causeway: Causeway, viewer: Viewer, filled: FilledForm): Promise<Finding[]> {
  const others = new Map<string, FilledForm | null>()
  const find = async (name: string): Promise<FilledLine | null> => {
    const [form, edition, number] = name.includes('/')
      ? (name.split('/') as [string, string, string])
      : [null, null, name]
    let where: FilledForm | null = filled
    if (form !== null) {
      const place = `${form}/${edition}`
      if (!others.has(place)) others.set(place, await fillOther(causeway, viewer, filled, form, edition))
      where = others.get(place)!
    }
    return where?.lines.find(({ line }) => line.number === number) ?? null
  }
  const findings: Finding[] = []
  for (const check of filled.form.checks ?? []) {
    if (check.edition !== filled.edition.edition) continue
    const names = check.rule === 'agree' ? check.lines : [check.part, check.whole]
    const [one, other] = [await find(names[0]!), await find(names[1]!)]
    if (one?.value == null || other?.value == null) continue
    if (check.rule === 'part') {
      findings.push(...comparePart([names[0]!, one], [names[1]!, other], check.because))
    } else if (one.value !== other.value) {
      findings.push({
        rule: 'AGREE',
        lines: [...names],
        words: {
          zh: `${nameOf(one).zh}为 ${show(one.value)}，${names[1]} ${nameOf(other).zh}为 ${show(other.value)}。${check.because.zh}。`,
          en: `${nameOf(one).en} is ${show(one.value)}, ${nameOf(other).en} (${names[1]}) is ${show(other.value)}. ${check.because.en}.`,
        },
      })
    }
  }
  return findings
}

/** An operator may have taken the other form away, or its edition. */
async function fillOther(
  causeway: Causeway,
  viewer: Viewer,
  { institution, year }: FilledForm,
  form: string,
  edition: string,
): Promise<FilledForm | null> {
  try {
    return await fillForm(causeway, viewer, { form, edition, institution: institution.code, year, profile: 'EXACT' })
  } catch (error) {
    if (error instanceof QuestionError && ['UNKNOWN_FORM', 'UNKNOWN_EDITION'].includes(error.code)) return null
    throw error
  }
}

async function checkValues(
  causeway: Causeway,
  { form, edition, institution, year, lines }: FilledForm,
): Promise<Finding[]> {
  const values = await readFormValues(causeway, institution.code, form.id, edition.edition, [year])
  return values.flatMap((one): Finding[] => {
    const line = lines.find(({ line: { number } }) => number === one.line)
    if (!line) {
      const words = {
        zh: `${one.filledBy}填报了序号“${one.line}”，${form.name.zh}${edition.name.zh}没有这一项。`,
        en: `${one.filledBy} filled in line "${one.line}", which ${form.name.en}, ${edition.name.en}, does not have.`,
      }
      return [{ rule: 'UNKNOWN_LINE', lines: [one.line], words }]
    }
    if (one.status !== 'hand-filled' || line.source !== 'computed') return []
    const words = REFUSALS.FILLED_AND_COUNTED
    return [ofLine('NOT_NEEDED', line, words)]
  })
}

const nameOf = ({ line: { number, label } }: FilledLine): Words => ({
  zh: `${number} ${label.zh}`,
  en: `${number} ${label.en}`,
})

/** What is said right behind the name of a line. */
function ofLine(rule: FindingRule, line: FilledLine, { zh, en }: Words): Finding {
  const name = nameOf(line)
  return { rule, lines: [line.line.number], words: { zh: name.zh + zh, en: name.en + en } }
}

const MOST_DECIMALS = 2
function show(value: number): string {
  return formatValue(value, MOST_DECIMALS, 'EN')
}
