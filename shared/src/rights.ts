import TABLE from './rights.json' with { type: 'json' }
import { joinWords, LIST_COMMA, type Words } from './words/words.ts'

export type Role = keyof typeof TABLE.roles
export type Right = keyof typeof TABLE.rights

/** What a token may be for. */
export const ROLES = Object.keys(TABLE.roles) as Role[]
export const ROLE_WORDS: Record<Role, Words> = TABLE.roles
/** What may be done, which roles may, and the record types that it takes to change; `records` all others. What is public needs no right. */
export const RIGHTS: Record<Right, Words & { of: string[]; types?: string[] }> = TABLE.rights

/** Who asks. Role null: nobody who signed in. Institution null with a role: every institution. */
export interface Asker {
  role: Role | null
  institution: string | null
}

/**
 * May this asker do this with what is of the institution? Null: with what is of every one, or of one that is not there yet. The server
 * decides by it, and the page shows only what the server will grant.
 */
export function may({ role, institution: own }: Asker, right: Right, institution: string | null): boolean {
  return role !== null && RIGHTS[right].of.includes(role) && (own === null || own === institution)
}

/** The right to change records of these types. */
export function rightToChange(types: readonly string[]): Right {
  const found = (Object.keys(RIGHTS) as Right[]).find((right) => {
    const own = RIGHTS[right].types ?? []
    return types.length > 0 && types.every((type) => own.includes(type))
  })
  return found ?? 'records'
}

/** 填报人或管理员, editor or administrator: who has a right. */
export function rolesWith(right: Right): Words {
  const roles = ROLES.filter((role) => RIGHTS[right].of.includes(role)).map((role) => ROLE_WORDS[role])
  const first = joinWords(roles.slice(0, -1), LIST_COMMA)
  return roles.length === 1 ? roles[0]! : joinWords([first, roles.at(-1)], { zh: '或', en: ' or ' })
}

/** All that a role may do. */
export function rightsOf(role: Role): Words {
  return joinWords(
    Object.values(RIGHTS).filter(({ of }) => of.includes(role)),
    LIST_COMMA,
  )
}
