import type { Words } from '@causeway/shared/words/words'
import { didYouMean, findNearest } from '../../../ground/nearest.ts'
import type { RecordType } from '../../record-type.ts'
import { findRecordType, RECORD_TYPES } from '../../record-types.ts'
import { ImportRefused } from './import-refused.ts'

/** Throws `UNKNOWN_TYPE` where there is none of that name. */
export function findType(name: string): RecordType {
  const type = findRecordType(name)
  if (type) return type
  throw new ImportRefused('UNKNOWN_TYPE', { ...unknownType(name), value: name })
}

/** That there is none of that name, and which may be meant. */
export function unknownType(name: string): Words {
  const names = RECORD_TYPES.map((one) => one.name)
  const near = didYouMean(findNearest(name, names))
  return {
    zh: `没有台账类型「${name}」；可用：${names.join('、')}${near.zh}`,
    en: `There is no record type "${name}"; there are ${names.join(', ')}${near.en}`,
  }
}
