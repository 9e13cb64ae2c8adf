import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run answers with what its files share: see `global-setup.ts`. */
    door: string
  }
}

/**
 * What the files of a run share, made when a file first asks for it.
 * @param path `/postgres`: the address of a PostgreSQL server's first database. `/demonstration`: a folder with the database of the
 * demonstration college. `/causeway`: the address of a server of it, to read only. `/token/{role}`: a token for that server
 * @throws what became of it, in every file that asks
 */
export async function askDoor(path: string): Promise<string> {
  const response = await fetch(inject('door') + path)
  const said = await response.text()
  if (!response.ok) throw new Error(said)
  return said
}
