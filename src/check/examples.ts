/** The examples of an entry, run through the real detector. */
import { createDetector, type Detector } from '../annotate/detector.ts';
import type { AnnotateOptions } from '../annotate/options.ts';
import type { AnnotateResult, Rejected } from '../annotate/result.ts';
import type { CompiledContext, CompiledLexicon } from '../context/compiled.ts';
import type { Tagger } from '../context/tagger.ts';
import type { LexiconIssue } from '../lexicon/issues.ts';
import { readMarked } from '../lexicon/marked-text.ts';
import type { Entry } from '../lexicon/schema.ts';
import type { YamlFile, YamlPath } from '../lexicon/yaml-file.ts';
import type { Span } from '../span.ts';

const HAN = /\p{Script=Han}/u;

/** Layers in which an entry's examples are run: those reported by default, and its own. */
function optionsFor(entry: Entry): AnnotateOptions {
  return { layers: [...new Set(['formulation', 'policy', entry.layer] as const)], explain: true, terms: 'none' };
}

const quote = (text: string, { start, end }: Span) => `"${text.slice(start, end)}"`;

function weightsOf(found: Pick<Rejected, 'because'>): string {
  return found.because
    .map(({ code, text, weight }) => `${code}${text === undefined ? '' : ` "${text}"`} ${weight}`)
    .join(', ');
}

/** Checks the examples of single entries against one compiled lexicon. */
export class ExampleChecker {
  private readonly lexicon: CompiledLexicon;
  private readonly detector: Detector;
  /** Contexts of their own, from which a clause can be taken away, and the detector that reads them. */
  private readonly contexts: CompiledContext[];
  private readonly detectorWithout: Detector;

  constructor(lexicon: CompiledLexicon, tagger?: () => Tagger) {
    const setup = tagger === undefined ? {} : { tagger };
    this.lexicon = lexicon;
    this.contexts = [...lexicon.contexts];
    this.detector = createDetector(lexicon, setup);
    this.detectorWithout = createDetector({ ...lexicon, contexts: this.contexts }, setup);
  }

  check(file: YamlFile<Entry>, entry: Entry): LexiconIssue[] {
    return [
      ...this.checkCoverage(file, entry),
      ...entry.examples.match.flatMap((marked, index) =>
        this.checkMatch(file, entry, marked, ['examples', 'match', index]),
      ),
      ...entry.examples.noMatch.flatMap((example, index) =>
        this.checkNoMatch(file, entry, example, ['examples', 'noMatch', index]),
      ),
      ...entry.unless.flatMap(({ id }, index) => this.checkAlive(file, entry, id, ['unless', index, 'id'])),
    ];
  }

  /** Two examples, one for each language that is searched, and a near miss where evidence is needed. */
  private checkCoverage(file: YamlFile<Entry>, entry: Entry): LexiconIssue[] {
    const issue = (message: string, path: YamlPath = ['examples', 'match']) => file.issueAt(path, 'examples', message);
    const issues: LexiconIssue[] = [];
    const isMain = entry.layer === 'formulation' || entry.layer === 'policy';
    const { match, noMatch } = entry.examples;
    if (match.length < (isMain ? 2 : 1)) issues.push(issue(isMain ? 'give at least two' : 'give at least one'));
    if (entry.forms.zh.length > 0 && !match.some((text) => HAN.test(readMarked(text).text)))
      issues.push(issue('give one in Chinese'));
    if (entry.forms.en.length > 0 && match.every((text) => HAN.test(readMarked(text).text)))
      issues.push(issue('give one in English'));
    const isDoubtful = entry.forms.en.some(({ distinctive }) => !(distinctive ?? entry.distinctive));
    if (isMain && isDoubtful && !noMatch.some(({ because }) => because === 'evidence')) {
      issues.push(
        issue('a form that needs evidence needs a near miss: an ordinary sentence, because: evidence', ['examples']),
      );
    }
    return issues;
  }

  private annotate(text: string, entry: Entry): AnnotateResult {
    return this.detector.annotate(text, optionsFor(entry));
  }

