import { expect, test } from 'vitest'
import { answerExample } from '@causeway/server/answers/answer-example'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { forEachDatabase } from '../support/databases.ts'

forEachDatabase((_name, open) => {
  test.each(CATALOGUE.map((declaration) => [declaration.code, declaration] as const))(
    'the worked example of %s comes out, from its rows as a person types them',
    async (_code, declaration) => {
      const { problems, figure } = await answerExample(await open(), declaration)
      expect(problems).toEqual([])
      const { expect: expected } = declaration.example!
      if (typeof expected === 'number') expect(figure?.value).toBeCloseTo(expected, 6)
      else expect(figure?.gap).toBe(expected)
    },
  )
})
