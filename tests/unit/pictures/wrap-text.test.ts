import { expect, test } from 'vitest'
import { wrapText } from '@causeway/server/outlets/pictures/wrap-text'

/** Every sign ten wide. */
const measure = (text: string) => [...text].length * 10

test('Latin is broken between words, Chinese between signs', () => {
  expect(wrapText('Foreign students received', 100, measure, 9)).toEqual(['Foreign', 'students', 'received'])
  expect(wrapText('接收国外留学生人数', 40, measure, 9)).toEqual(['接收国外', '留学生人', '数'])
})

test('no line begins with a closing sign', () => {
  for (const line of wrapText('甲学院，按学年，国（境）外；未填报。', 30, measure, 9).slice(1))
    expect(line).not.toMatch(/^[，。；）]/)
})

test('a word that is longer than a line is broken, and no sign is lost', () => {
  expect(wrapText('Donaudampfschifffahrt', 80, measure, 9).join('')).toBe('Donaudampfschifffahrt')
  expect(wrapText('𠮷𠮷𠮷', 10, measure, 9)).toEqual(['𠮷', '𠮷', '𠮷'])
})

test('what is too long for its lines ends in an ellipsis that fits', () => {
  const lines = wrapText('one two three four five six', 90, measure, 2)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/…$/)
  for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(90)
})

test('nothing is no line', () => {
  expect(wrapText('', 100, measure, 3)).toEqual([])
})
