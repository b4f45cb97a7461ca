/**
 * Draws three columns of boxes and the lines between them as an SVG: what triggers, what runs, what is touched.
 *
 * The boxes of the right column stand in two stacks, what is lost above what is kept. Within its stack a box stands near the boxes that
 * lead to it, so that lines cross little. Nothing here knows where the boxes come from.
 */
import { html, type Markup } from './markup.js';

export type Tone = 'plain' | 'lost' | 'accepted' | 'kept' | 'clean';

export interface Box {
  readonly id: string;
  readonly label: string;
  readonly caption: string;
  readonly tone: Tone;
  /** Where a click leads: `#F1`. */
  readonly href?: string | undefined;
  /** What a person reads who rests on it. */
  readonly title?: string;
  /** Which of the texts are paths: of these the end says most. */
  readonly paths?: readonly ('label' | 'caption')[];
}

export interface Line {
  readonly from: string;
  readonly to: string;
  readonly tone: Tone;
}

export interface Picture {
  readonly label: string;
  readonly triggers: readonly Box[];
  readonly handlers: readonly Box[];
  readonly states: readonly Box[];
  readonly lines: readonly Line[];
  readonly headings: readonly [triggers: string, handlers: string, lost: string, kept: string];
}

const columns = { triggers: { x: 0, width: 176 }, handlers: { x: 256, width: 292 }, states: { x: 668, width: 292 } } as const;
const width = 960;
const boxHeight = 44;
const gap = 10;
const headingHeight = 30;
const stackGap = 22;
/** Boxes of one column that stand further apart than this are not seen as one. */
const mostStep = 96;

interface Placed {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export function drawPicture(picture: Picture): Markup {
  const { triggers, handlers, states, lines, headings } = picture;
  const places = new Map<string, Placed>();
  const placeColumn = (
    boxes: readonly Box[],
    column: (typeof columns)[keyof typeof columns],
    top: number,
    step = boxHeight + gap,
  ): number => {
    for (const [index, box] of boxes.entries()) places.set(box.id, { box, x: column.x, y: top + index * step, width: column.width });
    return top + boxes.length * step;
  };

  const handlersEnd = placeColumn(handlers, columns.handlers, headingHeight);
  const near = (boxes: readonly Box[], side: 'from' | 'to'): Box[] => orderByNeighbours(boxes, lines, side, places);
  const lost = near(
    states.filter(({ tone }) => tone !== 'kept'),
    'to',
  );
  const kept = near(
    states.filter(({ tone }) => tone === 'kept'),
    'to',
  );
  const lostEnd = lost.length > 0 ? placeColumn(lost, columns.states, headingHeight) : 0;
  const keptTop = lost.length > 0 ? lostEnd + stackGap : 0;
  const keptEnd = kept.length > 0 ? placeColumn(kept, columns.states, keptTop + headingHeight) : lostEnd;
  const height = Math.max(handlersEnd, keptEnd, headingHeight + triggers.length * (boxHeight + gap)) - gap + 2;
  // A short column of handlers beside a long one of state is spread, and what is left stands above and below.
  const step = handlers.length > 1 ? Math.min(mostStep, (height - headingHeight - boxHeight) / (handlers.length - 1)) : 0;
  const spread = headingHeight + (height - headingHeight - boxHeight - step * (handlers.length - 1)) / 2;
  placeColumn(handlers, columns.handlers, spread, step);
  spreadTriggers(near(triggers, 'from'), lines, places, height);

  return html`<svg class="picture" viewBox="-2 -2 ${width + 4} ${height + 4}" role="group" aria-label="${picture.label}">
${heading(headings[0], columns.triggers.x, 0)}${heading(headings[1], columns.handlers.x, 0)}${lost.length > 0 && heading(headings[2], columns.states.x, 0)}${kept.length > 0 && heading(headings[3], columns.states.x, keptTop)}
<g class="lines" aria-hidden="true">${lines.map((line) => drawLine(line, places))}</g>
${[...places.values()].map(drawBox)}
</svg>`;
}

/** Puts a box at the height of the boxes that it is joined to. */
function orderByNeighbours(boxes: readonly Box[], lines: readonly Line[], side: 'from' | 'to', places: ReadonlyMap<string, Placed>): Box[] {
  const heights = new Map(
    boxes.map((box) => {
      const joined = lines.flatMap((line) => (line[side] === box.id ? (places.get(side === 'to' ? line.from : line.to)?.y ?? []) : []));
      return [box.id, joined.length > 0 ? joined.reduce((sum, y) => sum + y, 0) / joined.length : Number.MAX_SAFE_INTEGER] as const;
    }),
  );
  return [...boxes].sort((a, b) => heights.get(a.id)! - heights.get(b.id)!);
}

/** Triggers are few: each stands in the middle of what it starts, as far as there is room. */
function spreadTriggers(triggers: readonly Box[], lines: readonly Line[], places: Map<string, Placed>, height: number): void {
  let y = headingHeight;
  for (const [index, box] of triggers.entries()) {
    const joined = lines.flatMap((line) => (line.from === box.id ? (places.get(line.to)?.y ?? []) : []));
    const middle = joined.length > 0 ? (Math.min(...joined) + Math.max(...joined)) / 2 : y;
    const latest = height - (triggers.length - index) * (boxHeight + gap);
    y = Math.max(y, Math.min(middle, latest));
    places.set(box.id, { box, x: columns.triggers.x, y, width: columns.triggers.width });
    y += boxHeight + gap;
  }
}

function heading(text: string, x: number, y: number): Markup {
  return html`<text class="heading" x="${x}" y="${y + 14}">${text}</text>`;
}

function drawLine({ from, to, tone }: Line, places: ReadonlyMap<string, Placed>): Markup {
  const start = places.get(from);
  const end = places.get(to);
  if (!start || !end) return html``;
  const x1 = start.x + start.width;
  const y1 = start.y + boxHeight / 2;
  const y2 = end.y + boxHeight / 2;
  const bend = (end.x - x1) / 2;
  return html`<path class="line ${tone}" data-from="${from}" data-to="${to}" d="M${x1} ${round(y1)}C${x1 + bend} ${round(y1)} ${end.x - bend} ${round(y2)} ${end.x} ${round(y2)}"/>`;
}

function drawBox({ box, x, y, width: boxWidth }: Placed): Markup {
  const { id, label, caption, tone, href, title, paths = [] } = box;
  const top = round(y);
  const inside = html`<title>${title ?? `${label}, ${caption}`}</title><rect class="frame" x="${x}" y="${top}" width="${boxWidth}" height="${boxHeight}" rx="7"/><rect class="edge" x="${x}" y="${top + 7}" width="4" height="${boxHeight - 14}" rx="2"/><text class="label" x="${x + 14}" y="${top + 18}">${fit(label, boxWidth - 24, 7.3, paths.includes('label'))}</text><text class="caption" x="${x + 14}" y="${top + 34}">${fit(caption, boxWidth - 24, 6.3, paths.includes('caption'))}</text>`;
  return href === undefined
    ? html`<g class="box ${tone}" data-box="${id}">${inside}</g>`
    : html`<a class="box ${tone}" data-box="${id}" href="${href}">${inside}</a>`;
}

/** SVG text does not end by itself where the box ends. What it stands for is told in full by its title. */
function fit(text: string, room: number, perCharacter: number, isPath: boolean): string {
  const most = Math.floor(room / perCharacter);
  if (text.length <= most) return text;
  return isPath ? `…${text.slice(text.length - most + 1)}` : `${text.slice(0, most - 1)}…`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
