import {
  useLayoutEffect,
  useDeferredValue,
  useMemo,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react'
import { searchIndicators } from '@causeway/shared/search-indicators'
import { go, useAddress } from '../../address/address.tsx'
import { LEAVING } from '../../address/addresses.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import { useSetting } from '../../setting/setting.tsx'
import { reportLabel } from '../../setting/years.ts'
import { useStill } from '../../still/still.ts'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { useTitle } from '../../ui/use-title.ts'
import '../../styles/catalogue.css'
import {
  toEntry,
  passes,
  readFilter,
  CatalogueQuery,
  HeldQuery,
  type CatalogueEntry,
  writeFilter,
  type CatalogueFilter,
} from './catalogue-filter.ts'
import { FoundList, ListByTheme, SubjectsList } from './found-list.tsx'
import CATALOGUE_WORDS from './words.json' with { type: 'json' }
import { THEMES, type Theme } from '@causeway/shared/series'
import { themeWords } from '@causeway/shared/words/terms'
import { Choice } from '../../ui/choice.tsx'
import { Button } from '../../ui/button.tsx'

const PAUSE_MILLISECONDS = 300

/** What is in the search field: at once here, and in the address when the typing pauses or somebody follows what it found. */
function useTyped(): [typed: string, type: (text: string) => void] {
  const address = useAddress()
  const inAddress = address.view.search ?? ''
  const [typed, type] = useState(inAddress)
  const written = useRef(inAddress)
  useLayoutEffect(() => {
    // Somebody went back, or followed a link that says another search.
    if (inAddress === written.current) return
    written.current = inAddress
    type(inAddress)
  }, [inAddress])
  // Before anyone can follow what was found.
  useLayoutEffect(() => {
    if (typed === written.current) return
    const write = () => {
      written.current = typed.trim()
      go(address.with({ search: typed.trim() || null }), true)
    }
    const timer = setTimeout(write, PAUSE_MILLISECONDS)
    addEventListener(LEAVING, write)
    return () => {
      clearTimeout(timer)
      removeEventListener(LEAVING, write)
    }
  }, [typed, address])
  return [typed, type]
}

interface Keyboard {
  field: RefObject<HTMLInputElement | null>
  results: RefObject<HTMLDivElement | null>
  /** Of whatever holds the two. */
  move: (event: KeyboardEvent) => void
}

/** The catalogue by keyboard: arrows lead from the field through what was found and back; Enter opens the first. */
function useKeyboard(typed: string, sought: string): Keyboard {
  const field = useRef<HTMLInputElement>(null)
  const results = useRef<HTMLDivElement>(null)
  const [opening, setOpening] = useState(false)
  useEffect(() => {
    // What is opened is the first of what was typed, not of what the list still shows.
    if (!opening || sought !== typed) return
    setOpening(false)
    results.current?.querySelector<HTMLElement>('.entry-name a')?.click()
  }, [opening, sought, typed])
  return { field, results, move }

  function move(event: KeyboardEvent) {
    const links = [...(results.current?.querySelectorAll<HTMLAnchorElement>('.entry-name a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    const inField = document.activeElement === field.current
    if (event.nativeEvent.isComposing || (at === -1 && !inField)) return
    if (event.key === 'ArrowDown') links[at + 1]?.focus()
    else if (event.key === 'ArrowUp' && !inField) (links[at - 1] ?? field.current)?.focus()
    else if (event.key === 'Escape' && !inField) field.current?.focus()
    else if (event.key === 'Enter' && inField && field.current!.value.trim() !== '') setOpening(true)
    else return
    event.preventDefault()
  }
}

/** Every indicator, found as one types. It is there before a college has any record. */
export function CataloguePage() {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const still = useStill()
  const state = useSetting()
  const setting = state.state === 'ready' ? state.setting : null
  const { data, fault, retry } = useAnswer(CatalogueQuery, { locale })
  const held = useAnswer(
    HeldQuery,
    { institution: setting?.institution.code ?? '', year: setting?.year ?? 0, locale },
    setting === null,
  )
  const [typed, type] = useTyped()
  const sought = useDeferredValue(typed)
  const { field, results, move } = useKeyboard(typed, sought)
  useTitle(say(CATALOGUE_WORDS.title))
  const entries = useMemo(() => data?.indicators.map(toEntry) ?? [], [data])
  const figures = useMemo(
    () => new Map(held.data?.indicators.map(({ id, series }) => [id, series?.figures[0] ?? null]) ?? []),
    [held.data],
  )
  // Without records there is no year to ask about.
  const filter = { ...readFilter(address.view.filter), ...(setting === null && { data: null }) }
  const found = searchIndicators(entries, sought).filter(({ it }) => passes(it, filter, figures.get(it.id)))
  /** Whether there are figures is asked for, and the answer is still on its way. */
  const isUnknown = filter.data !== null && held.waiting && figures.size === 0
  if (fault && !data) return <FaultState fault={fault} retry={retry} page />
  const grouped = sought.trim() === ''
  return (
    <div className="catalogue" onKeyDown={move}>
      <header className="page-head">
        <h1>{say(CATALOGUE_WORDS.title)}</h1>
        {data && <p className="lead">{say(CATALOGUE_WORDS.lead, { n: entries.length })}</p>}
        {setting && (
          <p className="lead">
            {setting.institution.name}
            {say({ zh: '，', en: ', ' })}
            {reportLabel(setting.years.periodOf(setting.year), locale)}
          </p>
        )}
      </header>
      {!still && <CatalogueControls {...{ typed, type, field, filter, entries }} mayAskForData={setting !== null} />}
      {(!data || isUnknown) && <Loading rows={7} />}
      {held.fault && <FaultState fault={held.fault} retry={held.retry} />}
      {data && !isUnknown && (
        <div
          ref={results}
          aria-busy={held.waiting && filter.data !== null}
          data-search-list={still ? say(CATALOGUE_WORDS.searchAll) : undefined}
        >
          {!still && (
            <p role="status" className="catalogue-count off-paper">
              {found.length === 1
                ? say(CATALOGUE_WORDS.foundOne)
                : found.length === 0
                  ? say(CATALOGUE_WORDS.none)
                  : say(CATALOGUE_WORDS.found, { n: found.length })}
            </p>
          )}
          {found.length === 0 && !held.fault && <NothingFound clear={clear} />}
          {grouped ? <ListByTheme {...{ found, figures }} /> : <FoundList {...{ found, figures }} />}
          {setting && (still || !grouped) && (
            <SubjectsList institution={setting.institution.code} sought={still ? null : sought} />
          )}
        </div>
      )}
    </div>
  )

  function clear() {
    type('')
    go(address.with({ search: null, filter: [] }), true)
  }
}

function NothingFound({ clear }: { clear: () => void }) {
  const { say } = useLanguage()
  return (
    <EmptyState title={say(CATALOGUE_WORDS.none)}>
      <p>{say(CATALOGUE_WORDS.noneText)}</p>
      <Button onClick={clear}>{say(CATALOGUE_WORDS.clear)}</Button>
    </EmptyState>
  )
}

interface Props {
  typed: string
  type: (text: string) => void
  field: RefObject<HTMLInputElement | null>
  filter: CatalogueFilter
  entries: CatalogueEntry[]
  /** A college with records is chosen. */
  mayAskForData: boolean
}

function CatalogueControls({ typed, type, field, filter, entries, mayAskForData }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const narrow = (more: Partial<CatalogueFilter>) => address.change({ filter: writeFilter({ ...filter, ...more }) })
  const forms = new Map(entries.flatMap((entry) => entry.forms.map(({ id, name }) => [id, name] as const)))
  return (
    <form className="catalogue-search off-paper" role="search" onSubmit={(event) => event.preventDefault()}>
      <div className="catalogue-field">
        <label htmlFor="find">{say(CATALOGUE_WORDS.search)}</label>
        <input
          id="find"
          ref={field}
          type="search"
          value={typed}
          onChange={(event) => type(event.target.value)}
          aria-describedby="find-hint"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <p id="find-hint" className="cap">
          {say(CATALOGUE_WORDS.hint)}
        </p>
      </div>
      <div className="controls">
        <Choice<Theme | ''>
          label={say(CATALOGUE_WORDS.theme)}
          value={filter.theme ?? ''}
          options={[
            { value: '', text: say(CATALOGUE_WORDS.allThemes) },
            ...THEMES.map((theme) => ({ value: theme, text: say(themeWords[theme]) })),
          ]}
          onChange={(theme) => narrow({ theme: theme || null })}
        />
        <Choice
          label={say(CATALOGUE_WORDS.form)}
          value={filter.form ?? ''}
          options={[
            { value: '', text: say(CATALOGUE_WORDS.allForms) },
            ...[...forms].map(([value, text]) => ({ value, text })),
          ]}
          onChange={(form) => narrow({ form: form || null })}
        />
        {mayAskForData && (
          <Choice<'held' | 'missing' | ''>
            label={say(CATALOGUE_WORDS.data)}
            value={filter.data ?? ''}
            options={[
              { value: '', text: say(CATALOGUE_WORDS.allData) },
              { value: 'held', text: say(CATALOGUE_WORDS.held) },
              { value: 'missing', text: say(CATALOGUE_WORDS.missing) },
            ]}
            onChange={(data) => narrow({ data: data || null })}
          />
        )}
      </div>
    </form>
  )
}
