// Filters the list of indicators in a folder that has no server. A classic script: a page opened from a disk may load no other.
;(() => {
  const list = document.querySelector('[data-search-list]')
  const label = list && list.getAttribute('data-search-list')
  if (!list || !label) return
  const plain = (text) => text.normalize('NFKC').toLowerCase()
  const entries = [...list.querySelectorAll('[data-search]')].map((entry) => ({
    entry,
    text: plain(entry.getAttribute('data-search')),
  }))
  const field = document.createElement('input')
  field.type = 'search'
  field.setAttribute('aria-label', label)
  field.placeholder = label
  field.className = 'still-search'
  const found = document.createElement('p')
  found.setAttribute('role', 'status')
  found.className = 'cap'
  list.before(field, found)
  const search = () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean)
    let count = 0
    for (const { entry, text } of entries) {
      const fits = words.every((word) => text.includes(word))
      entry.hidden = !fits
      if (fits) count += 1
    }
    for (const group of list.querySelectorAll('[data-search-group]'))
      group.hidden = !group.querySelector('[data-search]:not([hidden])')
    found.textContent = words.length === 0 ? '' : `${count} / ${entries.length}`
  }
  field.addEventListener('input', search)
})()
// In a folder the other language is another file: it opens at the part of the page that was being read.
;(() => {
  const link = document.querySelector('a.language')
  if (!link) return
  const isRead = (part) => {
    const { top, height } = part.getBoundingClientRect()
    return height > 0 && top <= innerHeight / 3
  }
  link.addEventListener('click', () => {
    const parts = scrollY > 0 ? [...document.querySelectorAll('main [id]')].filter(isRead) : []
    link.hash = parts.length > 0 ? parts[parts.length - 1].id : location.hash
  })
})()
// On an indicator's page the link to the breakdown that is seen is marked, or to the whole.
;(() => {
  const links = [...document.querySelectorAll('nav.tabs a')]
  if (!links.some((link) => link.pathname === location.pathname && link.hash.startsWith('#by-'))) return
  const mark = () => {
    const named = links.find((link) => link.hash !== '' && link.hash === location.hash)
    const seen = named || links.find((link) => link.hash === '')
    for (const link of links) {
      if (link === seen) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
  }
  addEventListener('hashchange', mark)
  mark()
})()
// A file may hold several pages of the app: each has its title.
;(() => {
  const opened = document.title
  const entitle = () => {
    const part = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const view = part && part.closest('[data-title]')
    document.title = view ? view.getAttribute('data-title') : opened
  }
  addEventListener('hashchange', entitle)
  entitle()
})()
