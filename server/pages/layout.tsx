/** The frame of every page: skip links, one search box, navigation, and at the foot what it is made of. */
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { SCRIPTS, type Script, STYLE } from '../assets/files.ts';
import type { Services } from '../services.ts';

export interface Frame {
  /** Path part of PUBLIC_URL, before every link. */
  base: string;
  lexicon: { version: string; digest: string };
}

export function frameOf({ config, detector }: Services): Frame {
  const { version, digest } = detector.lexicon;
  return { base: config.basePath, lexicon: { version, digest } };
}

interface LayoutProps {
  frame: Frame;
  title: string;
  description?: string;
  /** What stands in the search box. */
  query?: string;
  /** The entry of the navigation that this page is. */
  current?: 'terms' | 'annotate' | 'compare' | 'docs' | 'about';
  /** Whether the page has its own large search box, so that the small one is left out. */
  hasOwnSearch?: boolean;
  /** Scripts that improve this page, beside the one of the search box. */
  scripts?: readonly Script[];
  head?: ComponentChildren;
  /** Further skip links: ids on the page and what they lead to. */
  skipTo?: readonly (readonly [string, string])[];
  children: ComponentChildren;
}

const NAVIGATION = [
  ['terms', 'Glossary'],
  ['annotate', 'Annotate'],
  ['compare', 'Compare'],
  ['docs', 'API'],
  ['about', 'About'],
] as const;

export function SearchForm({ base, query = '', isLarge = false }: { base: string; query?: string; isLarge?: boolean }) {
  const id = isLarge ? 'q' : 'q-top';
  return (
    <search class={isLarge ? 'search large' : 'search'}>
      <form action={`${base}/terms`} method="get">
        <label for={id} class={isLarge ? '' : 'hidden'}>
          Look up a phrase in English, Chinese or pinyin
        </label>
        <input
          id={id}
          name="q"
          type="search"
          value={query}
          maxLength={200}
          autocomplete="off"
          spellcheck={false}
          placeholder={isLarge ? 'new quality, 新质, xinzhi, xzscl' : 'English, 中文, pinyin'}
        />
        <button type="submit">Look up</button>
      </form>
    </search>
  );
}

export function Layout({
  frame,
  title,
  description,
  query,
  current,
  hasOwnSearch,
  scripts = [],
  head,
  skipTo = [],
  children,
}: LayoutProps) {
  const { base, lexicon } = frame;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        {description !== undefined && <meta name="description" content={description} />}
        <link rel="stylesheet" href={base + STYLE.path} />
        {(['suggest', ...scripts] as const).map((name) => (
          <script type="module" src={base + SCRIPTS[name].path} />
        ))}
        <link rel="icon" href="data:," />
        <link rel="service-desc" type="application/json" href={`${base}/openapi.json`} />
        {head}
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to content
        </a>
        {skipTo.map(([id, name]) => (
          <a class="skip" href={`#${id}`}>
            {name}
          </a>
        ))}
        <header class="top">
          <a class="wordmark" href={`${base}/`}>
            <span lang="zh-Hans">提法</span> Tifa
          </a>
          {hasOwnSearch ? null : <SearchForm base={base} {...(query === undefined ? {} : { query })} />}
          <nav aria-label="Site">
            <ul class="menu">
              {NAVIGATION.map(([path, name]) => (
                <li>
                  <a href={`${base}/${path}`} {...(path === current ? { 'aria-current': 'page' as const } : {})}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <footer class="foot">
          <p>Readings are attributed analysis by the named sources, not statements of fact.</p>
          <p>
            Lexicon {lexicon.version} · <code title={lexicon.digest}>{lexicon.digest.slice(0, 15)}</code> · texts under{' '}
            <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a> · <a href={`${base}/about`}>method</a>
          </p>
        </footer>
      </body>
    </html>
  );
}

/** A whole page as text. Everything that is put into it is escaped. */
export function renderPage(page: VNode): string {
  return `<!doctype html>\n${renderToString(page)}\n`;
}
