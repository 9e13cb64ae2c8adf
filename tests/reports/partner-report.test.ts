import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '@causeway/server/access/viewer'
import { readerOf } from '../support/college.ts'
import { onOneDatabase } from '../support/databases.ts'
import { firstParagraph, openKeptDesk, type KeptDesk } from '../support/kept-report.ts'
import { wordTemplate } from '../support/word.ts'

const SESSIONS = 'session,start,end,training_days,headcount,country,sponsor'
const PLACEMENTS = 'headcount,partner,country,start,end'

onOneDatabase((_name, open) => {
  let desk: KeptDesk
  beforeEach(async () => {
    desk = await openKeptDesk(await open())
    const { college } = desk
    await college.put('partner', [
      'code,name_zh,name_en,country,type',
      'U1,大学,University,RU,university',
      'E1,甲公司,Company A,RU,enterprise',
      'E2,乙公司,Company B,KZ,enterprise',
    ])
    await college.put('training-session', [
      SESSIONS,
      ...['A', 'B', 'C'].map((name) => `${name},2023-03-01,2023-03-02,2,4,RU,U1`),
      'D,2023-04-01,2023-04-02,2,5,RU,E1',
      'E,2023-04-01,2023-04-02,2,7,KZ,E2',
    ])
    await college.put('placement', [PLACEMENTS, '3,E2,KZ,2023-05-01,2023-05-10'])
  })
  const template = wordTemplate([
    '{partner} ({partner.code}, {partner.country}, {partner.type}): {EX08.partner} of {EX08}',
  ])

  describe('a report of one partner', () => {
    it('is about the enterprise with most records, or the one that is given', async () => {
      await desk.write(template)
      expect(firstParagraph(desk.out)).toBe(
        'Company B (E2, Kazakhstan, enterprise): 7 participations of 34 participations',
      )
      await desk.write(template, { partner: 'U1' })
      expect(firstParagraph(desk.out)).toBe(
        'University (U1, Russia, university): 12 participations of 34 participations',
      )
    })

    it('has of the partner what GraphQL answers', async () => {
      const { lock } = await desk.write(template)
      const { data } = await desk.college.ask(
        '{ indicator(id: "EX08") { series(institution: "X", from: 2022, to: 2022, filter: [{ dimension: "partner", in: ["E2"] }]) { figures { value } } } }',
        {},
        await readerOf(desk.college),
      )
      const own = lock.figures.find(({ filter }) => filter.length > 0)!
      expect(own).toMatchObject({ filter: [{ dimension: 'partner', in: ['E2'] }], value: 7 })
      expect(data.indicator.series.figures[0].value).toBe(own.value)
    })

    it('stays about it when another has more records at the refresh', async () => {
      await desk.write(template)
      await desk.college.put('training-session', [
        SESSIONS,
        ...[1, 2, 3, 4].map((n) => `N${n},2023-06-01,2023-06-02,2,1,RU,E1`),
        'M,2023-06-01,2023-06-02,2,1,KZ,E2',
      ])
      await desk.refresh()
      expect(firstParagraph(desk.fresh)).toBe(
        'Company B (E2, Kazakhstan, enterprise): 8 participations of 39 participations',
      )
      await expect(desk.verify({ partner: 'E1' })).rejects.toMatchObject({ code: 'OTHER_REPORT' })
    })

    it('is refused with a sentence where nobody may choose, where there is none, and of an unknown one', async () => {
      const refused = [
        await desk.refusal(template, { viewer: ANONYMOUS }),
        await desk.refusal(template, { viewer: ANONYMOUS, partner: 'E9' }),
        await desk.refusal(template, { partner: 'E9' }),
      ]
      expect(refused.map(({ code }) => code)).toEqual(['PARTNER_NEEDED', 'UNKNOWN_SUBJECT', 'UNKNOWN_SUBJECT'])
    })
  })

  it('an own partner in a tag and the report’s are one too many', async () => {
    const { unknown } = await desk.write(wordTemplate(['{EX08.partner.partner=E1}']))
    expect(unknown.map(({ problem }) => problem.en)).toEqual(['only one of partner and partner=E1 can be in a tag'])
    expect(readFileSync(desk.out).length).toBeGreaterThan(0)
  })
})
