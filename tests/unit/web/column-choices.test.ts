import { expect, test } from 'vitest'
import type { TypeField } from '../../../web/src/graph/generated.ts'
import { inOrderOf } from '../../../web/src/features/data/import/column-choices.ts'

test('of two names of one thing that in the language of the reader comes first', () => {
  const fields = ['code', 'name_zh', 'name_en', 'country', 'title_zh'].map((name) => ({ name }) as TypeField)
  const names = (locale: 'ZH' | 'EN') => inOrderOf(fields, locale).map(({ name }) => name)
  expect(names('ZH')).toEqual(['code', 'name_zh', 'name_en', 'country', 'title_zh'])
  expect(names('EN')).toEqual(['code', 'name_en', 'name_zh', 'country', 'title_zh'])
})
