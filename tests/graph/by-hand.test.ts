import { describe, expect, it } from 'vitest'
import { onOneDatabase } from '../support/databases.ts'
import { NOTHING, openHandCollege, REVERT } from '../support/hand-college.ts'
import { bearer, readerOf } from '../support/college.ts'

onOneDatabase((_name, open) => {
  describe('changing a record by hand', () => {
    it('is its own batch that says who and why, moves the figures, and can be taken back', async () => {
      const { ask, change, first, figure } = await openHandCollege(await open())
      const one = await first('enrolment')
      expect(one.form.find(({ field }) => field.name === 'person')).toMatchObject({ value: null, hidden: true })
      expect(one.form.find(({ field }) => field.name === 'end')).toMatchObject({ value: '2023-07-01', hidden: false })
      const before = await figure('EX02')
      const changed = await change(one, { kind: 'joint', note: '改' }, { reason: '漏填国籍更正' })
      expect(changed).toMatchObject({
        ...{ __typename: 'RecordChanged', changed: true, warnings: [] },
        batch: {
          ...{ fileName: 'changeRecord', byHand: true, reason: '漏填国籍更正', accepted: 0, updated: 1, withdrawn: 0 },
          ...{ by: { name: '李老师', role: 'editor' }, canRevert: { possible: true, code: null } },
        },
      })
      expect(changed.record.id).toBe(one.id)
      const now = await first('enrolment')
      expect(now.history.map(({ change }) => change)).toEqual(['CHANGED', 'NEW'])
      expect(now.history[0]).toMatchObject({ batch: { batch: changed.batch.batch } })
      expect(now.history[0]!.fields.map(({ name, before: was, after }) => [name, was, after])).toEqual([
        ['kind', 'degree', 'joint'],
        ['note', '', '改'],
      ])
      const reverted = await ask(REVERT, { batch: changed.batch.batch, reason: '改错了' })
      expect(reverted).toMatchObject({
        ...{ __typename: 'BatchReverted', restored: 1, withdrawn: 0, institutions: ['X'] },
        batch: {
          revertReason: '改错了',
          revertedBy: { name: '李老师' },
          canRevert: { possible: false, code: 'REVERT_REFUSED' },
        },
      })
      const back = await first('enrolment')
      expect(back.history.map(({ change }) => change)).toEqual(['RESTORED', 'CHANGED', 'NEW'])
      expect(back.history[0]!.at).not.toBeNull()
      expect(await figure('EX02')).toEqual(before)
    })

    it('says what is wrong with each field, in words, and changes nothing then', async () => {
      const { change: changeOf, first } = await openHandCollege(await open())
      const one = await first('enrolment')
      const change = (fields: Record<string, string | null>, more: object = {}) => changeOf(one, fields, more)
      expect(await change({ nationality: '火星', end: '2021-01-01' })).toMatchObject({
        ...{ __typename: 'Refused', code: 'WRONG_FIELDS', zh: '有 2 项填写有误。' },
        problems: [
          { field: 'nationality', code: 'UNKNOWN_COUNTRY' },
          { field: 'end', code: 'REVERSED_RANGE' },
        ],
      })
      expect((await change({ programme: 'ZZ' })).problems).toMatchObject([
        { field: 'programme', code: 'UNKNOWN_REFERENCE' },
      ])
      // An empty country is an unknown one, as in a file.
      expect(await change({ nationality: '' })).toMatchObject({ __typename: 'RecordChanged' })
      expect((await change({ kind: null }, { since: one.since + 1 })).problems).toMatchObject([
        { field: 'kind', code: 'REQUIRED' },
      ])
      expect(await change({ nonsense: '1' })).toMatchObject({ code: 'UNKNOWN_FIELD' })
      expect(await change({ note: 'x' }, { since: 1 })).toMatchObject({ code: 'CONFLICT' })
      expect(await change({ note: 'x' }, { record: 'nonsense' })).toMatchObject({ code: 'BAD_ID' })
      expect(await change({ note: 'x' }, { reason: 'x'.repeat(1_001) })).toMatchObject({ code: 'BAD_REASON' })
    })

    it('of what a record is known by makes it another record; of one that others point to it is refused, naming them', async () => {
      const { college, ask, change, list, first } = await openHandCollege(await open())
      const one = await first('enrolment')
      const moved = await change(one, { start: '2022-09-05' })
      expect(moved).toMatchObject({ changed: true, batch: { accepted: 1, withdrawn: 1, updated: 0 } })
      expect(moved.record.id).not.toBe(one.id)
      expect(await list('enrolment')).toHaveLength(14)
      // The person stays the person: two stays of one would count as one.
      const learners =
        '{ indicator(id: "EX02") { series(institution: "X", from: 2022, to: 2022) { figures { value } } } }'
      expect(
        (await college.as(bearer(await college.tokenFor('reader')))(learners)).data.indicator.series.figures[0].value,
      ).toBe(14)
      const programme = await first('programme')
      const refused = await change(programme, { code: 'PB' })
      expect(refused).toMatchObject({
        code: 'IN_USE',
        zh: '这条记录仍被引用：「学籍（含留学生）」14 条。请先改正或撤出这些记录。',
      })
      expect(refused.records).toHaveLength(10)
      expect(await ask(REVERT, { batch: moved.batch.batch })).toMatchObject({ __typename: 'BatchReverted' })
      expect(
        (await first('enrolment')).id === one.id || (await list('enrolment')).some(({ id }) => id === one.id),
      ).toBe(true)
    })

    it('takes a person by number, and never tells one', async () => {
      const { change, list, first } = await openHandCollege(await open())
      const one = await first('enrolment')
      const other = await change(one, { person: 'l99nobody' })
      expect(other).toMatchObject({ changed: true, batch: { accepted: 1, withdrawn: 1 } })
      expect(Buffer.from(other.record.id, 'base64url').toString()).not.toMatch(/nobody/i)
      const known = await change(other.record, { person: 'L0' })
      // The first one may have been L0 itself; else L0 has such a record already.
      expect(['RecordChanged', 'Refused']).toContain(known.__typename)
      if (known.__typename === 'Refused') expect(known.code).toBe('DUPLICATE_KEY')
      expect(await list('enrolment')).toHaveLength(14)
    })

    it('is for those who may change the institution: of another it tells nothing', async () => {
      const { college, change, withdraw, first } = await openHandCollege(await open())
      const one = await first('enrolment')
      const codeFor = async (headers: Record<string, string>) => (await change(one, { note: 'x' }, {}, headers)).code
      const others = bearer(await college.tokenFor('editor', 'Y'))
      expect(await codeFor({})).toBe('UNAUTHENTICATED')
      expect(await codeFor(await readerOf(college))).toBe('FORBIDDEN')
      expect(await codeFor(others)).toBe('FORBIDDEN')
      const record = (of: string) => ({ id: Buffer.from(`Record:${of}`).toString('base64url'), since: one.since })
      const unknown = record('enrolment/X/none')
      expect((await withdraw(unknown, 'x', others)).code).toBe('FORBIDDEN')
      expect((await withdraw(unknown, 'x')).code).toBe('UNKNOWN_RECORD')
      expect((await withdraw(record('institution/X/X'), 'x')).code).toBe('NOT_BY_HAND')
    })
  })

  describe('withdrawing a record', () => {
    it('wants a reason and nothing that points to it, and can be taken back', async () => {
      const { ask, withdraw, list, first, figure } = await openHandCollege(await open())
      const one = await first('enrolment')
      const before = await figure('EX02')
      expect(await withdraw(one, ' ')).toMatchObject({
        code: 'REASON_MISSING',
      })
      const done = await withdraw(one, '重复')
      expect(done).toMatchObject({ changed: true, batch: { withdrawn: 1, reason: '重复' } })
      expect(await list('enrolment')).toHaveLength(13)
      expect((await figure('EX02')).value).toBe(before.value! - 1)
      expect(await withdraw(one, 'x')).toMatchObject({
        code: 'UNKNOWN_RECORD',
      })
      const programme = await first('programme')
      const refused = await withdraw(programme, 'x')
      expect(refused).toMatchObject({ code: 'IN_USE' })
      expect(refused.records[0]).toMatchObject({ type: { name: 'enrolment' } })
      expect(await ask(REVERT, { batch: done.batch.batch })).toMatchObject({ restored: 1 })
      expect((await list('enrolment')).find(({ id }) => id === one.id)!.history.map(({ change }) => change)).toEqual([
        'RESTORED',
        'WITHDRAWN',
        'NEW',
      ])
      expect(await figure('EX02')).toEqual(before)
    })
  })

  describe('taking a batch back', () => {
    it('is refused where later ones rest on it, naming these in the order to take them back', async () => {
      const { college, editor, ask, change, first } = await openHandCollege(await open())
      const one = await first('enrolment')
      const a = await change(one, { note: 'a' })
      const b = await change({ ...one, ...a.record }, { note: 'b' })
      const c = await change({ ...one, ...b.record }, { note: 'c' })
      const refused = await ask(REVERT, { batch: a.batch.batch })
      expect(refused).toMatchObject({ code: 'REVERT_REFUSED' })
      const inOrder = [c.batch.batch, b.batch.batch]
      expect(refused.batches.map((batch: { batch: string }) => batch.batch)).toEqual(inOrder)
      const { data } = await college.as(editor)(
        '{ batches(institution: "X") { edges { node { batch canRevert { possible laterBatches { batch } } } } } }',
      )
      const listed = data.batches.edges.find(
        ({ node }: { node: { batch: string } }) => node.batch === a.batch.batch,
      ).node
      expect(listed.canRevert).toEqual({ possible: false, laterBatches: inOrder.map((batch) => ({ batch })) })
      for (const batch of [...inOrder, a.batch.batch])
        expect(await ask(REVERT, { batch })).toMatchObject({ __typename: 'BatchReverted' })
      expect(await ask(REVERT, { batch: a.batch.batch })).toMatchObject({ code: 'REVERT_REFUSED' })
      expect(await ask(REVERT, { batch: '20200101-none' })).toMatchObject({ code: 'FORBIDDEN' })
    })

    it('is for those who may change every institution that it changed', async () => {
      const { college, ask, change, first } = await openHandCollege(await open())
      const one = await first('enrolment')
      const { batch } = await change(one, { note: 'x' })
      const as = async (...of: Parameters<typeof college.tokenFor>) =>
        (await ask(REVERT, { batch: batch.batch }, bearer(await college.tokenFor(...of)))).code
      expect(await as('editor', 'Y')).toBe('FORBIDDEN')
      expect(await as('reader', 'X')).toBe('FORBIDDEN')
      expect((await ask(REVERT, { batch: batch.batch }, {})).code).toBe('UNAUTHENTICATED')
      // The institutions came with one file: X may not take Y back.
      const all = await college.as(bearer(await college.tokenFor('reader')))(
        '{ batches(institution: "Y") { edges { node { batch } } } }',
      )
      expect((await ask(REVERT, { batch: all.data.batches.edges[0].node.batch })).code).toBe('FORBIDDEN')
      expect(await as('editor')).toBeUndefined()
    })
  })

  describe('one batch of five institutions', () => {
    it('shows each editor the own changes, and is taken back by none of them', async () => {
      const { college } = await openHandCollege(await open())
      const codes = ['A', 'B', 'C', 'D', 'E']
      const all = bearer(await college.tokenFor('editor'))
      const bring = async (name: string, as: string, lines: string[]) => {
        const file = new File([lines.join('\n')], name)
        const { data } = await college.send(
          'mutation ($input: ImportRecordsInput!) { importRecords(input: $input) { ... on ImportReport { refused batch { id batch } } } }',
          { input: { type: as, reason: `${codes.join('、')} 汇总`, seconds: 20, file: null } },
          { 'variables.input.file': file },
          all,
        )
        return data.importRecords.batch as { id: string; batch: string }
      }
      await bring('colleges.csv', 'institution', [
        'code,name_zh,name_en,country',
        ...codes.map((k) => `${k},学院${k},${k},CN`),
      ])
      const partners = codes.flatMap((k, i) =>
        Array.from({ length: i + 1 }, (_, n) => `${k},${k}-P${n},伙伴${k}${n},VN`),
      )
      const { id, batch } = await bring('partners.csv', 'partner', ['institution,code,name_zh,country', ...partners])

      const editor = bearer(await college.tokenFor('editor', 'B'))
      const FACTS =
        'batch accepted updated unchanged withdrawn reason revertReason institutions { code } canRevert { possible code message laterBatches { batch } }'
      const seen = async (headers: Record<string, string>) => {
        const { data } = await college.ask(
          `query ($id: ID!) { node(id: $id) { ... on Batch { ${FACTS} } } batches(institution: "B") { totalCount edges { node { ${FACTS} } } }
            records(type: "partner", institution: "B", first: 5) { totalCount edges { node { batch { ${FACTS} } history { batch { ${FACTS} } } } } } }`,
          { id },
          headers,
        )
        const [record] = data.records.edges
        return [data.node, data.batches.edges[0].node, record.node.batch, record.node.history[0].batch]
      }
      for (const facts of await seen(editor)) {
        expect(facts).toMatchObject({ batch, accepted: 2, reason: null, institutions: [{ code: 'B' }] })
        expect(facts.canRevert).toMatchObject({ possible: false, code: 'FORBIDDEN', laterBatches: [] })
        expect(facts.canRevert.message).toContain('records of other institutions too')
        expect(JSON.stringify(facts)).not.toMatch(/"[ACDE]"|[ACDE]-P|汇总/)
      }
      for (const facts of await seen(all)) {
        expect(facts).toMatchObject({ accepted: 15, reason: 'A、B、C、D、E 汇总', canRevert: { possible: true } })
        expect(facts.institutions).toHaveLength(5)
      }
      const REVERT_IT =
        'mutation ($batch: ID!) { revertBatch(input: { batch: $batch }) { ... on Refused { code message } ... on BatchReverted { withdrawn } } }'
      const revert = async (headers: Record<string, string>) =>
        (await college.ask(REVERT_IT, { batch }, headers)).data.revertBatch
      expect(await revert(editor)).toMatchObject({
        code: 'FORBIDDEN',
        message: expect.stringContaining('other institutions too'),
      })
      // Of a batch that is none of theirs nothing is said, not even that it is there.
      const other = await revert(bearer(await college.tokenFor('editor', 'X')))
      expect(other).toMatchObject({ code: 'FORBIDDEN' })
      expect(other.message).not.toContain('other institutions')
      const look = college.as(bearer(await college.tokenFor('editor', 'X')))
      expect((await look('query ($id: ID!) { node(id: $id) { id } }', { id })).data.node).toBeNull()
      expect(await revert(all)).toEqual({ withdrawn: 15 })
    })
  })

  describe('declaring that there was nothing', () => {
    it('earns the zero, is signed, and says what contradicts it', async () => {
      const { ask, figure } = await openHandCollege(await open())
      const input = { institution: 'X', recordType: 'mobility', from: '2022-09-01', to: '2023-08-31', signer: '张校长' }
      expect(await figure('IN17')).toEqual({ value: null, gap: 'NO_RECORDS' })
      expect(await ask(NOTHING, input)).toMatchObject({
        changed: true,
        batch: { byHand: true, accepted: 1 },
        warnings: [],
      })
      expect(await figure('IN17')).toEqual({ value: 0, gap: null })
      expect(await ask(NOTHING, input)).toMatchObject({ changed: false, batch: null })
      expect((await ask(NOTHING, { ...input, recordType: 'enrolment' })).warnings).toMatchObject([
        { code: 'NOTHING_AND_RECORDS' },
      ])
      const wrong = await ask(NOTHING, { ...input, recordType: 'staff', to: '2022-01-01', direction: 'in', signer: '' })
      expect(wrong.problems.map(({ field }: { field: string }) => field).sort()).toEqual(['direction', 'signer', 'to'])
      expect(await ask(NOTHING, { ...input, institution: 'Y' })).toMatchObject({ code: 'FORBIDDEN' })
    })
  })
})
