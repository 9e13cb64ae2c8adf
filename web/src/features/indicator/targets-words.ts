import type { Words } from '@causeway/shared/words/words'

export const TARGETS_WORDS = {
  title: { zh: '规划目标与完成情况', en: 'What plans want, and how far it has come' },
  none: { zh: '没有规划为它定目标值', en: 'No plan has set a target for it' },
  year: { zh: '年度', en: 'Year' },
  target: { zh: '目标值', en: 'Target' },
  actual: { zh: '实际', en: 'Reached so far' },
  progress: { zh: '完成率', en: 'Progress' },
  due: { zh: '序时进度', en: 'Due by then' },
  state: { zh: '情况', en: 'State' },
  base: { zh: '起点', en: 'where the plan began' },
  cumulative: { zh: '（自规划首年累计）', en: ' (added up since its first year)' },
  notYet: { zh: '—', en: '—' },
  notYetMeaning: {
    zh: '—：不在所示年份内，或需登录后才能累计',
    en: '—: outside the years that are shown, or added up only for those who signed in',
  },
  onItsBasis: {
    zh: '这份规划按{basis}计，换成{basis}查看完成情况',
    en: 'This plan counts by {basis}: show the figures by {basis} to see how far it has come',
  },
  progressNote: {
    zh: '完成率从规划起点算起：起点为0%，达到目标值为100%；不及起点的不计算。',
    en: 'Progress is counted from where the plan began: 0% there, 100% at the target. Worse than there has no percentage.',
  },
  belowBase: { zh: '不及起点', en: 'worse than at the start' },
  form: { zh: '设定目标值', en: 'Set a target' },
  plan: { zh: '规划名称', en: 'Plan' },
  value: { zh: '目标值', en: 'Target' },
  isCumulative: { zh: '自规划首年累计', en: 'added up since the first year of the plan' },
  isBase: { zh: '这是规划的起点，不是目标', en: 'it is where the plan began, and no target' },
  note: { zh: '依据（文件、决定人）', en: 'Where it is written, who decided it' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  unchanged: { zh: '规划中已是这个数，没有改动', en: 'The plan said so already: nothing changed' },
  needed: { zh: '请填写规划名称和数字', en: 'Name the plan and give a number' },
} satisfies Record<string, Words>
