import type { Finding } from '../../text/finding';
import type { Span } from '../../text/span';

/** A fault by which Go refuses the template: an error's finding, but for its severity. */
export type TemplateFault = Omit<Finding, 'severity' | 'tag'>;

/** The tokens inside actions, as text/template/parse/lex.go names them. */
export type TokenType =
  | 'leftDelim'
  | 'rightDelim'
  | 'space'
  | 'keyword'
  | 'identifier'
  | 'variable'
  | 'field'
  | 'dot'
  | 'nil'
  | 'bool'
  | 'number'
  | 'complex'
  | 'charConstant'
  | 'string'
  | 'rawString'
  | 'pipe'
  | 'assign'
  | 'declare'
  | 'leftParen'
  | 'rightParen'
  | 'char'
  | 'comment'
  | 'error';

export interface Token extends Span {
  readonly type: TokenType;
  /** Why nothing can be read here; of an `error` only. */
  readonly fault?: TemplateFault;
}
