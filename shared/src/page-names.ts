/** Pages whose address is their name alone. */
export const SINGLE_PAGES = [
  'standards',
  'platforms',
  'skills',
  'forms',
  'data',
  'catalogue',
  'developers',
  'about',
  'institutions',
  'sign-in',
] as const

/** Pages about one thing, named by its code in their address. */
export const PAGES_ABOUT_ONE = [
  'indicator',
  'answer',
  'standard',
  'platform',
  'programme',
  'partner',
  'country',
  'form',
  'record',
] as const
