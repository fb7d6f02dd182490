import { Button, Checkbox, Select } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { MapBlock } from '../core/tab.ts';
import type { Using } from './blocks.tsx';
import { type Drawing, drawingOf } from './map-drawing.ts';
import { saveFile } from './saved-file.ts';
import type { Words } from './words.ts';

type Props = { readonly block: MapBlock } & Using;

/** The model as a picture; a role opens with a click or with Enter, and the table says the same. */
export function RoleMap({ block, words: w, highlighted, onOpen }: Props) {
  const [gapsOnly, setGapsOnly] = useState(false);
  const [unit, setUnit] = useState('');
  const svg = useRef<SVGSVGElement>(null);
  const isNarrow = matchMedia('(max-width: 699px)').matches;
  const drawing = drawingOf(block, isNarrow ? 1 : 3);
  const open = (id: string) => onOpen?.(unit ? `${id}@${unit}` : id);
  return (
    <section>
      <h2>{block.title}</h2>
      <div className="tools noPrint">
        <Select aria-label={w.unit} value={unit} onChange={(_, { value }) => setUnit(value)}>
          <option value="">{w.everywhere}</option>
          {block.units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Checkbox
          label={w.onlyGaps}
          checked={gapsOnly}
          onChange={(_, { checked }) => setGapsOnly(checked === true)}
        />
      </div>
      <Picture
        block={block}
        drawing={drawing}
        svg={svg}
        gapsOnly={gapsOnly}
        highlighted={highlighted}
        onOpen={open}
      />
      <div className="tools noPrint afterMap">
        <Button onClick={() => window.print()}>{w.print}</Button>
        <Button onClick={() => svg.current && saveSvg(svg.current)}>{w.saveAs('SVG')}</Button>
        <Button onClick={() => svg.current && void savePng(svg.current, drawing)}>{w.saveAs('PNG')}</Button>
      </div>
      <details className="folded">
        <summary>
          {w.asTable}
          <span className="hidden">: {block.title}</span>
        </summary>
        <MapTable block={block} words={w} onOpen={open} />
      </details>
    </section>
  );
}

/** Stage 2 has none. */
const hasLetter = ({ letter }: { readonly letter: string }): boolean => /\w/.test(letter);
/** A level's name begins where its boxes do. */
const gapOfTitle = 16;

type PictureProps = {
  readonly block: MapBlock;
  readonly drawing: Drawing;
  readonly svg: React.RefObject<SVGSVGElement | null>;
  readonly gapsOnly: boolean;
  readonly highlighted: readonly string[];
  readonly onOpen: (id: string) => void;
};

function Picture({ block, drawing, svg, gapsOnly, highlighted, onOpen }: PictureProps) {
  const { width, height, levels, lines } = drawing;
  const [looked, setLooked] = useState('');
  return (
    <svg ref={svg} className="map" viewBox={`0 0 ${width} ${height}`}>
      <title>{block.title}</title>
      <defs>
        <marker id="arrow" viewBox="0 0 8 8" refX={8} refY={4} markerWidth={8} markerHeight={8} orient="auto">
          <path className="mapArrow" d="M 0 0 L 8 4 L 0 8 Z" />
        </marker>
      </defs>
      {levels.map(({ title, x, y, width: wide, height: tall, roles }) => (
        <g key={title}>
          <rect
            className={roles.every(({ role }) => role.isPlanned) ? 'mapLevel planned' : 'mapLevel'}
            x={x}
            y={y}
            width={wide}
            height={tall}
            rx={8}
          />
          <text className="mapLevelTitle" x={x + gapOfTitle} y={y + 22}>
            {title}
          </text>
        </g>
      ))}
      {lines.map(({ id, from, to, path, text, x, y }) => (
        <g key={id} className={from === looked || to === looked ? 'mapRelation lit' : 'mapRelation'}>
          <path className="mapLine" d={path} markerEnd="url(#arrow)" />
          <text className="mapRelationText" x={x} y={y}>
            {text}
          </text>
        </g>
      ))}
      {levels.flatMap(({ roles }) =>
        roles.map(({ role, x, y, width: wide, height: tall, name, holders, marks }) => {
          const isDim = gapsOnly && role.marks.length === 0;
          const classes = [
            'mapRole',
            isDim && 'dim',
            role.isPlanned && 'planned',
            highlighted.includes(role.id) && 'named',
          ].filter(Boolean);
          return (
            // biome-ignore lint/a11y/useSemanticElements: there is no button inside of an SVG
            <g
              key={role.id}
              className={classes.join(' ')}
              role="button"
              tabIndex={0}
              aria-label={[
                ...(hasLetter(role) ? [role.letter] : []),
                role.name,
                role.holders,
                ...role.marks.map(({ text }) => text),
              ].join(', ')}
              onClick={() => onOpen(role.id)}
              onPointerEnter={() => setLooked(role.id)}
              onPointerLeave={() => setLooked('')}
              onFocus={() => setLooked(role.id)}
              onBlur={() => setLooked('')}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                onOpen(role.id);
              }}
            >
              <rect className="mapBox" x={x} y={y} width={wide} height={tall} rx={6} />
              {hasLetter(role) && (
                <text className="mapLetter" x={x + 14} y={y + 26}>
                  {role.letter}
                </text>
              )}
              {name.map((line, at) => (
                <text key={line} className="mapName" x={x + (hasLetter(role) ? 48 : 16)} y={y + 24 + at * 18}>
                  {line}
                </text>
              ))}
              {holders.map((line, at) => (
                <text
                  key={line}
                  className="mapHolders"
                  x={x + (hasLetter(role) ? 48 : 16)}
                  y={y + 26 + (name.length + at) * 18}
                >
                  {line}
                </text>
              ))}
              {marks.map(({ text, tone }, at) => (
                <text
                  key={text}
                  className={`mapMark ${tone}`}
                  x={x + (hasLetter(role) ? 48 : 16)}
                  y={y + 28 + (name.length + holders.length + at) * 18}
                >
                  {`${tone === 'attention' || tone === 'warning' ? '▲ ' : '◦ '}${text}`}
                </text>
              ))}
            </g>
          );
        }),
      )}
    </svg>
  );
}

