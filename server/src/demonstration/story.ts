/**
 * What happened at the invented college, year by year (a year is the one its school year begins in). It opened in September 2013 on
 * the bank of a border river and has kept its ledgers of stays, training and tests since 2015/16. At first it learned from its
 * neighbours; by 2018/19 as many people came to learn from it. The pandemic shut the border in January 2020: teaching went online,
 * stays all but ended. From 2022/23 both directions grew back, and with its school, college and workshops abroad more people now learn
 * from it than with whom it learns. 2024/25 stops at the data date.
 */
export const DATA_DATE = '2025-07-31'
export const FIRST_INTAKE = 2013
export const LAST_INTAKE = 2024
export const CODE = 'demo'

/** The border was shut to travel from the first to the second of these days. */
export const BORDER_SHUT = ['2020-01-27', '2023-01-08'] as const

interface YearOfStory {
  /** New learners of the ordinary programmes whose departments name them. */
  intake: number
  /** New foreign learners: degree, one-year language, one-semester. */
  degree: number
  language: number
  semester: number
  /** Own students who go abroad to study or to practise; own teachers who do; visiting teachers received; teachers out to guide. */
  studentsLearning: number
  teachersLearning: number
  visitors: number
  teachersGuiding: number
  /** Persons trained by name. */
  trained: number
}

/** The fields of a year, in order. */
type Row = [number, number, number, number, number, number, number, number, number]

// prettier-ignore
const TABLE: Record<number, Row> = {
  2013: [150,   0,   0,   0,   0,   0,   0,   0,   0],
  2014: [165,   2,   6,   0,   0,   0,   0,   0,   0],
  2015: [180,   4,  10,   4,  46,  14,  10,   5,  18],
  2016: [200,   6,  14,   6,  54,  17,  12,   7,  28],
  2017: [215,   9,  20,   8,  68,  20,  15,   9,  38],
  2018: [235,  12,  26,  12,  86,  24,  18,  12,  48],
  2019: [280,  14,  30,   8,  46,   9,   7,   5,  30],
  2020: [260,   3,   4,   0,   0,   0,   0,   0,  14],
  2021: [250,   2,   0,   0,   0,   0,   0,   0,  16],
  2022: [260,   6,  12,   5,  44,  10,   8,   8,  52],
  2023: [275,  14,  28,  14, 116,  26,  21,  18,  84],
  2024: [285,  16,  30,  15, 122,  28,  22,  20,  72],
}

export function storyOf(year: number): YearOfStory {
  const row = TABLE[year]
  if (!row) throw new Error(`the story has no year ${year}`)
  const [intake, degree, language, semester, studentsLearning, teachersLearning, visitors, teachersGuiding, trained] =
    row
  return { intake, degree, language, semester, studentsLearning, teachersLearning, visitors, teachersGuiding, trained }
}
