import { expect, it } from 'vitest'
import { IIT, openFormCollege } from '../support/form-college.ts'
import { forEachDatabase } from '../support/databases.ts'

const FILL = `mutation ($input: FillLineInput!) { fillLine(input: $input) { __typename
  ... on LineFilled { changed revision batch { fileName dataDate recordType { name } } }
  ... on Refused { code zh: message(locale: ZH) en: message } } }`

const INPUT = {
  ...{ form: 'satisfaction', edition: '2022', institution: 'X', year: 2021, line: '1', status: 'HAND_FILLED' },
  ...{ value: 96.5, source: '学生处调查', filledBy: '质量办李老师', filledOn: '2022-11-20' },
}

forEachDatabase((_name, database) => {
  async function open() {
    const { college } = await openFormCollege(await database())
    const editor = { authorization: `Bearer ${await college.tokenFor('editor', 'X')}` }
    const { data } = await college.ask('{ forms { id editions { edition lines { number computed } } } }')
    /** A line that no record can fill. */
    const byHand = data.forms
      .flatMap(
        ({
          id,
          editions,
        }: {
          id: string
          editions: { edition: string; lines: { number: string; computed: boolean }[] }[]
        }) =>
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
    const { fill, lineOf } = await open()
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
    const { fill, lineOf } = await open()
    await fill()
    expect(await fill()).toMatchObject({ changed: false, revision: null, batch: null })
    expect(await fill({ value: undefined, text: '无', filledOn: '2022-11-21' })).toMatchObject({ changed: true })
    expect(await lineOf()).toMatchObject({ source: 'HAND_FILLED', value: null, text: '无' })
    expect((await lineOf()).handFilled).toMatchObject({ filledOn: '2022-11-21' })
  })

  it('what was filed is beside a computed value, which nobody can fill in by hand', async () => {
    const { fill, lineOf } = await open()
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
    const { college, fill, lineOf } = await open()
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
    const { fill } = await open()
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
