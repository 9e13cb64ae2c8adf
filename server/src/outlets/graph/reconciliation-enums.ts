import { builder } from './builder.ts'

export const CountingEnum = builder.enumType('CountingUnit', {
  description: 'How people are counted.',
  values: {
    PERSONS: { description: '人: each person once' },
    STAYS: { description: '人次: each time they took part' },
  } as const,
})

export const ReasonEnum = builder.enumType('DifferenceReason', {
  description: 'Why something is counted in one value and not, or otherwise, in another.',
  values: {
    LATER: { description: 'It came in only after the other period or day' },
    EARLIER: { description: 'It was over, or had begun, before the other period or day' },
    OUTSIDE: { description: 'It lies on both sides of the other period, and not in it' },
    COUNTRY: { description: 'It is of countries or regions that the other scope leaves out' },
    FILTER: { description: 'It is outside what an official line is limited to' },
    REPEATED: { description: 'People counted as often as they took part, or once' },
    AMOUNT: { description: 'The same records count with another amount, as other days inside the period' },
    OTHER_CLASS: { description: 'It is of another class of graduates' },
    NOT_FIRST: { description: 'The first record of it is not in the other period' },
    OTHER_RECORD: { description: 'Another record stands for the same person or thing' },
    CONDITION: { description: 'It meets the conditions on one of the terms only' },
    DEFINITION: { description: 'Only one of two definitions takes it in' },
  } as const,
})

export const DirectionEnum = builder.enumType('DifferenceDirection', {
  description: 'Which of two values counts something.',
  values: {
    IN: { description: 'The other one does, or does more than the reference' },
    OUT: { description: 'The reference does, or does more than the other one' },
  } as const,
})
