import type { Declaration, Side } from '../definition.ts'

type Dimensions = Declaration['dimensions']

function byCountry(side: Side): Dimensions {
  return { country: side, continent: side, bloc: side }
}

/** What learners may be broken down by: they are of the country of their nationality. */
export const enrolmentDimensions: Dimensions = {
  ...byCountry('nationality'),
  programme: 'programme',
  department: 'programme.department',
  level: 'level',
  sex: 'sex',
  unit: 'unit',
}

/** What stays may be broken down by: in, of the country they come from; out, of the country they go to. */
export const mobilityDimensions: Dimensions = {
  ...byCountry('country'),
  programme: 'programme',
  department: 'programme.department',
  partner: 'partner',
  level: 'programme.level',
  purpose: 'purpose',
  unit: 'unit',
}

/** What adoptions may be broken down by: they are of the country that adopts. */
export const adoptionDimensions: Dimensions = { ...byCountry('country'), type: 'standard.type', unit: 'unit' }

export const partnerDimensions: Dimensions = { ...byCountry('country'), type: 'type', unit: 'unit' }

/** What results of competitions may be broken down by: they are of the country where it was held. */
export const competitionDimensions: Dimensions = {
  ...byCountry('country'),
  level: 'level',
  unit: 'unit',
  scale: 'scale',
  award: 'award',
}

export const trainingDimensions: Dimensions = {
  ...byCountry('country'),
  partner: 'sponsor',
  platform: 'platform',
  sex: 'sex',
  unit: 'unit',
  role: 'role',
}
