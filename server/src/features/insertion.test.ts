import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../text/finding';
import { encodeInsertion } from './insertion';

const SPAN = { from: 3, to: 5 };

/** Writes as double quotes do, and single ones; the last notation shows what depends on all of the text. */
const notations = {
  plain: (text: string) => text,
  double: (text: string) => text.replaceAll(/["\\]/g, '\\$&'),
  single: (text: string) => text.replaceAll("'", "''"),
  whole: (text: string) => `<${text}>`,
};

function inserted(notation: keyof typeof notations, newText: string, isSnippet = true) {
  const encode = (edits: readonly TextEdit[]) =>
    edits.map((edit) => ({ ...edit, newText: notations[notation](edit.newText) }));
  const insertion = encodeInsertion({ span: SPAN, newText }, isSnippet, encode);
  expect(insertion?.span).toEqual(SPAN);
  return [insertion?.newText, insertion?.snippet];
}

describe('encodeInsertion', () => {
  it.each([
    ['plain', '{{ if ${1:.} }}$2{{ end }}$0', '{{ if ${1:.} }}$2{{ end }}$0'],
    ['single', '{{ if ${1:.} }}$2{{ end }}$0', '{{ if ${1:.} }}$2{{ end }}$0'],
    ['single', "x='$1' }}$0", "x=''${1}'' \\}\\}${0}"],
    ['double', 'job="$1"', 'job=\\\\"${1}\\\\"'],
    ['double', '{{ query "${1:up}" }}$0', '{{ query \\\\"${1:up}\\\\" \\}\\}${0}'],
    ['double', '"\\$labels $1"', '\\\\"\\$labels ${1}\\\\"'],
    ['double', '"${1|=,!=|}"', '\\\\"${1|=,!=|}\\\\"'],
    ['double', '"${1|a\\,b,"c\\|",,\\\\|}"', '\\\\"${1|a\\,b,\\\\"c\\|\\\\",,\\\\\\\\|}\\\\"'],
    ['double', 'rate(${1:x}[5m])', 'rate(${1:x}[5m])'],
  ] as const)('keeps places to write at, %s: %s', (notation, snippet, expected) => {
    expect(inserted(notation, snippet)).toEqual([expected, true]);
  });

  it('gives text without places where parts can’t be written alone', () => {
    expect(inserted('whole', 'a ${1:b} \\$c')).toEqual(['<a b $c>', false]);
  });

  it('leaves text alone that is no snippet', () => {
    expect(inserted('double', '"$1"', false)).toEqual(['\\"$1\\"', false]);
  });

  it('gives nothing where the host can’t hold the text', () => {
    const refuse = () => ({ refused: 'no' });
    expect(encodeInsertion({ span: SPAN, newText: 'a$1' }, true, refuse)).toBeUndefined();
  });
});
