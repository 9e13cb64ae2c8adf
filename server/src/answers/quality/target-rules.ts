import { listTargets, toPlanLines, type PlanLine, type StoredTarget } from '../targets/plan-line.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { Found, Rule } from './school-year.ts'

export const TARGET_TWICE: Rule = {
  code: 'TARGET_TWICE',
  severity: 'ERROR',
  instruction: {
    zh: '同一规划、同一指标、同一年只留一条（注意指标编号与标识、空白与默认统计时段是一回事），撤回多余的一条。',
    en: 'Keep one row a plan, indicator and year (the code and the id, an empty basis and the first one are the same thing), and take the other back.',
  },
  find: async (causeway, { institution }) => {
    const lines = await readLines(causeway, institution)
    return lines.flatMap((line): Found[] => {
      const rows = [...line.targets, ...(line.base ? [line.base] : [])]
      return [...Map.groupBy(rows, ({ year }) => year)].flatMap(([year, alike]) =>
        alike.length === 1 ? [] : [tell(line, year, alike)],
      )
    })
  },
}

export const TARGET_BACKWARDS: Rule = {
  code: 'TARGET_BACKWARDS',
  severity: 'WARNING',
  instruction: {
    zh: '核对基期值与目标值：目标比基期更差，可能填反了，或统计口径不同。',
    en: 'Look at the base and the target again: the target is worse than where the plan began. They may be the wrong way round, or of different definitions.',
  },
  find: async (causeway, { institution }) => {
    const lines = await readLines(causeway, institution)
    return lines.flatMap((line): Found[] => {
      const { base, indicator, targets } = line
      if (!base || indicator.betterWhen === null) return []
      const sign = indicator.betterWhen === 'HIGHER' ? 1 : -1
      const worse = targets.filter((row) => !row.cumulative && sign * (row.value - base.value) < 0)
      if (worse.length === 0) return []
      return [
        {
          ...{ recordType: 'target', count: worse.length, keys: worse.map(({ key }) => key) },
          message: {
            zh: `规划“${line.plan}”中“${indicator.name.zh}”的基期值为 ${base.value}，${worse.map(({ year, value }) => `${year} 年目标为 ${value}`).join('，')}。`,
            en: `In "${line.plan}", ${indicator.code} begins at ${base.value} and is to be ${worse.map(({ year, value }) => `${value} in ${year}`).join(', ')}.`,
          },
        },
      ]
    })
  },
}

function tell({ plan, indicator }: PlanLine, year: number, rows: StoredTarget[]): Found {
  return {
    ...{ recordType: 'target', count: rows.length, keys: rows.map(({ key }) => key) },
    message: {
      zh: `规划“${plan}”中“${indicator.name.zh}”${year} 年有 ${rows.length} 条。`,
      en: `"${plan}" has ${rows.length} rows for ${indicator.code} in ${year}.`,
    },
  }
}

async function readLines({ database, indicators }: Causeway, institution: string): Promise<PlanLine[]> {
  return toPlanLines(await listTargets(database, institution), indicators)
}
