import type { Words } from '@causeway/shared/words/words'
import type { __TypeKind } from '../../graph/generated.ts'

export const KIND_WORDS: Partial<Record<__TypeKind, Words>> = {
  OBJECT: { zh: '对象', en: 'thing' },
  INTERFACE: { zh: '接口', en: 'shared by several' },
  UNION: { zh: '联合', en: 'one of several' },
  ENUM: { zh: '枚举', en: 'choice' },
  INPUT_OBJECT: { zh: '输入', en: 'input' },
  SCALAR: { zh: '标量', en: 'value' },
}
