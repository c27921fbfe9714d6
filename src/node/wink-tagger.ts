/** wink-nlp as the part-of-speech tagger of undecided English candidates. Loading it takes about 70 ms, so it waits for the first. */
import { createRequire } from 'node:module';
import type { ItsHelpers, WinkMethods } from 'wink-nlp';
import type { Tagger } from '../context/tagger.ts';

const require = createRequire(import.meta.url);

let loaded: Tagger | undefined;

/** The tagger, loaded at the first call. */
export function winkTagger(): Tagger {
  loaded ??= load();
  return loaded;
}

function load(): Tagger {
  const winkNLP = require('wink-nlp') as (model: unknown, pipe: string[]) => WinkMethods;
  const wink = winkNLP(require('wink-eng-lite-web-model'), ['sbd', 'pos']);
  const its = wink.its as ItsHelpers;
  return {
    isPartOfName(sentence, span) {
      const tokens = wink.readDoc(sentence).tokens();
      const values = tokens.out(its.value) as string[];
      const spaces = tokens.out(its.precedingSpaces) as string[];
      const tags = tokens.out(its.pos) as string[];
      let at = 0;
      let before: number | undefined;
      let after: number | undefined;
      values.forEach((value, i) => {
        at += spaces[i]?.length ?? 0;
        if (at < span.start) before = i;
        else if (at >= span.end) after ??= i;
        at += value.length;
      });
      return [before, after].some((i) => i !== undefined && isNameWord(values[i], tags[i]));
    },
  };
}

function isNameWord(value: string | undefined, tag: string | undefined): boolean {
  return tag === 'PROPN' && value !== undefined && /^\p{Lu}\p{Ll}/u.test(value);
}
