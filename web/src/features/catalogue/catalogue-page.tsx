import { useDeferredValue, useMemo } from 'react'
import { searchIndicators } from '@causeway/shared/search-indicators'
import { go, useAddress } from '../../address/use-address.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { fill } from '../../language/fill.ts'
import { useLanguage } from '../../language/language.tsx'
import { useSetting } from '../../setting/setting.tsx'
import { reportLabel } from '../../setting/years.ts'
import { useStill } from '../../still/still.ts'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { useTitle } from '../../ui/use-title.ts'
import '../../styles/catalogue.css'
import { CatalogueControls } from './catalogue-controls.tsx'
import { toEntry } from './catalogue-entry.ts'
import { passes, readFilter } from './catalogue-filter.ts'
import { CatalogueQuery, HeldQuery } from './catalogue-query.ts'
import { FoundList, ListByTheme } from './found-list.tsx'
import { SubjectsList } from './subjects-list.tsx'
import { useKeyboard } from './use-keyboard.ts'
import { useTyped } from './use-typed.ts'
import { CATALOGUE_WORDS } from './words.ts'

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
        {data && <p className="lead">{say(fill(CATALOGUE_WORDS.lead, { n: entries.length }))}</p>}
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
            <p role="status" className="catalogue-count">
              {found.length === 1
                ? say(CATALOGUE_WORDS.foundOne)
                : found.length === 0
                  ? say(CATALOGUE_WORDS.none)
                  : say(fill(CATALOGUE_WORDS.found, { n: found.length }))}
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
      <button type="button" className="button" onClick={clear}>
        {say(CATALOGUE_WORDS.clear)}
      </button>
    </EmptyState>
  )
}
