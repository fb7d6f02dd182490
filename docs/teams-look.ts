/** How Teams draws a card, near enough to judge it: sizes, spacing and colours of the two themes. */

export type Look = { readonly theme: 'light' | 'dark'; readonly width: number };

const colours = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    border: '#d1d1d1',
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    good: '#237b4b',
    warning: '#835c00',
    attention: '#b10e1c',
    emphasis: '#f5f5f5',
    warningBack: '#fff8e6',
  },
  dark: {
    page: '#1f1f1f',
    card: '#292929',
    border: '#666666',
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#a6a7f5',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#f88593',
    emphasis: '#1f1f1f',
    warningBack: '#463100',
  },
} as const;

export function hostConfig(theme: Look['theme']): object {
  const c = colours[theme];
  const tone = (colour: string, subtle = colour) => ({ default: colour, subtle });
  const foregroundColors = {
    default: tone(c.text, c.subtle),
    accent: tone(c.accent),
    good: tone(c.good),
    warning: tone(c.warning),
    attention: tone(c.attention),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: font,
    fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 28, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme === 'light' ? '#e0e0e0' : '#3d3d3d' },
    supportsInteractivity: true,
    // As in Teams: what is styled as a heading is one, of the second level.
    textBlock: { headingLevel: 2 },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    containerStyles: {
      default: style(c.card),
      emphasis: style(c.emphasis),
      warning: style(c.warningBack),
    },
  };
}

const font = '"Segoe UI", Selawik, "Open Sans", "Noto Sans", "Liberation Sans", sans-serif';

/** An empty page of a chat with the place for one card. */
export function pageOf({ theme }: Look): string {
  const c = colours[theme];
  return `<!doctype html><html lang="de"><style>
    body { margin: 0; padding: 12px; background: ${c.page}; font: 14px/20px ${font}; color: ${c.text}; }
    #card { background: ${c.card}; border: 1px solid ${c.border}; border-radius: 6px; overflow: hidden; }
    .ac-container.ac-selectable, .ac-columnSet.ac-selectable { cursor: pointer; }
    .ac-container[style*="background-color"] { border-radius: 4px; }
    .ac-textBlock p { margin: 0; } .ac-textBlock p + p { margin-top: 8px; }
    .ac-textBlock ul { margin: 0; padding-left: 20px; box-sizing: border-box; }
    .ac-anchor { color: ${c.accent}; text-decoration: none; font-weight: 600; }
    .ac-pushButton { height: 32px; padding: 0 12px; border: 1px solid ${c.border}; border-radius: 4px;
      background: ${c.card}; color: ${c.text}; font: 600 14px/20px ${font}; }
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
  </style><body><div id="card"></div></body></html>`;
}
