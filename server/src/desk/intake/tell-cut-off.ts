import type { Words } from '@causeway/shared/words/words'
import type { Database } from '../../ground/database/database.ts'
import { isImporting } from './import-records.ts'

/** What is told when stopping waited long enough and something still runs. */
export function tellCutOff(database: Database): Words {
  return isImporting(database)
    ? {
        zh: '仍有导入没有完成，已中断；它没有改动任何数据。',
        en: 'An import had not ended and was cut off; it changed nothing.',
      }
    : { zh: '仍有工作没有按时结束，已中断。', en: 'Some work had not ended in time and was cut off.' }
}
