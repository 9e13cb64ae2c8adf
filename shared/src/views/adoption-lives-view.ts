import { looksOf } from '../charts/pieces.ts'
import type { ChartSeries, ChartSpec } from '../charts/spec.ts'
import { dayWords, toDay, type Day } from '../day.ts'
import { USED_WORDS, type StageSign } from '../stage-sign.ts'
import { type Table, type TableCell, headingCell, textCell } from '../table.ts'
import { type Words, asIs, inBoth, joinWords } from '../words/words.ts'
import { type DrawnView, plainPoint, upToDay } from './drawn-view.ts'
import WORDS from './adoption-lives-words.json' with { type: 'json' }

export interface AdoptionLife {
  title: Words
  country: Words
  adopter: string
  state: StageSign | null
  stateLabel: Words
  /** YYYY-MM-DD; null: it had not begun. */
  since: string | null
  /** First day of use by learners, YYYY-MM-DD; null: none. A mark beside the stages. */
  usedSince: string | null
  /** Used within a year before the day. */
  live: boolean
  stages: readonly Mark[]
}

interface Mark {
  stage: StageSign
  label: Words
  date: string | null
}

interface Asked {
  /** YYYY-MM-DD: the day for which they are described, where the time line ends. */
  on: string
  institution: Words
  /** What all of them have in common: their rows do not say it. */
  common?: 'title' | 'country' | null
  /** How many rows are drawn; all of them are in the table. */
  most?: number
}

/** What a picture has room for. */
const MOST_ROWS = 16
/** From these on it is adopted. */
const ADOPTED: ReadonlySet<StageSign> = new Set(['ADOPTED', 'REGISTERED', 'IN_SYSTEM'])

/** The latest to move first: the order of the rows, of chart and table alike. */
export function byLastMove<Life extends Pick<AdoptionLife, 'since'>>(lives: readonly Life[]): Life[] {
  return lives.toSorted((a, b) => ((b.since ?? '') < (a.since ?? '') ? -1 : (b.since ?? '') > (a.since ?? '') ? 1 : 0))
}

/** Adoptions under each other on one time axis: each a line that begins when it was proposed, with the sign of every stage on its day. */
export function adoptionLivesView(adoptions: readonly AdoptionLife[], asked: Asked): DrawnView {
  const { on, institution, common = null, most = MOST_ROWS } = asked
  const lives = byLastMove(adoptions)
  const shown = lives.slice(0, most)
  const days = shown.flatMap((life) => reachedOf(life, on).map(({ day }) => day))
  const end = toDay(on)
  const stages = lives[0] ? marksOf(lives[0]) : []
  const spec: ChartSpec = {
    kind: 'time-line',
    lying: false,
    title: WORDS.title,
    subtitle: joinWords([institution, upToDay(on), lives.length > 0 ? null : WORDS.none]),
    summary: summaryOf(lives, on),
    labels: stages.map(({ stage, label }) => ({ text: label, partial: false, sign: stage })),
    series: shown.map((life) => rowOf(life, on, common)),
    unit: WORDS.unit,
    decimals: 0,
    whole: null,
    symbols: [],
    leftOut: lives.length - shown.length,
    span: { from: days.length > 0 ? Math.min(...days) : end - 365, to: end, before: WORDS.before, held: WORDS.held },
  }
  return { spec, table: tableOf(lives, on, common, stages) }
}

/** Its stages, and among them, before it lapses, the first use. */
function marksOf({ stages, usedSince }: AdoptionLife): Mark[] {
  const used: Mark = { stage: 'USED', label: USED_WORDS, date: usedSince }
  const lapse = stages.findIndex(({ stage }) => stage === 'LAPSED')
  return stages.toSpliced(lapse < 0 ? stages.length : lapse, 0, used)
}

/** The stages that it had reached by the day, and its first use, by their days. */
function reachedOf(life: AdoptionLife, on: string): { stage: StageSign; day: Day }[] {
  return marksOf(life).flatMap(({ stage, date }) => (date !== null && date <= on ? [{ stage, day: toDay(date) }] : []))
}

