import { quoted } from '../../../../text/quoted';
import type { StringCheck } from '../../../structure/types';
import type { AlertmanagerCode } from '../../codes';

const code: AlertmanagerCode = 'alertmanager/invalid-pattern';

/** One character of a class, or a range of two. */
const ITEM = String.raw`(?:\\[^/]|[^\\\]/-])(?:-(?:\\[^/]|[^\\\]/-]))?`;
const PATTERN = new RegExp(String.raw`^(?:[^[\\]|\\[^/]|\[\^?(?:${ITEM})+\])*`, 'u');

/** A pattern of file names, each directory by itself (path/filepath, Glob and Match). */
export const glob: StringCheck = {
  title: 'a path, in which `*`, `?` and `[…]` stand for characters',
  examples: ['/etc/alertmanager/templates/*.tmpl'],
  fault: (text) => {
    const read = PATTERN.exec(text)?.[0].length ?? 0;
    if (read === text.length) return undefined;
    const message = `the pattern ${quoted(text)} has a ${text.charAt(read)} that isn't closed; put \\ in front of it to mean the character`;
    return { code, message, part: { from: read, to: read + 1 } };
  },
};
