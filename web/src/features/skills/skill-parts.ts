import type { Words } from '@causeway/shared/words/words'
import type { BreakdownName, SkillIndicator, SkillsAnswer } from './skills-query.ts'
import { SKILLS_WORDS } from './words.ts'

/** Indicators that stand together, by their codes, with the breakdowns beside them. */
export interface SkillPart {
  id: string
  title: Words
  codes: string[]
  breakdowns: BreakdownName[]
}

export const SKILL_PARTS: SkillPart[] = [
  {
    id: 'certificates',
    title: SKILLS_WORDS.certificates,
    codes: ['SK04', 'SK05', 'SK05.best', 'SK06', 'SK07', 'SK08'],
    breakdowns: ['passes', 'certificates'],
  },
  { id: 'gains', title: SKILLS_WORDS.gains, codes: ['SK11', 'SK13'], breakdowns: ['gains'] },
  { id: 'attainment', title: SKILLS_WORDS.attainment, codes: ['SK09', 'SK10'], breakdowns: ['units'] },
  { id: 'competitions', title: SKILLS_WORDS.competitions, codes: ['SK01', 'SK02', 'SK03'], breakdowns: ['awards'] },
  {
    id: 'destinations',
    title: SKILLS_WORDS.destinations,
    codes: ['SK14', 'SK15.aug', 'SK15.dec', 'SK16', 'SK17', 'SK18.median', 'SK18.mean', 'SK19', 'SK20'],
    breakdowns: ['destinations'],
  },
  {
    id: 'satisfaction',
    title: SKILLS_WORDS.satisfaction,
    codes: ['SK21', 'SK22', 'SK23', 'SK24'],
    breakdowns: ['satisfaction'],
  },
]

export function ofCodes({ indicators }: SkillsAnswer, codes: string[]): SkillIndicator[] {
  return codes.flatMap((code) => indicators.find((one) => one.code === code) ?? [])
}

/** In one of the years something is known of one of them. */
export function isTold(data: SkillsAnswer, codes: string[]): boolean {
  return ofCodes(data, codes).some(({ series }) => series?.figures.some(({ gap }) => gap !== 'NO_RECORDS'))
}