function MapTable({
  block,
  words: w,
  onOpen,
}: {
  block: MapBlock;
  words: Words;
  onOpen: (id: string) => void;
}) {
  const nameOf = new Map(
    block.levels.flatMap(({ roles }) => roles.map(({ id, name }) => [id, name] as const)),
  );
  return (
    <>
      <div className="rows">
        <table aria-label={block.title}>
          <thead>
            <tr>
              <th scope="col">{w.role}</th>
              <th scope="col">{w.level}</th>
              <th scope="col">{w.holders}</th>
              <th scope="col">{w.details}</th>
            </tr>
          </thead>
          <tbody>
            {block.levels.flatMap(({ title, roles }) =>
              roles.map((role) => (
                <tr key={role.id}>
                  <td data-head={w.role}>
                    <button type="button" className="link" onClick={() => onOpen(role.id)}>
                      {hasLetter(role) ? `${role.letter} ${role.name}` : role.name}
                    </button>
                  </td>
                  <td data-head={w.level}>{title}</td>
                  <td data-head={w.holders}>{role.holders}</td>
                  <td data-head={w.details}>
                    {[...role.marks.map(({ text }) => text), role.summary].join(' · ')}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      <h3>{w.relations}</h3>
      <ul>
        {block.relations.map(({ from, to, text }) => (
          <li key={`${from} ${to} ${text}`}>{`${nameOf.get(from)} ${text} ${nameOf.get(to)}`}</li>
        ))}
      </ul>
    </>
  );
}

/** The picture with its colours written into it, so that it stands on its own. */
function standing(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  const wanted = ['fill', 'stroke', 'stroke-width', 'font-family', 'font-size', 'font-weight', 'opacity'];
  for (const [at, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(originals[at] as Element);
    for (const name of wanted) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute('class');
    element.removeAttribute('tabindex');
  }
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(copy);
}

const saveSvg = (svg: SVGSVGElement): void =>
  saveFile('Rollenmodell.svg', new Blob([standing(svg)], { type: 'image/svg+xml' }));

async function savePng(svg: SVGSVGElement, { width, height }: Drawing): Promise<void> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([standing(svg)], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  canvas.toBlob((blob) => blob && saveFile('Rollenmodell.png', blob), 'image/png');
}