  private checkMatch(file: YamlFile<Entry>, entry: Entry, marked: string, path: YamlPath): LexiconIssue[] {
    const { text, spans } = readMarked(marked);
    if (spans.length === 0) return [file.issueAt(path, 'examples', 'mark the mention: [[…]]')];
    const result = this.annotate(text, entry);
    const found = result.mentions.filter(({ term }) => term === entry.id);
    const isSame = (a: Span, b: Span) => a.start === b.start && a.end === b.end;
    const missed = spans.filter((span) => !found.some((mention) => isSame(mention, span)));
    const surplus = found.filter((mention) => !spans.some((span) => isSame(mention, span)));
    return [
      ...missed.map((span) => file.issueAt(path, 'example-missed', this.missedMessage(text, span, result, entry))),
      ...surplus.map((mention) =>
        file.issueAt(path, 'example-surplus', `${quote(text, mention)} is found as well: mark it, or reword`),
      ),
    ];
  }

  private missedMessage(text: string, span: Span, result: AnnotateResult, entry: Entry): string {
    const near = result.mentions.find(({ start, end }) => start < span.end && span.start < end);
    if (near !== undefined) return `${quote(text, span)} is not found: ${quote(text, near)} is, as "${near.term}"`;
    const rejected = result.rejected?.find(
      ({ term, start, end }) => term === entry.id && start < span.end && span.start < end,
    );
    if (rejected === undefined) return `${quote(text, span)} is not found: no form fits`;
    return `${quote(text, span)} is turned down (${rejected.reason}, ${rejected.detail}; ${weightsOf(rejected)})`;
  }

  private checkNoMatch(
    file: YamlFile<Entry>,
    entry: Entry,
    { text, because }: Entry['examples']['noMatch'][number],
    path: YamlPath,
  ): LexiconIssue[] {
    const fail = (message: string) => [file.issueAt([...path, 'text'], 'near-miss', message)];
    if (!['evidence', 'boundary', 'overlap'].includes(because) && !entry.unless.some(({ id }) => id === because)) {
      return [
        file.issueAt(
          [...path, 'because'],
          'near-miss',
          `"${because}" is neither evidence, boundary, overlap nor an unless id`,
        ),
      ];
    }
    const result = this.annotate(text, entry);
    const found = result.mentions.find(({ term }) => term === entry.id);
    if (found !== undefined) return fail(`${quote(text, found)} is reported (${weightsOf(found)})`);
    const rejected = result.rejected?.filter(({ term }) => term === entry.id) ?? [];
    if (rejected.length === 0) {
      return because === 'boundary' ? [] : fail('no form stands in it, so it proves nothing: use the words of a form');
    }
    const reasons = rejected.map(({ reason, detail }) =>
      reason === 'unless' ? (/"(.+?)"/.exec(detail)?.[1] ?? '') : reason,
    );
    return reasons.includes(because) ? [] : fail(`it is turned down by ${reasons.join(', ')}, not by ${because}`);
  }

  /** Without the clause one of its near misses must be reported; otherwise it does nothing. */
  private checkAlive(file: YamlFile<Entry>, entry: Entry, clause: string, path: YamlPath): LexiconIssue[] {
    const examples = entry.examples.noMatch.filter(({ because }) => because === clause);
    if (examples.length === 0) {
      return [file.issueAt(path, 'unless', `"${clause}" has no near miss: give one with because: ${clause}`)];
    }
    const dead = this.withoutClause(entry, clause, (detector) =>
      examples.every(({ text }) =>
        detector.annotate(text, optionsFor(entry)).mentions.every(({ term }) => term !== entry.id),
      ),
    );
    return dead
      ? [file.issueAt(path, 'unless', `"${clause}" is dead: without it its near miss is not reported either`)]
      : [];
  }

  private withoutClause<T>(entry: Entry, clause: string, ask: (detector: Detector) => T): T {
    const index = this.lexicon.ids.indexOf(entry.id);
    const context = this.contexts[index] as CompiledContext;
    this.contexts[index] = { ...context, unless: context.unless.filter(({ id }) => id !== clause) };
    try {
      return ask(this.detectorWithout);
    } finally {
      this.contexts[index] = context;
    }
  }
}
