import { expect, test, describe } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { openCollege, bearer } from '../support/college.ts'
import { openHandCollege } from '../support/hand-college.ts'

const SAME_AS = `{ indicator(id: "IN17") { series(institution: "X", from: 2023, to: 2023) { figures { value explanation {
  sameAs { recordType code sameAs relation relationName(locale: ZH) from decidedBy reason since }
} } } } }`

const CANDIDATES =
  '{ sameAsCandidates(institution: "X") { recordType { name } code sameAs name(locale: ZH) why(locale: ZH) } sameAsDecisions(institution: "X") { code codeName(locale: ZH) sameAs sameAsName(locale: ZH) decidedBy } }'

const DECIDE = `mutation ($input: DecideSameAsInput!) { decideSameAs(input: $input) { __typename
  ... on SameAsDecided { code sameAs batch { batch byHand by { name } } } ... on Refused { code } } }`

const UNDO = `mutation ($input: UndoSameAsInput!) { undoSameAs(input: $input) { __typename ... on SameAsUndone { batch { batch } } ... on Refused { code } } }`

onOneDatabase((_name, open) => {
  test('the explanation of a figure lists the decisions that touched it, and tells the public nothing of them', async () => {
    const college = await openCollege(await open())
    await college.put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
    await college.put('unit', ['code,name_zh', 'INTL,国际处'])
    await college.put('mobility', [
      'person,direction,audience,purpose,country,start,end,unit',
      ...Array.from({ length: 20 }, (_, i) => `L${i},out,student,study,VN,2023-10-01,2023-10-09,FAO`),
    ])
    await college.put('same-as', [
      'record_type,code,same_as,relation,from,decided_by,reason',
      'unit,FAO,INTL,renamed,2024-01-01,院长,校办文件',
    ])
    const headers = { authorization: `Bearer ${await college.tokenFor('reader')}` }
    const { data, errors } = await college.as(headers)(SAME_AS)
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
    const anonymous = await college.ask(SAME_AS)
    expect(anonymous.data.indicator.series.figures[0]).toMatchObject({ value: 20, explanation: { sameAs: null } })
  })

  describe('two codes that may be one', () => {
    test('are found by how they and their names are spelled, decided, and said no more', async () => {
      const { college, editor, ask } = await openHandCollege(await open())
      await college.put('partner', [
        'code,name_zh,name_en,country',
        'P01,河内理工学院,Hanoi Polytechnic College,VN',
        'p-01,河内工学院,Hanoi Engineering,VN',
        'P02,河内理工学院,Hanoi Poly,VN',
        'P03,清迈第一职业学院,Chiang Mai One,TH',
        'P04,清迈第二职业学院,Chiang Mai Two,TH',
        'P05,清莱第一职业学院,Chiang Rai,TH',
        'P06,清莱第一职业学校,Rai One,TH',
      ])
      const look = async () => (await college.as(editor)(CANDIDATES)).data
      expect(
        (await look()).sameAsCandidates.map((one: { code: string; sameAs: string; why: string }) => [
          one.sameAs,
          one.code,
          one.why,
        ]),
      ).toEqual([
        ['P01', 'p-01', '编号写法相近'],
        ['P01', 'P02', '名称相同'],
        ['P02', 'p-01', '名称只差一字'],
        ['P03', 'P05', '名称只差一字'],
        ['P05', 'P06', '名称只差一字'],
      ])
      const input = {
        ...{ institution: 'X', recordType: 'partner', code: 'P02', sameAs: 'P01', relation: 'SAME' },
        decidedBy: '李老师',
      }
      expect(await ask(DECIDE, input)).toMatchObject({
        code: 'P02',
        sameAs: 'P01',
        batch: { byHand: true, by: { name: '李老师' } },
      })
      expect(await ask(DECIDE, input)).toMatchObject({ batch: null })
      const now = await look()
      const name = '河内理工学院'
      expect(now.sameAsDecisions).toEqual([
        { code: 'P02', codeName: name, sameAs: 'P01', sameAsName: name, decidedBy: '李老师' },
      ])
      expect(now.sameAsCandidates.some((one: { code: string }) => one.code === 'P02')).toBe(false)
      expect(await ask(DECIDE, { ...input, sameAs: 'P03' })).toMatchObject({ code: 'SAME_AS_TWICE' })
      expect(await ask(UNDO, { institution: 'X', recordType: 'partner', code: 'P02' })).toMatchObject({
        __typename: 'SameAsUndone',
      })
      expect(await ask(UNDO, { institution: 'X', recordType: 'partner', code: 'P02' })).toMatchObject({
        code: 'UNKNOWN_DECISION',
      })
    })

    test('are decided by those who may change the institution, and institutions by those who may change both', async () => {
      const { college, ask } = await openHandCollege(await open())
      const input = {
        ...{ institution: 'X', recordType: 'programme', code: 'PB', sameAs: 'PA', relation: 'SAME' },
        decidedBy: 'x',
      }
      const as = async (...of: Parameters<typeof college.tokenFor>) =>
        (await ask(DECIDE, input, bearer(await college.tokenFor(...of)))).code
      expect(await as('reader', 'X')).toBe('FORBIDDEN')
      expect(await as('editor', 'Y')).toBe('FORBIDDEN')
      expect(
        await ask(DECIDE, { ...input, recordType: 'institution', code: 'X', sameAs: 'Y', relation: 'MERGED' }),
      ).toMatchObject({ code: 'FORBIDDEN' })
      // Nor does a college take another's place by saying so itself.
      expect(
        await ask(DECIDE, { ...input, recordType: 'institution', code: 'Y', sameAs: 'X', relation: 'MERGED' }),
      ).toMatchObject({ code: 'FORBIDDEN' })
      const { errors } = await college.as(bearer(await college.tokenFor('reader', 'Y')))(CANDIDATES)
      expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN'])
    })
  })
})
