import type { ImportPreview } from '../report/import-preview.ts'
import { makeCellParser } from '../cells/parse-cell.ts'
import { codeMoves, createMoves, secondTypeMoves } from './entry-moves.ts'
import { headerMove } from './header-move.ts'
import { lookAt, type LookedTable } from './looked-table.ts'
import type { Move } from './move.ts'
import { countryMoves, personMoves } from './several-moves.ts'
import { splitMoves } from './split-moves.ts'
import { sectionMoves } from './section-moves.ts'
import { titleMoves, type Registers } from './title-moves.ts'
import { unpivotMoves } from './unpivot-move.ts'
import { alsoMoves, numberMoves, oneDateMoves, partialDateMoves, plusMoves, rangeMoves } from './value-moves.ts'

const MOST_MOVES = 30
const NO_REGISTERS: Registers = new Map()

/** What else of a file could be read, best first: the heads and the values speak for each. */
export function offerMoves(preview: ImportPreview, registers: Registers = NO_REGISTERS): Move[] {
  const tables = lookAt(preview)
  // Under another header the columns are others.
  const header = tables[0] && headerMove(tables[0])
  if (header) return [header]
  return tables.flatMap((table) => movesOf(table, registers)).slice(0, MOST_MOVES)
}

function movesOf(table: LookedTable, registers: Registers): Move[] {
  const unpivots = unpivotMoves(table)
  const moves = [
    ...unpivots,
    ...rangeMoves(table),
    ...oneDateMoves(table),
    // What is across is of all that a cell names together.
    ...(unpivots.length === 0 ? splitMoves(table) : []),
    ...personMoves(table),
    ...secondTypeMoves(table),
    ...countryMoves(table),
    ...sectionMoves(table),
    ...titleMoves(table, registers),
    ...codeMoves(table),
    ...partialDateMoves(table),
    ...numberMoves(table),
    ...plusMoves(table),
    ...createMoves(table),
    ...alsoMoves(table, (field) => {
      const parse = makeCellParser(field)
      return (text) => {
        const key = parse(text, false)
        return typeof key === 'string' ? key : null
      }
    }),
  ]
  const place = table.path.length === 0 ? '' : `${table.path.join(' ')} `
  return moves.map((move) => ({ ...move, id: place + move.id }))
}