function rowOf(life: AdoptionLife, on: string, common: Asked['common']): ChartSeries {
  const reached = reachedOf(life, on)
  const lapsed = reached.find(({ stage }) => stage === 'LAPSED')?.day ?? null
  const adopted = reached.find(({ stage }) => ADOPTED.has(stage))?.day ?? null
  const last = lapsed ?? toDay(on)
  const first = reached.length > 0 ? Math.min(...reached.map(({ day }) => day)) : null
  return {
    name: nameOf(life, common),
    theme: 'STANDARDS',
    ...looksOf(0),
    side: 'right',
    points: marksOf(life).map(({ date }) =>
      plainPoint(date !== null && date <= on ? toDay(date) : null, date === null ? asIs('—') : day(date)),
    ),
    course: {
      before: first === null || first === adopted ? null : { from: first, to: Math.max(first, adopted ?? last) },
      held: adopted === null ? null : { from: adopted, to: Math.max(adopted, last) },
    },
    standing: {
      sign: life.state,
      text: joinWords([
        life.stateLabel,
        life.since === null ? null : day(life.since),
        life.live ? WORDS.live : life.usedSince === null ? null : WORDS.wasUsed,
      ]),
    },
  }
}

function nameOf({ title, country, adopter }: AdoptionLife, common: Asked['common']): Words {
  return joinWords([common === 'title' ? null : title, common === 'country' ? null : country, asIs(adopter)])
}

function tableOf(lives: readonly AdoptionLife[], on: string, common: Asked['common'], marks: readonly Mark[]): Table {
  const named = [
    ...(common === 'title' ? [] : [{ heading: WORDS.what, of: ({ title }: AdoptionLife) => title }]),
    ...(common === 'country' ? [] : [{ heading: WORDS.country, of: ({ country }: AdoptionLife) => country }]),
    { heading: WORDS.adopter, of: ({ adopter }: AdoptionLife) => asIs(adopter) },
  ]
  const dated = (date: string | null) => (date !== null && date <= on ? { ...textCell(day(date)), day: date } : ABSENT)
  const rows = lives.map((life) => [
    ...named.map(({ of }, at) => (at === 0 ? headingCell(of(life)) : textCell(of(life)))),
    textCell(life.stateLabel),
    ...marksOf(life).map(({ date }) => dated(date)),
  ])
  return {
    title: WORDS.title,
    columns: [...named.map(({ heading }) => heading), WORDS.state, ...marks.map(stageHeading)].map((heading) => ({
      heading,
      numeric: false,
    })),
    rows,
    notes: rows.flat().includes(ABSENT) ? [WORDS.notDated] : [],
    symbols: [],
  }
}

/** Of what has lapsed the last day in force is kept: it is lapsed from the day after. */
function stageHeading({ stage, label }: Mark): Words {
  return stage === 'LAPSED' ? { zh: '有效至', en: 'last day in force' } : label
}

const ABSENT: TableCell = { text: { zh: '—', en: '—' }, value: null, gap: null }

function summaryOf(lives: readonly AdoptionLife[], on: string): Words {
  const [first] = lives
  const [zhDay, enDay] = [dayWords(on, 'ZH'), dayWords(on, 'EN')]
  if (!first) return { zh: `截至${zhDay}没有采用。`, en: `There were no adoptions on ${enDay}.` }
  const states = Map.groupBy(lives, ({ stateLabel }) => stateLabel.en)
  const said = [...states.values()].map((some) => ({ words: some[0]!.stateLabel, count: some.length }))
  const latest = nameOf(first, null)
  const moved = joinWords([first.stateLabel, first.since === null ? null : day(first.since)])
  return {
    zh: `截至${zhDay}共${lives.length}项采用：${said.map(({ words, count }) => `${words.zh}${count}项`).join('，')}。最近有变化的是${latest.zh}：${moved.zh}。`,
    en: `${lives.length} ${lives.length === 1 ? 'adoption' : 'adoptions'} on ${enDay}: ${said.map(({ words, count }) => `${count} ${words.en}`).join(', ')}. The last to move was ${latest.en}: ${moved.en}.`,
  }
}

function day(iso: string): Words {
  return inBoth((locale) => dayWords(iso, locale))
}
