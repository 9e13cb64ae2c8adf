import type { Words } from '@causeway/shared/words/words'
import { spoken } from '../language/words.ts'

/** Who brought it or took it back, by name or else by token; null: the command line. */
export function madeByWords(by: { token: string; name: string | null } | null): Words {
  if (by === null) return { zh: '命令行', en: 'the command line' }
  return by.name !== null ? spoken(by.name) : { zh: `令牌 ${by.token}`, en: `token ${by.token}` }
}

/** What a batch without a file did, by what is in the place of the file's name. */
const BY_HAND: Record<string, Words> = {
  changeRecord: { zh: '更改一条记录', en: 'A record changed' },
  withdrawRecord: { zh: '撤出一条记录', en: 'A record withdrawn' },
  attachEvidence: { zh: '附佐证材料', en: 'Evidence attached' },
  declareNothing: { zh: '作零报告', en: 'Nothing to report stated' },
  setTarget: { zh: '设定目标值', en: 'A target set' },
  setDataDate: { zh: '更改数据截至日期', en: 'The data date moved' },
  fillLine: { zh: '直接填报', en: 'A line filled in by hand' },
  'causeway same-as': { zh: '同一认定', en: 'A decision that two things are one' },
}

/** The name of its file, or what it did where it had none. */
export function batchTitle({ fileName, byHand }: { fileName: string; byHand: boolean }): Words {
  return (byHand && BY_HAND[fileName]) || spoken(fileName)
}
