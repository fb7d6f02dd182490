/** How Teams draws cards, by theme: sizes and spacing of its host configuration, colours of its themes. */
export const colours = {
  light: {
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    good: '#237b4b',
    warning: '#835c00',
    attention: '#b10e1c',
    card: '#ffffff',
    emphasis: '#f5f5f5',
    warningBack: '#fff8e6',
    line: '#e0e0e0',
  },
  dark: {
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#a6a7f5',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#f88593',
    card: '#292929',
    emphasis: '#1f1f1f',
    warningBack: '#463100',
    line: '#3d3d3d',
  },
  contrast: {
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff00',
    good: '#3ff23f',
    warning: '#ffff00',
    attention: '#ff8080',
    card: '#000000',
    emphasis: '#000000',
    warningBack: '#000000',
    line: '#ffffff',
  },
} as const;

export type Theme = keyof typeof colours;

/** @param headingLevel of what is styled as a heading, by where the card stands on its page */
export function hostConfig(theme: Theme, headingLevel = 3): object {
  const c = colours[theme];
  const tone = (colour: string, subtle: string = colour) => ({ default: colour, subtle });
  const foregroundColors = {
    default: tone(c.text, c.subtle),
    accent: tone(c.accent),
    good: tone(c.good),
    warning: tone(c.warning),
    attention: tone(c.attention),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: 'inherit',
    fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 28, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: c.line },
    supportsInteractivity: true,
    textBlock: { headingLevel },
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
