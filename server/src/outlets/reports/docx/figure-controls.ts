import {
  officeMarkup,
  TagPlacement,
  TemplatePlugin,
  xml,
  type ScopeData,
  type Tag,
  type TextNodeTag,
  type XmlGeneralNode,
  type XmlNode,
} from 'easy-template-x'
import { giveWay } from '../../../ground/under-way.ts'
import { tagOf, type RememberedValue } from '../memory.ts'
import type { ReportText } from '../report.ts'
import { controlProperties } from './control-markup.ts'
import { leaveOutGaps, type Omitted } from './leave-out.ts'
import { apart, move, runLike } from './runs.ts'

/** The alternative text of a drawing that had tags. */
export interface FilledAlt {
  drawing: XmlGeneralNode
  /** Of the loops around it. */
  path: string[]
  template: string
}

const SHORT = 255

/**
 * Writes what a tag asks as a plain-text content control within its paragraph, bound to a value of the report's XML part. Where a
 * control cannot be (an attribute, the text of a drawing) it is text.
 */
export class FigureControls extends TemplatePlugin {
  readonly contentType = 'value'
  readonly values = new Map<string, RememberedValue>()
  readonly alts: FilledAlt[] = []
  readonly #waiting: { node: XmlGeneralNode; value: ReportText; path: string[] }[] = []
  /** What was left out for its gaps: the paths of its figures. */
  readonly leftOut: string[][] = []
  readonly #storeId: string
  #controls = 0

  constructor(storeId: string) {
    super()
    this.#storeId = storeId
  }

  override async simpleTagReplacements(tag: Tag, data: ScopeData): Promise<void> {
    const { value, path } = data.getScopeData<never>() as { value: ReportText; path: string[] }
    await giveWay()
    if (tag.placement === TagPlacement.Attribute) {
      const { attributes = {} } = tag.xmlNode
      const before = attributes[tag.attributeName]!
      if (tag.attributeName === 'descr' && !this.alts.some(({ drawing }) => drawing === tag.xmlNode)) {
        const { name = '' } = attributes
        const isKnown = this.alts.some(({ drawing }) => drawing.attributes!.name === name)
        if (isKnown) attributes.name = `${name} ${this.alts.length + 1}`
        this.alts.push({ drawing: tag.xmlNode, path: path.slice(0, -1), template: before })
      }
      attributes[tag.attributeName] = before.replace(tag.rawText, () => value.text)
      return
    }
    const node = officeMarkup.query.containingTextNode(tag.xmlTextNode)
    tag.xmlTextNode.textContent = value.text
    if (value.text === '') return officeMarkup.modify.removeTag(tag)
    officeMarkup.modify.setSpacePreserveAttribute(node)
    if (isInRun(tag)) this.#waiting.push({ node, value, path })
  }

  /** Once a part is filled: the library joins paragraphs by their runs alone, and would lose controls. */
  wrapAll(root: XmlNode, omitted: Omitted | null): void {
    const waiting = this.#waiting.splice(0)
    const left = leaveOutGaps(waiting, root, omitted)
    for (const one of waiting) {
      const { node, value, path } = one
      if (!left.has(one)) this.#wrap(node, this.#remember(value, path), value.title)
      else if (value.kind === 'FIGURE') this.leftOut.push([...path])
    }
  }

  #remember({ key, kind, text, gap }: ReportText, path: string[]): RememberedValue {
    const name = path.length === 1 ? key : JSON.stringify(path)
    const known = this.values.get(name)
    if (known) return known
    const id = `v${this.values.size + 1}`
    const value = { id, tag: tagOf(path), path: [...path], kind, text, gap }
    this.values.set(name, value)
    return value
  }

  /** Its run becomes three: what is before the text, the control, what is after it. */
  #wrap(node: XmlGeneralNode, value: RememberedValue, title: string): void {
    const run = officeMarkup.query.containingRunNode(node)
    const held = runLike(run)
    this.#controls++
    const asked = { ...value, title: [...title].slice(0, SHORT).join(''), number: this.#controls }
    const control = xml.create.generalNode('w:sdt', {
      childNodes: [
        xml.create.generalNode('w:sdtPr', {
          childNodes: controlProperties(asked, this.#storeId).map(([name, attributes]) =>
            xml.create.generalNode(name, { attributes }),
          ),
        }),
        xml.create.generalNode('w:sdtContent', { childNodes: [held] }),
      ],
    })
    apart(node, control)
    move(node, held)
    openAround(control)
    if (officeMarkup.query.isEmptyRun(run)) xml.modify.remove(run)
  }
}

/** In a run of Word's own text. */
const isInRun = (tag: TextNodeTag) => officeMarkup.query.containingRunNode(tag.xmlTextNode)?.nodeName === 'w:r'

/** What lets a writer's own control hold text alone, or shows there what is elsewhere. */
const CLOSED = /^(w:(text|date|comboBox|dropDownList|dataBinding|showingPlcHdr)|w15:dataBinding)$/

/** A writer's own controls around one of ours keep their names, and hold rich text: in that there may be controls. */
function openAround(control: XmlNode): void {
  for (let one = control.parentNode; one; one = one.parentNode) {
    const properties = one.nodeName === 'w:sdt' && one.childNodes?.find(({ nodeName }) => nodeName === 'w:sdtPr')
    if (!properties) continue
    for (const child of [...(properties.childNodes ?? [])]) if (CLOSED.test(child.nodeName)) xml.modify.remove(child)
  }
}
