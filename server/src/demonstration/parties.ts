/** People who went together. */
interface Party {
  country: string
  audience: 'student' | 'staff'
  purpose: string
  size: number
  /** Of students: the programme they come from. */
  programme?: string
  from: string
  to: string
}

const onDairyFarms = (year: number): Party => ({
  country: 'NZ',
  audience: 'student',
  purpose: 'practice',
  size: 6,
  programme: 'P-CROP',
  from: `${year}-02-08`,
  to: `${year}-03-20`,
})

/** Those to Hong Kong and Macao are outside the border, and not abroad. */
export const PARTIES: Party[] = [
  ...[2016, 2017, 2018, 2019].map(onDairyFarms),
  {
    country: 'HK',
    audience: 'student',
    purpose: 'study',
    size: 7,
    programme: 'P-ECOM',
    from: '2019-03-25',
    to: '2019-03-31',
  },
  {
    country: 'MO',
    audience: 'student',
    purpose: 'study',
    size: 9,
    programme: 'P-ECOM',
    from: '2024-03-18',
    to: '2024-03-24',
  },
  { country: 'HK', audience: 'staff', purpose: 'study', size: 6, from: '2024-05-13', to: '2024-05-17' },
  {
    country: 'MO',
    audience: 'student',
    purpose: 'study',
    size: 8,
    programme: 'P-ECOM',
    from: '2025-03-17',
    to: '2025-03-23',
  },
]
