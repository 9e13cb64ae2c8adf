import { formatQuantity, formatValue } from '@causeway/shared/format-figure'
import { figureWords } from '@causeway/shared/verdict'
import { dimensionWords } from '@causeway/shared/words/dimensions'
import type { Words } from '@causeway/shared/words/words'
import { countedIn } from '../../figures/indicators/counted-in.ts'
import type { ChangePart, IndicatorChange } from './change.ts'

/** What became of the figure: 由28人增至81人，增加53人 */
export function changeWords({ declaration, before, after, difference }: IndicatorChange): Words {
  const by = { ...declaration, countedIn: countedIn(declaration) }
  const [then, now] = [before, after].map((figure) => figureWords(figure, by))
  const risen = difference > 0
  const isLevel = declaration.kind === 'RATIO' || declaration.kind === 'MEAN'
  return {
    zh: `由${then!.zh}${risen ? (isLevel ? '升至' : '增至') : isLevel ? '降至' : '减至'}${now!.zh}`,
    en: `${risen ? 'up' : 'down'} from ${then!.en} to ${now!.en}`,
  }
}

/** Why, as far as the records say. Null: they do not. */
export function reasonWords({ declaration, reason }: IndicatorChange): Words | null {
  switch (reason?.kind) {
    case 'categories': {
      const said = reason.parts.map((part) => partWords(part, declaration))
      return {
        zh: `其中${said.map(({ zh }) => zh).join('，')}`,
        en: `by ${dimensionWords[reason.dimension].en}: ${said.map(({ en }) => en).join(', ')}`,
      }
    }
    case 'sides': {
      const sides = ([part, whole]: [number, number]) => `${formatValue(part, 0, 'EN')}/${formatValue(whole, 0, 'EN')}`
      return {
        zh: `上年 ${sides(reason.before)}，本年 ${sides(reason.after)}`,
        en: `${sides(reason.before)} a year before, now ${sides(reason.after)}`,
      }
    }
    case 'hidden':
      return {
        zh: '变化所在的分类人数过少，不予公开',
        en: 'what moved is about too few people to publish',
      }
    default:
      return null
  }
}

function partWords(
  { label, isNew, difference }: ChangePart,
  { decimals, unit }: IndicatorChange['declaration'],
): Words {
  const by = Math.abs(difference)
  const risen = difference > 0
  return {
    zh: `${label.zh}${isNew ? '新增' : risen ? '增加' : '减少'}${formatQuantity(by, decimals, unit, 'ZH')}`,
    en: `${label.en} ${formatValue(by, decimals, 'EN')} ${isNew ? '(none before)' : risen ? 'more' : 'fewer'}`,
  }
}
