import { createHash } from 'node:crypto'
import type { Gap } from '@causeway/shared/figure'
import type { ReportChart, TextKind } from './report.ts'

/** What a report keeps of how it was filled: within itself, and in its lock file. Nothing that a reader of it does not see. */
export interface ReportMemory {
  /** Of the XML part that the controls are bound to. */
  storeId: string
  institution: string
  /** The school year's first year. */
  year: number
  language: 'zh' | 'en'
  /** Code of the one that it is about; null, and absent in older ones: of none. */
  partner?: string | null
  /** Its name; null: of what was live. */
  release: string | null
  revision: number
  /** ISO date-time: when the institution came to that revision. */
  asOf: string
  template: string
  templateHash: string
  values: RememberedValue[]
  drawings: RememberedDrawing[]
  loops: RememberedLoop[]
  /** The paths of figures and charts that were left out for their gaps; absent in older ones. */
  leftOut?: string[][]
  /** Absent in older ones. */
  tables?: RememberedTable[]
  /** Absent in older ones. */
  sentences?: RememberedSentence[]
}

/** Which report a person takes it for; absent: the one that it is. */
export interface ExpectedReport {
  institution?: string | undefined
  year?: number | undefined
  /** Code; of a report that remembers nothing the one that it is about. */
  partner?: string | undefined
  /** Of a report that remembers nothing. */
  language?: 'zh' | 'en' | undefined
}

/** What one or more controls show. */
export interface RememberedValue {
  /** `v1`: its element in the XML part, which the controls are bound to. */
  id: string
  /** Of its controls: the question, after the loops around it with their turns; a short one where it is longer than Word takes. */
  tag: string
  path: string[]
  kind: TextKind
  /** As it was filled; null: nobody knows, so what is there counts as typed by hand. */
  text: string | null
  gap: Gap | null
}

/** A chart, or the alternative text of any drawing, found by the name of the drawing. */
export interface RememberedDrawing {
  name: string
  chart: { path: string[]; data: ReportChart } | null
  alt: { path: string[]; template: string; text: string } | null
}

export interface RememberedLoop {
  path: string[]
  /** Which year, category, record or line each turn was. */
  members: string[]
  /** It turns once, or not at all. */
  isCondition?: true
}

/** A table of two dimensions: its loop makes the rows, and each category of the other dimension is a column. */
export interface RememberedTable {
  /** As the loop is called. */
  loop: string
  /** The tag of its figure, without categories. */
  figure: string
  across: string
  keys: string[]
}

/** What a condition writes, or would write. */
export interface RememberedSentence {
  /** The bookmark around it, which is empty where the condition did not hold. */
  mark: string
  /** The bookmark around its paragraph: text typed after an empty one may delete that. Absent in older ones, and over several paragraphs. */
  around?: string
  /** Of the condition. */
  path: string[]
  /** As it was written; empty: the condition did not hold. */
  text: string
  /** The words of its paragraph before and after it, by which text typed in its place is known. Absent in older ones. */
  beside?: [before: string, after: string]
  /** Its template: each run with its look, as XML, and its text with tags; null: it is more than a part of one paragraph. */
  runs: { look: string; text: string }[] | null
}

/** Word takes no longer tag of a control. */
const LONGEST_TAG = 64

export function tagOf(path: readonly string[]): string {
  const whole = path.join('/')
  return [...whole].length <= LONGEST_TAG ? whole : `${[...whole].slice(0, 40).join('')}…${hashOf(whole).slice(0, 12)}`
}

/** `{8-4-4-4-12}`: which XML part the controls are bound to. Those of another report, pasted in, find nothing in it. */
export function storeIdOf(...of: (string | number)[]): string {
  const hash = hashOf(JSON.stringify(of)).toUpperCase()
  const parts = [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)]
  return `{${parts.join('-')}}`
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
