import { describe, expect, test } from 'vitest'
import { compilePattern } from '@causeway/server/records/import/ground/pattern'
import { USUAL_LINES } from '@causeway/server/records/import/sheets/sheet-lines'
import { startNode } from '../../support/processes.ts'

describe('patterns of a mapping', () => {
  test('one that would run for ever is stopped and named', () => {
    for (const source of ['^(a+)+$', '^(a|a)*b$', '^(\\w+\\s?)*$', '(.*)(.*)(.*)(.*)(.*)x']) {
      const text = `${'a'.repeat(3_000)} ${'b'.repeat(3_000)}!`
      let outcome: unknown
      try {
        outcome = compilePattern(source).match(text)
      } catch (error) {
        outcome = (error as { code: string }).code
      }
      expect(outcome === null || outcome === 'PATTERN_TOO_SLOW', source).toBe(true)
    }
    expect(() => compilePattern('^(a+)+$').match(`${'a'.repeat(60)}!`)).toThrow(/took more than/)
  })

  test('one that is slow on every cell, and never too slow on one, is stopped too', { timeout: 30_000 }, () => {
    const pattern = compilePattern('^(a+)+$')
    const text = `${'a'.repeat(20)}!`
    const tryAll = () => Array.from({ length: 100_000 }, () => pattern.match(text))
    expect(tryAll).toThrow(/more than 1 ms a cell/)
  })

  test('plain ones match as they do elsewhere', () => {
    expect(compilePattern('\\((\\d+)\\)$').match('A (B) LTD (10046498)')?.[1]).toBe('10046498')
    expect(compilePattern('^(.+)（(\\d+)所）$').match('北京市（92所）')?.slice(1)).toEqual(['北京市', '92'])
    expect(compilePattern('x').match('y')).toBeNull()
  })

  test('those that a page writes run without a clock, which costs more than they do', () => {
    const pattern = compilePattern(USUAL_LINES)
    const began = performance.now()
    for (let i = 0; i < 20_000; i++) expect(pattern.match(`俄罗斯滨海农学院 ${i}`)).toBeNull()
    expect(performance.now() - began).toBeLessThan(2_000)
    for (const text of ['合  计', '合计：8人', '填表说明：按学制填写', '本页小计', '制表单位：国际处', 'Total'])
      expect(pattern.match(text), text).not.toBeNull()
  })

  test('a slow one is known from a busy machine by what the processor did', { timeout: 60_000 }, async () => {
    const { child, untilSays, ended } = startNode('tests/unit/import/match-slowly.ts', [], {})
    await untilSays(/began/)
    // It runs for a tenth of the time: by the clock each match takes far more than a pattern may.
    const halt = () => {
      child.kill('SIGSTOP')
      setTimeout(() => child.kill('SIGCONT'), 270)
    }
    halt()
    const stops = setInterval(halt, 300)
    const { code, out, err } = await ended
    clearInterval(stops)
    expect([code, out, err]).toEqual([0, expect.stringMatching(/none of 6 was refused, the longest took [\d.]+ s/), ''])
    expect(Number(/took ([\d.]+) s/.exec(out)![1])).toBeGreaterThan(0.25)
  })
})
