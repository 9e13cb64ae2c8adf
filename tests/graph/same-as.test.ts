import { expect, test } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'
import { openCollege } from '../support/college.ts'

const QUESTION = `{ indicator(id: "IN17") { series(institution: "X", from: 2023, to: 2023) { figures { value explanation {
  sameAs { recordType code sameAs relation relationName(locale: ZH) from decidedBy reason since }
} } } } }`

forEachDatabase((_name, open) => {
  test('the explanation of a figure lists the decisions that touched it, and tells the public nothing of them', async () => {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
    await college.put('unit', ['code,name_zh', 'INTL,国际处'], 'X')
    await college.put(
      'mobility',
      [
        'person,direction,audience,purpose,country,start,end,unit',
        ...Array.from({ length: 20 }, (_, i) => `L${i},out,student,study,VN,2023-10-01,2023-10-09,FAO`),
      ],
      'X',
    )
    await college.put(
      'same-as',
      ['record_type,code,same_as,relation,from,decided_by,reason', 'unit,FAO,INTL,renamed,2024-01-01,院长,校办文件'],
      'X',
    )
    const headers = { authorization: `Bearer ${await college.tokenFor('reader')}` }
    const { data, errors } = await college.ask(QUESTION, {}, headers)
    expect(errors).toBeUndefined()
    expect(data.indicator.series.figures).toEqual([
      {
        value: 20,
        explanation: {
          sameAs: [
            {
              ...{ recordType: 'unit', code: 'FAO', sameAs: 'INTL', relation: 'renamed', relationName: '更名' },
              ...{ from: '2024-01-01', decidedBy: '院长', reason: '校办文件', since: expect.any(Number) },
            },
          ],
        },
      },
    ])
    const anonymous = await college.ask(QUESTION)
    expect(anonymous.data.indicator.series.figures[0]).toMatchObject({ value: 20, explanation: { sameAs: null } })
  })
})
