/**
 * Mentions as W3C Web Annotations (JSON-LD), one collection for each document. Positions count code points, as the standard asks, into
 * the text view; the quote with its context finds the place again where positions have moved. What is official (`describing`) and what
 * is a reading (`commenting`, with its creator) are separate bodies.
 */
import type { AnnotateResult, Mention, TermReading, TermSummary } from '../annotate/result.ts';
import { offsetConverter } from '../text/encoding.ts';
import { BASIS_TITLES, dateOf } from './wording.ts';

export const WEB_ANNOTATION_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    tifa: 'urn:x-tifa:vocabulary#',
    docDigest: 'tifa:docDigest',
    lexiconVersion: 'tifa:lexiconVersion',
    lexiconDigest: 'tifa:lexiconDigest',
    confidence: 'tifa:confidence',
    rendering: 'tifa:rendering',
    basis: 'tifa:basis',
    differs: 'tifa:differs',
  },
];

/** The name of a text by its digest (RFC 6920), where it has no address. */
function sourceOf({ id, document }: AnnotateResult): string {
  const { url } = document.metadata;
  if (url !== undefined && /^https?:\/\//.test(url)) return url;
  if (document.digest.startsWith('sha256-')) {
    const digest = document.digest.slice('sha256-'.length).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    return `ni:///sha-256;${digest}`;
  }
  return `urn:x-tifa:document:${encodeURIComponent(id)}`;
}

/** The address of an entry's page, or a name where the caller gave no base address. */
function termIri(id: string, term: TermSummary | undefined): string {
  return term !== undefined && /^https?:\/\//.test(term.url) ? term.url : `urn:x-tifa:term:${id}`;
}

function textBody(purpose: 'describing' | 'commenting', value: string) {
  return { type: 'TextualBody', purpose, format: 'text/plain', language: 'en', value };
}

function readingBody(reading: TermReading) {
  return {
    ...textBody('commenting', reading.text),
    creator: { id: reading.url, type: 'Organization', name: `${reading.source}, ${dateOf(reading)}` },
    basis: BASIS_TITLES[reading.basis],
    ...(reading.differs === undefined ? {} : { differs: reading.differs }),
  };
}

function bodiesOf(mention: Mention, { terms }: AnnotateResult) {
  const term = terms?.[mention.term];
  return [
    { type: 'SpecificResource', purpose: 'identifying', source: termIri(mention.term, term) },
    ...(term === undefined
      ? []
      : [
          textBody('describing', `${term.label}: ${term.gloss}`),
          ...(term.definition === undefined ? [] : [textBody('describing', term.definition.text)]),
          ...term.readings.map(readingBody),
        ]),
  ];
}

/** A quote never begins or ends inside a surrogate pair. */
function wholeCharacters(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}

/**
 * The collection of one result and the text view that it was made from.
 * @throws {RangeError} when the offsets of the result are not UTF-16 units.
 */
export function toWebAnnotations(result: AnnotateResult, text: string): Record<string, unknown> {
  if (result.offsetEncoding !== 'utf-16') throw new RangeError('web annotations are made from UTF-16 offsets');
  const source = sourceOf(result);
  const collection = `urn:x-tifa:annotations:${encodeURIComponent(`${result.document.digest || result.id} ${result.lexicon.digest}`)}`;
  const offsets = [...new Set(result.mentions.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const convert = offsetConverter(text, 'utf-32');
  const codePointAt = new Map(offsets.map((offset) => [offset, convert(offset)]));
  const items = result.mentions.map((mention, i) => ({
    id: `${collection}:${i + 1}`,
    type: 'Annotation',
    motivation: 'identifying',
    confidence: mention.confidence,
    rendering: mention.rendering,
    body: bodiesOf(mention, result),
    target: {
      source,
      ...(result.document.digest === '' ? {} : { docDigest: result.document.digest }),
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: mention.text,
          prefix: wholeCharacters(mention.context.prefix),
          suffix: wholeCharacters(mention.context.suffix),
        },
        {
          type: 'TextPositionSelector',
          start: codePointAt.get(mention.start),
          end: codePointAt.get(mention.end),
        },
      ],
    },
  }));
  return {
    '@context': CONTEXT,
    id: collection,
    type: 'AnnotationCollection',
    label: `Formulations in ${result.id === '' ? 'a text' : result.id}`,
    generator: { type: 'Software', name: `tifa ${result.engine.version}` },
    lexiconVersion: result.lexicon.version,
    lexiconDigest: result.lexicon.digest,
    total: items.length,
    first: { id: `${collection}:page-1`, type: 'AnnotationPage', startIndex: 0, items },
  };
}
