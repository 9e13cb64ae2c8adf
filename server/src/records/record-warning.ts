import type { Words } from '@causeway/shared/words/words'

/** Something doubtful that a batch brought. It refuses nothing. */
export interface RecordWarning {
  code:
    | 'LONG_STAY'
    | 'ABOVE_MAX'
    | 'COUNTRY_NOT_KNOWN'
    | 'TEAM_CONTRADICTS'
    | 'TWO_COUNTRIES'
    | 'TWO_SEXES'
    | 'TWO_NATIONALITIES'
    | 'GROUP_AND_PERSONS'
    | 'NOT_YET_THERE'
    | 'NO_LONGER_THERE'
    | 'NOT_JOINT'
    | 'BEFORE_FIRST_VERSION'
    | 'NO_SUCH_ADOPTION'
    | 'USED_BEFORE_ADOPTED'
    | 'PARENT_CYCLE'
    | 'UNKNOWN_VERSION'
    | 'VERSION_MISSING'
    | 'UNKNOWN_UNIT'
    | 'WEIGHTS_NOT_ONE'
    | 'CODE_OF_BOTH'
    | 'OUTSIDE_ENROLMENT'
    | 'OUTSIDE_EMPLOYMENT'
    | 'NO_SUCH_LEVEL'
    | 'NO_SUCH_COMPETITION'
    | 'ISSUER_ELSEWHERE'
    | 'SCALE_NOT_IN_FORCE'
    | 'UNKNOWN_SCALE_VERSION'
    | 'EXPIRED_EVIDENCE'
    | 'CUMULATIVE_GROUPS'
    | 'NOTHING_AND_RECORDS'
    | 'AFTER_DATA_DATE'
    | 'DATA_DATE_KEPT'
  /** Row of the file. */
  row: number | null
  /** Name of the field. */
  field: string
  value: string | null
  message: Words
}
