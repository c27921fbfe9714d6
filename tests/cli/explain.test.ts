import { describe, expect, test } from 'vitest';
import { placeOf, spanOfPlace } from '../../src/cli/explain.ts';
import { nearbyForms } from '../../src/cli/nearby-forms.ts';
import { indexLines } from '../../src/text/lines.ts';
import { lexicon } from '../formats/annotated.ts';
import { temporaryFolder } from '../node/temporary-folder.ts';
import { runCli } from './spawn-cli.ts';

const TEXT =
  "The Party branch is a Red Engine.\n\nThe museum's red engine still runs on coal.\r\nA red power machine.\n";
const cwd = temporaryFolder({ 'a.txt': TEXT, 'a:1.txt': TEXT });
const explain = (...args: string[]) => runCli(['explain', ...args], { cwd });

describe('a place', () => {
  test('is a file with line and column; the name may hold colons', () => {
    expect(placeOf('a.txt:3:4')).toEqual({ file: 'a.txt', line: 3, column: 4 });
    expect(placeOf('a.txt:3')).toEqual({ file: 'a.txt', line: 3 });
    expect(placeOf('C:\\x.txt:3:4')).toEqual({ file: 'C:\\x.txt', line: 3, column: 4 });
    expect(placeOf('a.txt:3:4:')).toEqual({ file: 'a.txt', line: 3, column: 4 });
    for (const wrong of ['a.txt', 'a.txt:0:1', 'a.txt:1:0', ':1', 'a.txt:x'])
      expect(() => placeOf(wrong)).toThrow(/is no place/);
  });

  test('is one unit or a line without its end', () => {
    const span = (line: number, column?: number) =>
      TEXT.slice(
        ...Object.values(
          spanOfPlace(TEXT, indexLines(TEXT), { file: 'a', line, ...(column === undefined ? {} : { column }) }),
        ),
      );
    expect(span(1, 23)).toBe('R');
    expect(span(3)).toBe("The museum's red engine still runs on coal.");
    expect(span(2)).toBe('');
    expect(() => span(9)).toThrow('a has 5 lines, not 9');
    expect(() => span(1, 60)).toThrow('line 1 of a has 33 columns, not 60');
  });
});

describe('the explanation', () => {
  test('of a mention gives its evidence', async () => {
    const { code, stdout } = await explain('a.txt:1:23');
    expect(code).toBe(0);
    expect(stdout).toMatch(/mention {2}1:23 "Red Engine" is Red Engine \(red-engine\)/);
    expect(stdout).toMatch(/\+\d\.\d\d {2}cue in the sentence "Party/);
  });

  test('of a candidate turned down says why', async () => {
    const { stdout } = await explain('a.txt:3');
    expect(stdout).toMatch(/no mention {2}3:14 "red engine" is not red-engine \(evidence\): no cue/);
  });

  test('of anything else says plainly that no form stands there, and what comes near', async () => {
    const { stdout } = await explain('a.txt:4:5');
    expect(stdout).toContain('No listed form of any entry stands here.');
    expect(stdout).toMatch(/near: "red power" has 67 % of "red power engine" \(red-engine\)/);
    expect(stdout).not.toContain('discourse power');
    expect((await explain('a.txt:2:1')).stdout).toContain('And none comes near.');
  });

  test('is also to be had as JSON', async () => {
    const { mentions, rejected, near } = JSON.parse((await explain('a.txt:1:23', '-f', 'json')).stdout);
    expect(mentions[0]).toMatchObject({ term: 'red-engine', start: 22 });
    expect({ rejected, near }).toEqual({ rejected: [], near: [] });
  });

  test('a file that is not there ends with 4, a place that is not there with 2', async () => {
    expect(await explain('none.txt:1:1')).toMatchObject({
      code: 4,
      stderr: 'tifa: none.txt: no such file or folder\n',
    });
    expect(await explain('a.txt:99:1')).toMatchObject({ code: 2, stdout: '' });
    expect((await explain('a:1.txt:1:23')).stdout).toContain('red-engine');
  });
});

describe('forms that come near', () => {
  const near = (text: string, at: number) => nearbyForms(lexicon, text, { start: at, end: at + 1 });

  test('share most of their words with a stretch over the place', () => {
    const text = 'They planned two great rare earth bases there.';
    expect(near(text, text.indexOf('great'))[0]).toMatchObject({
      term: 'two-bases',
      text: 'two great rare earth bases',
      likeness: 0.8,
    });
    expect(near(text, 0)).toEqual([]);
  });

  test('in Chinese, most of their characters', () => {
    const text = '建设两个大稀土基地。';
    expect(near(text, 4)[0]).toMatchObject({ term: 'two-bases', text: '两个大稀土基地' });
  });
});
