import { expect, it } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { IIT, openFormCollege, VALUE_HEADER, type FilledLineAnswer } from '../support/form-college.ts'

const FILL = `mutation ($input: FillLineInput!) { fillLine(input: $input) { __typename
  ... on LineFilled { changed revision batch { fileName dataDate recordType { name } } }
  ... on Refused { code zh: message(locale: ZH) en: message } } }`

interface Form {
  id: string
  editions: { edition: string; lines: { number: string; computed: boolean }[] }[]
}

const INPUT = {
  ...{ form: 'satisfaction', edition: '2022', institution: 'X', year: 2021, line: '1', status: 'HAND_FILLED' },
  ...{ value: 96.5, source: '学生处调查', filledBy: '质量办李老师', filledOn: '2022-11-20' },
}

onOneDatabase((_name, open) => {
  it('what no record fills is filled in by hand, with who, when and from what', async () => {
    const { college, reader } = await openFormCollege(await open())
    await college.put('form-value', [
      VALUE_HEADER,
      'teaching-resources,2018,2,2021,hand-filled,1250.5,,万元,财务决算,王,2022-11-01,TEA',
      'satisfaction,2022,1.2,2021,hand-filled,,问卷,,学工处,赵,2022-11-02,',
    ])
    const ask = async (form: string, edition: string) => {
      const ask = college.as(reader)
      const { data } = await ask(`{ form(id: "${form}", edition: "${edition}", institution: "X", year: 2021) { lines {
          number value text gap source handFilled { source filledBy filledOn inUnit unit } departments { name(locale: ZH) } } } }`)
      return data.form.lines as (FilledLineAnswer & { departments: { name: string }[]; handFilled: object })[]
    }
    const resources = await ask('teaching-resources', '2018')
    expect(resources.find(({ number }) => number === '2')).toMatchObject({
      source: 'HAND_FILLED',
      value: 1250.5,
      handFilled: { source: '财务决算', filledBy: '王', filledOn: '2022-11-01', inUnit: '万元', unit: 'TEA' },
      departments: [{ name: '教务处' }],
    })
    expect(resources.find(({ number }) => number === '1')).toMatchObject({
      source: 'EMPTY',
      value: null,
      gap: 'NO_RECORDS',
    })
    expect((await ask('satisfaction', '2022')).find(({ number }) => number === '1.2')).toMatchObject({
      text: '问卷',
      value: null,
    })
  })

  it('says which departments hold the records of a line', async () => {
    const { college, reader } = await openFormCollege(await open())
    const { data } = await college.as(reader)(
      `{ form(id: "${IIT}", edition: "2022", institution: "X", year: 2021) { lines { number departments { unit name(locale: ZH) records recordType { name } } } } }`,
    )
    const of = (wanted: string) => data.form.lines.find(({ number }: FilledLineAnswer) => number === wanted).departments
    expect(of('2')).toMatchObject([{ unit: 'INT', name: '国际交流处', records: 15 }])
    expect(of('6')).toMatchObject([{ unit: null, name: '未注明部门', records: 4 }])
    const refused = await college.ask(
      `{ form(id: "${IIT}", edition: "2022", institution: "X", year: 2021) { lines { departments { unit } } } }`,
    )
    expect(refused.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })

  it('a filed value is beside the computed one, with the difference and why', async () => {
    const opened = await open()
    const { college, reader } = await openFormCollege(opened)
    const filedOn = '2022-10-01'
    await opened.write((db) =>
      db
        .updateTable('batch')
        .set({ created_at: `${filedOn}T08:00:00.000Z` })
        .execute(),
    )
    const filed = (line: string, value: string, day: string) =>
      `${IIT},2022,${line},2021,filed,${value},,,年报,李,${day},`
    await college.put('form-value', [
      VALUE_HEADER,
      filed('1', '1', filedOn),
      // The figure of 国（境）外, where the edition asks for 国外.
      filed('3', '7', filedOn),
      filed('6', '5', filedOn),
      filed('2', '6', '2019-01-01'),
    ])
    const { data } = await college.as(reader)(
      `{ form(id: "${IIT}", edition: "2022", institution: "X", year: 2021) { lines { number value filed { value } filedDifference { difference cause sentence(locale: ZH) } } } }`,
    )
    const of = (wanted: string) => data.form.lines.find(({ number }: FilledLineAnswer) => number === wanted)
    expect(of('1')).toMatchObject({ value: 1, filed: { value: 1 }, filedDifference: null })
    expect(of('3')).toMatchObject({
      value: 5,
      filed: { value: 7 },
      filedDifference: { difference: -2, cause: 'OTHER_DEFINITION' },
    })
    expect(of('3').filedDifference.sentence).toContain('国（境）外')
    expect(of('6').filedDifference).toMatchObject({ difference: -4, cause: 'NEVER' })
    expect(of('2').filedDifference).toMatchObject({ difference: 2, cause: 'LATER_RECORDS' })
  })

  it('records that changed after the day of filing are said as the cause, and how many imports changed them', async () => {
    const opened = await open()
    const { college, reader } = await openFormCollege(opened)
    await opened.write((db) => db.updateTable('batch').set({ created_at: '2022-10-01T08:00:00.000Z' }).execute())
    await college.put('form-value', [VALUE_HEADER, `${IIT},2022,2,2021,filed,8,,,年报,李,2022-11-01,`])
    await college.put('enrolment', [
      'person,programme,kind,nationality,start,end',
      'VZ,PA,degree,VN,2022-03-01,2022-07-01',
    ])
    const { data } = await college.as(reader)(
      `{ form(id: "${IIT}", edition: "2022", institution: "X", year: 2021) { lines { number value filedDifference { difference cause sentence(locale: ZH) } } } }`,
    )
    expect(data.form.lines.find(({ number }: FilledLineAnswer) => number === '2')).toMatchObject({
      value: 9,
      filedDifference: {
        difference: 1,
        cause: 'REVISED',
        sentence: '2022年11月1日上报时与台账一致；此后有 1 批导入改动了有关台账。',
      },
    })
  })

  it('checks find parts above their wholes, jumps, repetitions, differences and values of no line', async () => {
    const { college, reader } = await openFormCollege(await open())
    const value = (line: string, year: number, amount: number, form = 'scorecard', unit = '') =>
      `${form},2022,${line},${year},hand-filled,${amount},,${unit},就业系统,李,2022-11-01,`
    await college.put('form-value', [
      VALUE_HEADER,
      value('5', 2021, 90),
      value('5.1', 2021, 95),
      value('5', 2020, 40),
      value('6', 2021, 3.5),
      value('6', 2020, 3.5),
      value('99', 2021, 1),
      value('1', 2021, 500),
      value('2', 2021, 12000, 'service-contribution', '元'),
    ])
    const rules = async (form: string) => {
      const { data, errors } = await college.as(reader)(
        `{ formChecks(id: "${form}", edition: "2022", institution: "X", year: 2021) { rule lines sentence(locale: ZH) } }`,
      )
      expect(errors).toBeUndefined()
      return data.formChecks.map(({ rule, lines }: { rule: string; lines: string[] }) => `${rule} ${lines.join(' ')}`)
    }
    expect((await rules('scorecard')).toSorted()).toEqual([
      'JUMP 5',
      'NOT_NEEDED 1',
      'PART 5.1 5',
      'REPEATED 6',
      'UNKNOWN_LINE 99',
    ])
    expect(await rules('service-contribution')).toEqual(['UNIT 2'])
    // Across tables: 3 students of joint programmes cannot be among 2.
    await college.put('form-value', [VALUE_HEADER, value('4', 2021, 2, 'teaching-resources').replace('2022', '2018')])
    expect(await rules(IIT)).toContain('PART 12.1 teaching-resources/2018/4')
  })

  async function openDesk() {
    const { college } = await openFormCollege(await open())
    const editor = { authorization: `Bearer ${await college.tokenFor('editor', 'X')}` }
    const { data } = await college.ask('{ forms { id editions { edition lines { number computed } } } }')
    /** A line that no record can fill. */
    const byHand = data.forms
      .flatMap(({ id, editions }: Form) =>
        editions.flatMap(({ edition, lines }) =>
          lines.filter(({ computed }) => !computed).map(({ number }) => ({ form: id, edition, line: number })),
        ),
      )
      .at(0) as { form: string; edition: string; line: string }
    const fill = async (more: object = {}, headers: Record<string, string> = editor) =>
      (await college.ask(FILL, { input: { ...INPUT, ...byHand, ...more } }, headers)).data.fillLine
    const lineOf = async ({ form, edition, line } = byHand, headers: Record<string, string> = editor) =>
      (
        await college.ask(
          `query ($form: ID!, $edition: String!) { form(id: $form, edition: $edition, institution: "X", year: 2021) { lines {
            number source value text handFilled { value text source filledBy filledOn } filed { value filledOn } } } }`,
          { form, edition },
          headers,
        )
      ).data.form.lines.find(({ number }: { number: string }) => number === line)
    return { college, fill, lineOf, byHand }
  }

  it('a line filled in by hand is a batch that can be taken back, and says who and from what', async () => {
    const { fill, lineOf } = await openDesk()
    expect((await lineOf()).source).toBe('EMPTY')
    expect(await fill()).toMatchObject({
      __typename: 'LineFilled',
      changed: true,
      batch: { fileName: 'fillLine', dataDate: null, recordType: { name: 'form-value' } },
    })
    expect(await lineOf()).toMatchObject({
      source: 'HAND_FILLED',
      value: 96.5,
      handFilled: { value: 96.5, source: '学生处调查', filledBy: '质量办李老师', filledOn: '2022-11-20' },
    })
  })

  it('filling it again replaces what stood there, words as well as numbers, and nothing is changed twice', async () => {
    const { fill, lineOf } = await openDesk()
    await fill()
    expect(await fill()).toMatchObject({ changed: false, revision: null, batch: null })
    expect(await fill({ value: undefined, text: '无', filledOn: '2022-11-21' })).toMatchObject({ changed: true })
    expect(await lineOf()).toMatchObject({ source: 'HAND_FILLED', value: null, text: '无' })
    expect((await lineOf()).handFilled).toMatchObject({ filledOn: '2022-11-21' })
  })

  it('what was filed is beside a computed value, which nobody can fill in by hand', async () => {
    const { fill, lineOf } = await openDesk()
    const line = { form: IIT, edition: '2022', line: '1' }
    expect(await fill(line)).toMatchObject({ __typename: 'Refused', code: 'NOT_NEEDED' })
    expect(await fill({ ...line, status: 'FILED', value: 3 })).toMatchObject({ changed: true })
    expect(await lineOf(line)).toMatchObject({
      source: 'COMPUTED',
      value: 1,
      filed: { value: 3, filledOn: '2022-11-20' },
    })
  })

  it('is for an editor or higher of the institution', async () => {
    const { college, fill, lineOf } = await openDesk()
    expect(await fill({}, {})).toMatchObject({ __typename: 'Refused', code: 'UNAUTHENTICATED' })
    for (const [role, institution] of [
      ['reader', 'X'],
      ['editor', 'Y'],
    ] as const) {
      const authorization = `Bearer ${await college.tokenFor(role, institution)}`
      expect(await fill({}, { authorization })).toMatchObject({ code: 'FORBIDDEN' })
    }
    expect((await lineOf()).source).toBe('EMPTY')
  })

  it('of what is not there, or says nothing, is refused in both languages', async () => {
    const { fill } = await openDesk()
    expect(await fill({ form: 'no-such' })).toMatchObject({ code: 'UNKNOWN_FORM' })
    expect(await fill({ edition: '1900' })).toMatchObject({ code: 'UNKNOWN_EDITION' })
    expect(await fill({ line: '99' })).toMatchObject({ code: 'UNKNOWN_LINE', zh: '这张报表没有序号为“99”的指标项。' })
    expect(await fill({ year: 20222 })).toMatchObject({ code: 'BAD_PERIOD' })
    expect(await fill({ source: '  ' })).toMatchObject({ code: 'BAD_VALUE', en: 'Say where it is from.' })
    expect(await fill({ value: undefined })).toMatchObject({ code: 'BAD_VALUE' })
    expect(await fill({ text: '无' })).toMatchObject({ code: 'BAD_VALUE' })
    expect(await fill({ value: 0.12345 })).toMatchObject({ code: 'BAD_VALUE' })
    expect(await fill({ value: 3e9 })).toMatchObject({ code: 'BAD_VALUE' })
  })
})
