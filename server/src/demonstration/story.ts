/**
 * What happened at the invented college, year by year (a year is the one its school year begins in). It opened in September 2013 on
 * the bank of a border river and has kept its ledgers of stays, training and tests since 2015/16. At first it learned from its
 * neighbours; by 2018/19 as many people came to learn from it. The pandemic shut the border in January 2020: teaching went online,
 * stays all but ended. From 2022/23 both directions grew back, and met again. 2024/25 stops at the data date.
 */
export const DATA_DATE = '2025-07-31'
export const FIRST_INTAKE = 2013
export const LAST_INTAKE = 2024
export const CODE = 'demo'

/** The border was shut to travel from the first to the second of these days. */
export const BORDER_SHUT = ['2020-01-27', '2023-01-08'] as const

export interface YearOfStory {
  /** New learners of the ordinary programmes whose departments name them. */
  intake: number
  /** New foreign learners (Hong Kong, Macao and Taiwan included): degree, one-year language, one-semester. */
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

export const STORY: Record<number, YearOfStory> = {
  2013: { intake: 150, degree: 0, language: 0, semester: 0, studentsLearning: 0, teachersLearning: 0, visitors: 0, teachersGuiding: 0, trained: 0 },
  2014: { intake: 165, degree: 2, language: 6, semester: 0, studentsLearning: 0, teachersLearning: 0, visitors: 0, teachersGuiding: 0, trained: 0 },
  2015: { intake: 180, degree: 4, language: 10, semester: 4, studentsLearning: 46, teachersLearning: 14, visitors: 10, teachersGuiding: 5, trained: 18 },
  2016: { intake: 200, degree: 6, language: 14, semester: 6, studentsLearning: 54, teachersLearning: 17, visitors: 12, teachersGuiding: 7, trained: 28 },
  2017: { intake: 215, degree: 9, language: 20, semester: 8, studentsLearning: 68, teachersLearning: 20, visitors: 15, teachersGuiding: 9, trained: 38 },
  2018: { intake: 235, degree: 12, language: 26, semester: 12, studentsLearning: 86, teachersLearning: 24, visitors: 18, teachersGuiding: 12, trained: 48 },
  2019: { intake: 280, degree: 14, language: 30, semester: 8, studentsLearning: 46, teachersLearning: 9, visitors: 7, teachersGuiding: 5, trained: 30 },
  2020: { intake: 260, degree: 3, language: 4, semester: 0, studentsLearning: 0, teachersLearning: 0, visitors: 0, teachersGuiding: 0, trained: 14 },
  2021: { intake: 250, degree: 2, language: 0, semester: 0, studentsLearning: 0, teachersLearning: 0, visitors: 0, teachersGuiding: 0, trained: 16 },
  2022: { intake: 260, degree: 6, language: 12, semester: 5, studentsLearning: 44, teachersLearning: 10, visitors: 8, teachersGuiding: 8, trained: 52 },
  2023: { intake: 275, degree: 14, language: 28, semester: 14, studentsLearning: 116, teachersLearning: 26, visitors: 21, teachersGuiding: 18, trained: 84 },
  2024: { intake: 285, degree: 16, language: 30, semester: 15, studentsLearning: 122, teachersLearning: 28, visitors: 22, teachersGuiding: 20, trained: 72 },
}
