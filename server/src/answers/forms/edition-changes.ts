import type { Words } from '@causeway/shared/words/words'
import { scopeWords } from '@causeway/shared/words/terms'
import type { FormEdition } from '../../figures/forms/form-definition.ts'
import type { FormLine } from '../../figures/indicators/form-line.ts'
import { questionsOf } from './line-figure.ts'

export type ChangeKind = 'ADDED' | 'REMOVED' | 'REWORDED' | 'SCOPE' | 'UNIT' | 'INDICATOR' | 'MOVED'

/** What became of one line from an edition to the next. */
export interface LineChange {
  /** Null: the line is new. */
  before: FormLine | null
  /** Null: the line is gone. */
  after: FormLine | null
  kinds: ChangeKind[]
  words: Words
}

/** Line by line, what is different between two editions: those that went on first, then the new ones, then those that are gone. Lines without change are left out. */
export function compareEditions(before: FormEdition, after: FormEdition): LineChange[] {
  const pairs = pairLines(before.lines, after.lines)
  const went = after.lines.flatMap((line) => {
    const earlier = pairs.get(line)
    return earlier ? [compare(earlier, line)] : []
  })
  const added = after.lines.filter((line) => !pairs.has(line))
  const kept = new Set(pairs.values())
  const removed = before.lines.filter((line) => !kept.has(line))
  return [
    ...went.filter(({ kinds }) => kinds.length > 0),
    ...added.map((line): LineChange => ({
      before: null,
      after: line,
      kinds: ['ADDED'],
      words: stated('新增：', 'New: ', line, after),
    })),
    ...removed.map((line): LineChange => ({
      before: line,
      after: null,
      kinds: ['REMOVED'],
      words: stated('取消：', 'Gone: ', line, before),
    })),
  ]
}

/** An "of which" means nothing without the line that it is under. */
function stated(zh: string, en: string, line: FormLine, edition: FormEdition): Words {
  const above = edition.lines.find(({ number }) => number === line.under)?.label
  return {
    zh: `${zh}${above ? `${above.zh}，` : ''}${line.label.zh}`,
    en: `${en}${above ? `${above.en}, ` : ''}${line.label.en}`,
  }
}

/** A line goes on in the one with its words, else in the one that asks for the same indicator or its family: PF06 and PF06.professional. */
function pairLines(before: readonly FormLine[], after: readonly FormLine[]): Map<FormLine, FormLine> {
  const pairs = new Map<FormLine, FormLine>()
  const taken = new Set<FormLine>()
  const pair = (isSame: (one: FormLine, other: FormLine) => boolean) => {
    for (const line of after) {
      if (pairs.has(line)) continue
      const found = before.find((earlier) => !taken.has(earlier) && isSame(earlier, line))
      if (!found) continue
      pairs.set(line, found)
      taken.add(found)
    }
  }
  pair((a, b) => a.label.zh === b.label.zh && a.under === b.under)
  pair((a, b) => a.indicator !== undefined && a.indicator === b.indicator && a.part === b.part)
  pair((a, b) => familyOf(a) !== null && familyOf(a) === familyOf(b) && a.part === b.part)
  return pairs
}

function familyOf({ indicator }: FormLine): string | null {
  return indicator === undefined ? null : indicator.split('.')[0]!
}

function compare(before: FormLine, after: FormLine): LineChange {
  const kinds: ChangeKind[] = []
  const said: Words[] = []
  const tell = (kind: ChangeKind, zh: string, en: string) => {
    kinds.push(kind)
    said.push({ zh, en })
  }
  if (before.label.zh !== after.label.zh)
    tell(
      'REWORDED',
      `措辞由“${before.label.zh}”改为“${after.label.zh}”`,
      `worded "${after.label.zh}" instead of "${before.label.zh}"`,
    )
  const [was, is] = [before.scope ?? null, after.scope ?? null]
  if (was !== is && was !== null && is !== null)
    tell(
      'SCOPE',
      `统计范围由${scopeWords[was].zh}改为${scopeWords[is].zh}`,
      `counts ${scopeWords[is].en} instead of ${scopeWords[was].en}`,
    )
  if (before.unit.zh !== after.unit.zh)
    tell('UNIT', `单位由${before.unit.zh}改为${after.unit.zh}`, `in ${after.unit.en} instead of ${before.unit.en}`)
  const [asked, asks] = [before, after].map((line) =>
    questionsOf(line)
      .map(({ indicator }) => indicator)
      .join(' + '),
  ) as [string, string]
  if (asked !== asks)
    tell(
      'INDICATOR',
      `所用指标由${asked || '直接填报'}改为${asks || '直接填报'}`,
      `filled by ${asks || 'hand'} instead of ${asked || 'hand'}`,
    )
  if (before.number !== after.number)
    tell('MOVED', `序号由${before.number}改为${after.number}`, `line ${after.number} instead of ${before.number}`)
  return {
    before,
    after,
    kinds,
    words: {
      zh: `${after.label.zh}：${said.map(({ zh }) => zh).join('；')}`,
      en: `${after.label.en}: ${said.map(({ en }) => en).join('; ')}`,
    },
  }
}
