/** How terminal output is coloured; the command line gives a painter that knows its terminal. */

export type Style = 'bold' | 'dim' | 'italic' | 'underline' | 'green' | 'yellow' | 'cyan' | 'red';

export type Paint = (style: Style, text: string) => string;

/** No colour at all. */
export const unpainted: Paint = (_style, text) => text;
