import type { Declaration, Side } from '../definition.ts'

type Dimensions = Declaration['dimensions']

export function byCountry(side: Side): Dimensions {
  return { country: side, continent: side, bloc: side }
}

/** What learners may be broken down by: they are of the country of their nationality. */
export const enrolmentDimensions: Dimensions = {
  ...byCountry('nationality'),
  programme: 'programme',
  department: 'programme.department',
  level: 'level',
  sex: 'sex',
  funding: 'funding',
  unit: 'unit',
}

/** What learners at sites overseas may be broken down by: they are of the country of the site. */
export const overseasEnrolmentDimensions: Dimensions = {
  ...byCountry('site.country'),
  programme: 'programme',
  department: 'programme.department',
  partner: 'site.host',
  level: 'level',
  sex: 'sex',
  funding: 'funding',
  unit: 'unit',
  site: 'site',
}

/** What stays may be broken down by: in, of the country they come from; out, of the country they go to. */
export const mobilityDimensions: Dimensions = {
  ...byCountry('country'),
  programme: 'programme',
  department: 'programme.department',
  partner: 'partner',
  platform: 'platform',
  level: 'programme.level',
  purpose: 'purpose',
  unit: 'unit',
}

/** What courses may be broken down by: by what their programme is. */
export const courseDimensions: Dimensions = {
  programme: 'programme',
  department: 'programme.department',
  level: 'programme.level',
  unit: 'unit',
}

/** What sites overseas may be broken down by. */
export const siteDimensions: Dimensions = {
  ...byCountry('country'),
  partner: 'host',
  type: 'type',
  unit: 'unit',
  site: 'code',
}

/** What adoptions, be it of a standard or of a resource, may be broken down by: they are of the country that adopts. */
export const anyAdoptionDimensions: Dimensions = { ...byCountry('country'), platform: 'platform', unit: 'unit' }

/** What adoptions of standards may be broken down by. */
export const adoptionDimensions: Dimensions = { ...anyAdoptionDimensions, type: 'standard.type' }

/** What adoptions of resources may be broken down by. */
export const resourceAdoptionDimensions: Dimensions = { ...anyAdoptionDimensions, type: 'resource.kind' }

/** What agreements may be broken down by: they are of the country of the partner. */
export const agreementDimensions: Dimensions = {
  ...byCountry('partner.country'),
  programme: 'programme',
  department: 'programme.department',
  partner: 'partner',
  type: 'type',
  unit: 'unit',
}

/** What partners under agreement may be broken down by. */
export const partnerUnderAgreementDimensions: Dimensions = { ...agreementDimensions, type: 'partner.type' }

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
  site: 'site',
}

/** What training at sites overseas may be broken down by: it is of the country of the site. */
export const siteTrainingDimensions: Dimensions = { ...trainingDimensions, ...byCountry('site.country') }

/** What graduates may be broken down by: they are of the country of their nationality. */
export const graduateDimensions: Dimensions = {
  ...byCountry('nationality'),
  programme: 'programme',
  department: 'programme.department',
  level: 'programme.level',
  unit: 'unit',
}

/** What answers to a survey may be broken down by. */
export const surveyDimensions: Dimensions = {
  programme: 'programme',
  department: 'programme.department',
  level: 'programme.level',
  unit: 'unit',
}
