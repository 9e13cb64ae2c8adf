import type { Words } from '@causeway/shared/words/words'
import settings from './settings.json' with { type: 'json' }

/** Every setting, in the order in which they are documented: `standard` is what holds where it is not set. */
export const SETTINGS: readonly { name: string; standard: string; words: Words }[] = settings
