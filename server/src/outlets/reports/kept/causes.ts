import { BETWEEN_SENTENCES, fill, joinWords, type Words } from '@causeway/shared/words/words'
import { maySeeExact, type Viewer } from '../../../access/viewer.ts'
import { explainChange } from '../../../answers/change/explain-change.ts'
import type { Causeway } from '../../../figures/causeway.ts'
import { QuestionError } from '../../../ground/question-error.ts'
import type { ReportMemory } from '../memory.ts'
import type { ShownFigure } from '../report.ts'
import type { ComparedFigure } from './compare.ts'
import { otherMember } from './loops.ts'
import type { AskedTime, Today } from './today.ts'
import WORDS from '../words.json' with { type: 'json' }

/** Why a figure has moved since the report was filled, largest part first; null: nobody knows, or the asker may not. */
export function causesOf(causeway: Causeway, viewer: Viewer, memory: ReportMemory, today: Today, to: AskedTime) {
  const known = new Map<string, Promise<Words | null>>()
  return ({ at }: ComparedFigure): Promise<Words | null> => {
    const other = at.is === 'control' ? otherMember(at.control.value.path, memory, today) : null
    // What is there now is no change of what was there.
    if (other) return Promise.resolve(fill(WORDS.otherMember, other))
    const figure = at.is === 'control' ? at.text?.figure : null
    if (!figure || memory.asOf === '' || !maySeeExact(viewer, memory.institution)) return Promise.resolve(null)
    const key = JSON.stringify(figure)
    const found = known.get(key) ?? explain(figure)
    known.set(key, found)
    return found
  }

  async function explain({ query, year, category }: ShownFigure): Promise<Words | null> {
    const { by, filter = [], ...asked } = query
    const own = by && category !== null ? [{ dimension: by, in: [category] }] : []
    const { institution, release, asOf } = memory
    const from = release === null ? { year, asOf } : { year, release }
    try {
      const change = await explainChange(causeway, viewer, {
        ...{ ...asked, institution, filter: [...(filter ?? []), ...own] },
        ...{ from, to: { year, ...to } },
      })
      const parts = change.parts.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
      if (parts.length === 0) return null
      return joinWords(
        parts.map(({ sentence }) => sentence),
        BETWEEN_SENTENCES,
      )
    } catch (error) {
      // What was asked then may be asked no more.
      if (error instanceof QuestionError) return null
      throw error
    }
  }
}
